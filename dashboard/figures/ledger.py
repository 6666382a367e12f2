"""The ledger: one strip per country, what stood when, fading as it ages without being said again."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import ledgermarks, ledgerwords
from dashboard.figures.canvas import Canvas, nothing_to_show
from dashboard.figures.ledgermarks import Sheet
from dashboard.figures.strips import Row, by_pledger, strips
from dashboard.figures.theme import Theme
from dashboard.readings.prose import as_day
from dashboard.readings.wording import heading, is_counted
from dashboard.readings.wording import rows as records

__all__ = ["ledger", "strips"]

_ROW = 22
_TOP, _BOTTOM = 64, 46
_LEFT = 150


def ledger(
    strips: pd.DataFrame,
    theme: Theme,
    since: Any,
    until: Any,
    dense: tuple[Any, Any],
    rules: pd.DataFrame | None = None,
) -> go.Figure:
    """Position ledger of one kind, ``since`` to ``until`` (days, both included).

    ``strips`` as ``figures.strips.strips(changes, until)`` makes them; the order of their rows is the order of the
    strips. ``dense`` is the span of dense coverage (first and last day): time outside it is veiled and named.
    ``rules`` has event_id, starts_on, title and place of the events drawn as lines. Segments and dots carry
    ``customdata`` [pledge_id, pledger_id]; the heads of the lines carry [event_id].
    """
    start, end = as_day(since), as_day(until)
    if strips.empty or start is None or end is None:
        return nothing_to_show(theme, "No position is on record in this time.")
    periods = records(strips)
    rows = by_pledger(periods)
    places, headings, depth = _places(rows)
    sheet = Sheet(theme, start, end, places)
    canvas = Canvas(theme, height=round(depth * _ROW) + _TOP + _BOTTOM)
    canvas.add_all(ledgermarks.segments(periods, sheet))
    canvas.add_all(ledgermarks.outlines(periods, sheet))
    canvas.add_all(ledgermarks.said_again(periods, sheet))
    canvas.add_all(ledgerwords.words(periods, sheet))
    _headings(canvas, headings, sheet)
    _axes(canvas, rows, places, depth, sheet)
    ledgerwords.veil(canvas, dense, sheet)
    if rules is not None and len(rules):
        ledgerwords.event_rules(canvas, rules, sheet)
    return canvas.figure()


def _places(rows: dict[str, list[Row]]) -> tuple[dict[str, float], list[tuple[float, Row, int]], float]:
    """The height of each strip, counted in strips from the top; a heading stands above each group at the end."""
    ends = [periods[-1] for periods in rows.values()]
    groups = [_group(row) for row in ends]
    runs = 1 + sum(one != other for one, other in zip(groups, groups[1:], strict=False))
    is_grouped = runs == len(set(groups))
    places: dict[str, float] = {}
    headings: list[tuple[float, Row, int]] = []
    at = 0.0
    for index, row in enumerate(ends):
        if is_grouped and (index == 0 or groups[index] != groups[index - 1]):
            at += 0.5 if index else 0.1
            headings.append((at, row, groups.count(groups[index])))
            at += 1
        places[row["pledger_id"]] = at
        at += 1
    return places, headings, at


def _group(row: Row) -> str:
    return str(row["status"]) if is_counted(row) else "not counted"


def _headings(canvas: Canvas, headings: list[tuple[float, Row, int]], sheet: Sheet) -> None:
    for at, row, count in headings:
        is_apart = not is_counted(row)
        words = "Not counted" if is_apart else heading(row["status"], row["kind"], {row["instrument"]} - {None, ""})
        canvas.note(
            x=0,
            xref="paper",
            xanchor="left",
            xshift=-_LEFT,
            y=at + 0.1,
            yref="y",
            text=f"<b>{words}</b> · {count}",
            font={
                "size": sheet.theme.px(14),
                "color": sheet.theme.muted if is_apart else sheet.theme.status_word[row["status"]],
            },
        )


def _axes(canvas: Canvas, rows: dict[str, list[Row]], places: dict[str, float], depth: float, sheet: Sheet) -> None:
    theme = sheet.theme
    canvas.arrange(
        meta={"min_width": 900},
        barmode="overlay",
        bargap=0,
        margin={"l": _LEFT, "r": 10, "t": _TOP, "b": _BOTTOM},
        xaxis={
            "type": "date",
            "range": [sheet.since.isoformat(), sheet.until.isoformat()],
            "fixedrange": True,
            "showgrid": True,
            "gridcolor": theme.hairline,
            "dtick": _every(sheet.days),
            "tickformat": "%b\n%Y",
            "tickcolor": theme.hairline,
            "tickfont": {"size": theme.px(13), "color": theme.muted},
            "zeroline": False,
        },
        yaxis={
            "range": [depth - 0.3, -0.8],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickmode": "array",
            "tickvals": [places[code] for code in rows],
            "ticktext": [ledgermarks.label(periods[-1]) for periods in rows.values()],
            "tickfont": {"size": theme.px(13), "color": theme.ink},
        },
    )


def _every(days: int) -> str:
    months = 1 if days < 250 else 2 if days < 560 else 3 if days < 900 else 6
    return f"M{months}"
