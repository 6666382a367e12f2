"""The ledger: one strip per country, what stood when, fading as it ages without being said again."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import ledgerheads, ledgermarks, ledgermonths
from dashboard.figures.canvas import Mark, mark_of, nothing_to_show
from dashboard.figures.ledgerbody import (
    CAUTIOUS,
    LEFT,
    LINE,
    RIGHT,
    every,
    headings,
    left_of,
    marks,
    names_axis,
    places,
    width_of,
)
from dashboard.figures.ledgercolumns import slide
from dashboard.figures.ledgerheads import Gaps
from dashboard.figures.ledgerrows import Order, arranged, heads
from dashboard.figures.ledgersheet import Days, Sheet
from dashboard.figures.strips import Row, by_pledger
from dashboard.figures.theme import Theme, halo
from dashboard.readings.prose import as_day

__all__ = ["Order", "ledger"]

# Strips beyond so many get a lower row each, so that most of a long ledger is seen at once.
_ROWS = ((22, 22.0), (30, 19.0), (10**6, 16.5))
_TOP, _BOTTOM = 10, 46
_LEFT = 150
# Where the room is narrower than the words were placed for, the chart scrolls within itself.
_NARROW, _WIDE = 620, 900
_NAME = 0.82
_MONTHS = 38.0


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
    is_plain: bool = False,
) -> go.Figure:
    """Position ledger of one kind or, one panel below the other, of several; days from ``since`` to ``until``.

    ``periods`` as ``figures.strips.periods`` makes them, of each kind; ``order`` says in which order they stand.
    ``dense`` is the span of dense coverage (first and last day): time outside it is veiled and named.
    On ``width`` pixels or more; where that is narrow, names stand above their strips.
    ``rules`` has event_id, starts_on, title and place of the events drawn as lines. Segments and dots carry
    ``customdata`` [pledge_id, pledger_id]; the heads of the lines carry [event_id]. ``focus`` is the pledge or the
    pledger that is framed. Within ``height`` strips are lower, and where they don't all fit, ``layout.meta.left_out``
    says in words what isn't drawn. One that ``is_plain`` has no marks of what was said again or beside.
    """
    start, end = as_day(since), as_day(until)
    if not periods or start is None or end is None:
        return nothing_to_show(theme, "No position is on record in this time.")
    asked = order or Order()
    periods, days = arranged(periods, asked), Days(start, end, (as_day(dense[0]), as_day(dense[1])))
    if height:
        return slide(periods, theme, days, rules, (width, height), asked, focus, is_plain)
    rows, is_narrow = by_pledger(periods), width < _NARROW
    high = next(pixels for most, pixels in _ROWS if is_narrow or len(rows) <= most)
    placed = places(tuple(rows), heads(rows, asked, theme), _NAME if is_narrow else 0.0)
    names = {strip: ledgermarks.label(own, theme, asked) for strip, own in rows.items()}
    left = 14 if is_narrow else left_of(names, _LEFT if width >= _NARROW else LEFT, theme)
    across, months = CAUTIOUS * (width - left - RIGHT) / theme.scale, _MONTHS / high
    sheet = Sheet(theme, days.since, days.until, placed.strips, days.dense, across, high)
    canvas = marks(periods, sheet, placed.depth, focus)
    headings(canvas, placed.heads, sheet, left)
    if is_narrow:
        canvas.add(_names_above(names, sheet))
    named, span = ledgermonths.months(every(sheet, is_narrow), sheet, RIGHT), [placed.depth - 0.3, -months - 0.2]
    canvas.add(ledgermonths.months_above(named, span[1], sheet))
    canvas.arrange(xaxis=ledgermonths.month_axis(named, sheet), yaxis=names_axis(names, is_narrow, span, sheet))
    canvas.arrange(
        meta={} if is_narrow else {"min_width": min(_WIDE, max(width, _NARROW))}, barmode="overlay", bargap=0
    )
    top = _TOP + LINE * ledgerheads.heads(canvas, rules, sheet, _gaps(names, span, sheet) if is_narrow else None)
    canvas.arrange(margin={"l": left, "r": RIGHT, "t": top, "b": _BOTTOM})
    canvas.arrange(height=round((placed.depth + months) * high) + top + _BOTTOM)
    return canvas.figure()


def _gaps(names: dict[str, str], span: list[float], sheet: Sheet) -> Gaps:
    """Where names above strips stand, which no line crosses."""
    half = 0.5 * LINE / sheet.high
    at = {sheet.places[strip] - _NAME: width_of(name, sheet.theme) for strip, name in names.items()}
    return Gaps(span[0], span[1], [(middle - half, middle + half, wide) for middle, wide in sorted(at.items())])


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
