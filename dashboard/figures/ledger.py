"""The ledger: one strip per country, what stood when, fading as it ages without being said again."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import ledgermarks, ledgerwords
from dashboard.figures.canvas import Canvas, nothing_to_show
from dashboard.figures.ledgersheet import Sheet
from dashboard.figures.strips import Row, by_pledger, strips
from dashboard.figures.theme import Theme
from dashboard.readings.prose import as_day
from dashboard.readings.wording import heading, is_counted
from dashboard.readings.wording import rows as records

__all__ = ["ledger", "strips"]

_ROW = 22
_TOP, _BOTTOM = 62, 46
_LEFT, _RIGHT = 150, 10
_NARROW = 620
_NAME = 0.82
_MONTHS = 1.75
_CAUTIOUS = 0.94


def ledger(
    strips: pd.DataFrame,
    theme: Theme,
    since: Any,
    until: Any,
    dense: tuple[Any, Any],
    rules: pd.DataFrame | None = None,
    width: int = 1060,
) -> go.Figure:
    """Position ledger of one kind, ``since`` to ``until`` (days, both included).

    ``strips`` as ``figures.strips.strips(changes, until)`` makes them; the order of their rows is the order of the
    strips. ``dense`` is the span of dense coverage (first and last day): time outside it is veiled and named.
    On ``width`` pixels or more; where that is narrow, names stand above their strips.
    ``rules`` has event_id, starts_on, title and place of the events drawn as lines. Segments and dots carry
    ``customdata`` [pledge_id, pledger_id]; the heads of the lines carry [event_id].
    """
    start, end = as_day(since), as_day(until)
    if strips.empty or start is None or end is None:
        return nothing_to_show(theme, "No position is on record in this time.")
    periods = records(strips)
    rows = by_pledger(periods)
    is_narrow = width < _NARROW
    places, headings, depth = _places(rows, _NAME if is_narrow else 0.0)
    across = _CAUTIOUS * (width - _left(is_narrow) - _RIGHT) / theme.scale
    sheet = Sheet(theme, start, end, places, (as_day(dense[0]), as_day(dense[1])), across)
    canvas = Canvas(theme, height=round((depth + _MONTHS) * _ROW) + _TOP + _BOTTOM)
    canvas.add_all(ledgermarks.segments(periods, sheet))
    canvas.add_all(ledgermarks.outlines(periods, sheet))
    canvas.add_all(ledgermarks.veil(depth, sheet))
    canvas.add_all(ledgermarks.said_again(periods, sheet))
    canvas.add_all(ledgerwords.words(periods, sheet))
    for tint in ledgerwords.tints(sheet):
        canvas.shape(**tint)
    for frame in ledgermarks.previous(periods, sheet):
        canvas.shape(**frame)
    _headings(canvas, headings, sheet, is_narrow)
    _axes(canvas, rows, depth, sheet, is_narrow)
    ledgerwords.months(canvas, _every(sheet, is_narrow), -_MONTHS - 0.2, sheet)
    ledgerwords.heads(canvas, rules, sheet)
    return canvas.figure()


def _left(is_narrow: bool) -> int:
    return 14 if is_narrow else _LEFT


def _places(rows: dict[str, list[Row]], name: float) -> tuple[dict[str, float], list[tuple[float, Row, int]], float]:
    """The height of each strip, counted in strips from the top; a heading stands above each group at the end.

    ``name`` is the room for a name above each strip.
    """
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
        at += name
        places[row["pledger_id"]] = at
        at += 1
    return places, headings, at


def _group(row: Row) -> str:
    return str(row["status"]) if is_counted(row) else "not counted"


def _headings(canvas: Canvas, headings: list[tuple[float, Row, int]], sheet: Sheet, is_narrow: bool) -> None:
    for at, row, count in headings:
        is_apart = not is_counted(row)
        words = "Not counted" if is_apart else heading(row["status"], row["kind"], {row["instrument"]} - {None, ""})
        canvas.note(
            x=0,
            xref="paper",
            xanchor="left",
            xshift=-_left(is_narrow),
            y=at + 0.1,
            yref="y",
            bgcolor=sheet.theme.paper,
            borderpad=0,
            text=f"<b>{words}</b> · {count}",
            font={
                "size": sheet.theme.px(14),
                "color": sheet.theme.muted if is_apart else sheet.theme.status_word[row["status"]],
            },
        )


def _axes(canvas: Canvas, rows: dict[str, list[Row]], depth: float, sheet: Sheet, is_narrow: bool) -> None:
    theme, places = sheet.theme, sheet.places
    names = {code: ledgermarks.label(periods[-1], theme) for code, periods in rows.items()}
    if is_narrow:
        font = {"size": theme.px(13), "color": theme.ink}
        edge = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -_left(is_narrow), "borderpad": 0}
        for code, name in names.items():
            canvas.note(y=places[code] - _NAME, yref="y", text=name, font=font, bgcolor=theme.paper, **edge)
    canvas.arrange(
        meta={} if is_narrow else {"min_width": 900},
        barmode="overlay",
        bargap=0,
        margin={"l": _left(is_narrow), "r": _RIGHT, "t": _TOP, "b": _BOTTOM},
        xaxis={
            "type": "date",
            "range": [sheet.since.isoformat(), sheet.until.isoformat()],
            "fixedrange": True,
            "showgrid": True,
            "gridcolor": theme.hairline,
            "dtick": f"M{_every(sheet, is_narrow)}",
            "tickformat": "%b\n%Y",
            "tickcolor": theme.hairline,
            "tickfont": {"size": theme.px(13), "color": theme.muted},
            "zeroline": False,
        },
        yaxis={
            "range": [depth - 0.3, -_MONTHS - 0.2],
            "showticklabels": not is_narrow,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickmode": "array",
            "tickvals": [places[code] for code in rows],
            "ticktext": list(names.values()),
            "tickfont": {"size": theme.px(13), "color": theme.ink},
        },
    )


def _every(sheet: Sheet, is_narrow: bool) -> int:
    """Months from one tick to the next, as few as have room for their words."""
    least = 38 if is_narrow else 56
    return next((step for step in (1, 2, 3, 6) if sheet.pixels(30.4 * step) >= least), 12)
