"""The ledger: one strip per country, what stood when, fading as it ages without being said again."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import ledgerframes, ledgermarks, ledgermonths, ledgerstarts, ledgerwords
from dashboard.figures.canvas import Canvas, Mark, mark_of, nothing_to_show
from dashboard.figures.labels import text_width
from dashboard.figures.ledgerrows import Head, Order, arranged, heads
from dashboard.figures.ledgersheet import Sheet
from dashboard.figures.ledgerslide import LOW, Kept, kept_within, without
from dashboard.figures.strips import Row, by_pledger
from dashboard.figures.theme import Theme, halo
from dashboard.readings.prose import as_day

__all__ = ["Order", "ledger"]

# Strips beyond so many get a lower row each, so that most of a long ledger is seen at once.
_ROWS = ((22, 22.0), (30, 19.0), (10**6, 16.5))
_TOP, _LINE, _BOTTOM = 10, 17, 46
_LEFT, _RIGHT = 150, 10
# Where the room is narrower than the words were placed for, the chart scrolls within itself.
_NARROW, _WIDE = 620, 900
_LEFT_SLIDE, _HEADS = 112, 1.0
_NAME = 0.82
_MARKUP = re.compile("<[^>]*>")
_MONTHS = 38.0
_CAUTIOUS = 0.94


def ledger(
    periods: Sequence[Row],
    theme: Theme,
    since: Any,
    until: Any,
    dense: tuple[Any, Any],
    rules: pd.DataFrame | None = None,
    width: int = 1060,
    order: Order | None = None,
    focus: str | None = None,
    height: int | None = None,
) -> go.Figure:
    """Position ledger of one kind or, one panel below the other, of several; days from ``since`` to ``until``.

    ``periods`` as ``figures.strips.periods`` makes them, of each kind; ``order`` says in which order they stand.
    ``dense`` is the span of dense coverage (first and last day): time outside it is veiled and named.
    On ``width`` pixels or more; where that is narrow, names stand above their strips.
    ``rules`` has event_id, starts_on, title and place of the events drawn as lines. Segments and dots carry
    ``customdata`` [pledge_id, pledger_id]; the heads of the lines carry [event_id]. ``focus`` is the pledge or the
    pledger that is framed. Within ``height`` strips are lower, and where they don't all fit, ``layout.meta.left_out``
    says in words what isn't drawn.
    """
    start, end = as_day(since), as_day(until)
    if not periods or start is None or end is None:
        return nothing_to_show(theme, "No position is on record in this time.")
    asked, dense_days = order or Order(), (as_day(dense[0]), as_day(dense[1]))
    periods = arranged(periods, asked)
    rows = by_pledger(periods)
    is_narrow = width < _NARROW and not height
    high = next(pixels for most, pixels in _ROWS if is_narrow or len(rows) <= most)
    kept = Kept(tuple(rows), asked, "")
    if height:
        lines = _head_lines(rules, Sheet(theme, start, end, {}, dense_days, width - _LEFT_SLIDE - _RIGHT))
        kept = kept_within(rows, asked, theme, height - _TOP - _LINE * lines - _BOTTOM - LOW, width)
        periods, rows, asked, high = (
            without(periods, kept),
            {strip: rows[strip] for strip in kept.strips},
            kept.order,
            LOW,
        )
    places, headings, depth = _places(rows, heads(rows, asked, theme), _NAME if is_narrow else 0.0)
    names = {strip: ledgermarks.label(own, theme, asked) for strip, own in rows.items()}
    left = 14 if is_narrow else _left(names, _LEFT if width >= _NARROW else _LEFT_SLIDE, theme)
    across = _CAUTIOUS * (width - left - _RIGHT) / theme.scale
    months = _HEADS if height else _MONTHS / high
    sheet = Sheet(theme, start, end, places, dense_days, across, high)
    canvas = Canvas(theme)
    canvas.add_all(ledgermarks.segments(periods, sheet))
    canvas.add_all(ledgerstarts.tails(periods, sheet))
    canvas.add_all(ledgermarks.outlines(periods, sheet))
    canvas.add_all(ledgermarks.veil(depth, sheet))
    canvas.add_all(ledgermarks.said_again(periods, sheet))
    canvas.add_all(ledgermarks.remarks(periods, sheet))
    canvas.add_all(ledgerwords.words(periods, sheet))
    for shape in (
        *ledgerwords.tints(sheet),
        *ledgerstarts.open_frames(periods, sheet),
        *ledgerframes.previous(periods, sheet),
        *ledgerframes.focused(periods, sheet, focus),
    ):
        canvas.shape(**shape)
    _headings(canvas, headings, sheet, left, not kept.left_out)
    if is_narrow:
        canvas.add(_names_above(names, sheet))
    named, span = ledgermonths.months(_every(sheet, is_narrow), sheet, _RIGHT), [depth - 0.3, -months - 0.2]
    if not height:
        canvas.add(ledgermonths.months_above(named, span[1], sheet))
    canvas.arrange(xaxis=ledgermonths.month_axis(named, sheet), yaxis=_names_axis(names, is_narrow, span, sheet))
    canvas.arrange(
        meta={} if is_narrow else {"min_width": min(_WIDE, max(width, _NARROW))}, barmode="overlay", bargap=0
    )
    top = _TOP + _LINE * ledgerwords.heads(canvas, rules, sheet)
    if kept.left_out:
        canvas.arrange(meta={"left_out": kept.left_out})
    margin = {"l": left, "r": _RIGHT, "t": top, "b": _BOTTOM}
    canvas.arrange(margin=margin, height=round((depth + months) * high) + top + _BOTTOM)
    return canvas.figure()


def _head_lines(rules: pd.DataFrame | None, sheet: Sheet) -> int:
    """How many lines the names above the strips will take."""
    return ledgerwords.heads(Canvas(sheet.theme), rules, sheet)


def _left(names: dict[str, str], least: int, theme: Theme) -> int:
    """Pixels beside the strips, as many as the longest name needs."""
    widest = max(text_width(_MARKUP.sub("", name), theme.px(13)) for name in names.values())
    return round(max(least, widest + 12))


def _places(
    rows: dict[str, list[Row]], headings: dict[str, list[Head]], name: float
) -> tuple[dict[str, float], list[tuple[float, Head]], float]:
    """The height of each strip, counted in strips from the top, below its headings.

    ``name`` is the room for a name above each strip.
    """
    places: dict[str, float] = {}
    placed: list[tuple[float, Head]] = []
    at = 0.0
    for index, strip in enumerate(rows):
        for head in headings.get(strip, []):
            at += (0.8 if head.is_panel else 0.4) if index else 0.1
            placed.append((at, head))
            at += 1.15 if head.is_panel else 1
        at += name
        places[strip] = at
        at += 1
    return places, placed, at


def _headings(canvas: Canvas, headings: list[tuple[float, Head]], sheet: Sheet, left: int, is_counted: bool) -> None:
    for at, head in headings:
        canvas.note(
            x=0,
            xref="paper",
            xanchor="left",
            xshift=-left,
            y=at + 0.1,
            yref="y",
            bgcolor=sheet.theme.paper,
            borderpad=0,
            text=f"<b>{head.words}</b>" + (f" · {head.count}" if is_counted else ""),
            font={
                "size": sheet.theme.px(16 if head.is_panel else 14 if sheet.high > LOW else 12),
                "color": head.colour,
            },
        )


def _names_above(names: dict[str, str], sheet: Sheet) -> Mark:
    """On a narrow picture each name stands above its strip."""
    return mark_of(
        "scatter",
        name="names",
        mode="text",
        x=[sheet.since.isoformat()] * len(names),
        y=[sheet.places[strip] - _NAME for strip in names],
        text=list(names.values()),
        textposition="middle right",
        textfont={"size": sheet.theme.px(13), "color": sheet.theme.ink, "shadow": halo(sheet.theme)},
        hoverinfo="skip",
    )


def _names_axis(names: dict[str, str], is_narrow: bool, span: list[float], sheet: Sheet) -> dict[str, Any]:
    """The axis of strips, with their names where there is room beside them."""
    return {
        "range": span,
        "showticklabels": not is_narrow,
        "fixedrange": True,
        "automargin": False,
        "showgrid": False,
        "zeroline": False,
        "tickvals": [sheet.places[strip] for strip in names],
        "ticktext": list(names.values()),
        "tickfont": {"size": sheet.theme.px(13 if sheet.high >= 18 else 12), "color": sheet.theme.ink},
    }


def _every(sheet: Sheet, is_narrow: bool) -> int:
    """Months from one tick to the next, as few as have room for their words."""
    least = 38 if is_narrow else 56
    return next((step for step in (1, 2, 3, 6) if sheet.pixels(30.4 * step) >= least), 12)
