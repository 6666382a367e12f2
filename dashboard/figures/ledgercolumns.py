"""A ledger within a height: strips as low as type allows, in two columns where one has no room for all of them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import ledgerheads, ledgermarks, ledgermonths
from dashboard.figures.canvas import Canvas
from dashboard.figures.ledgerbody import (
    CAUTIOUS,
    LEFT,
    LINE,
    RIGHT,
    ROOMY,
    every,
    gaps,
    headings,
    left_of,
    marks,
    names_axis,
    places,
)
from dashboard.figures.ledgerkey import occurring
from dashboard.figures.ledgerrows import Order
from dashboard.figures.ledgersheet import Days, Sheet
from dashboard.figures.ledgerslide import LOW, TWO, kept_within
from dashboard.figures.strips import Row, by_pledger
from dashboard.figures.theme import Theme
from dashboard.readings.prose import short_date

_TOP, _BOTTOM, _ABOVE = 3, 22, 0.6
_GAP = 22
# The share of days before the first position that a slide leaves out, and what of the others it has before it.
MOST_EMPTY, BEFORE, LEAST_DAYS = 0.25, 0.06, 60


def slide(
    periods: list[Row],
    theme: Theme,
    days: Days,
    rules: pd.DataFrame | None,
    size: tuple[int, int],
    order: Order,
    focus: str | None,
    is_plain: bool = False,
) -> go.Figure:
    """The ledger on a slide of that width and height, its periods in order.

    Where strips have no room at all, ``layout.meta.left_out`` says in words how many are shown and which are not;
    ``marks`` there names what the key has to explain.
    """
    rows, (width, height) = by_pledger(periods), size
    days, before = days_of(periods, days)
    names = {strip: ledgermarks.label(own, theme, order) for strip, own in rows.items()}
    left = left_of(names, LEFT, theme)

    def sheet_of(strips: dict[str, float], across: float) -> Sheet:
        room = CAUTIOUS * (across - left - RIGHT) / theme.scale
        return Sheet(theme, days.since, days.until, strips, days.dense, room, LOW, is_tight=True)

    lines = ledgerheads.heads(Canvas(theme), rules, sheet_of({}, half(width) if width >= TWO else width))
    kept = kept_within(rows, order, theme, height - _TOP - LINE * lines - _BOTTOM - _ABOVE * LOW, width, is_plain)
    across = half(width) if len(kept.columns) > 1 else width
    placed = [places(column, kept.heads) for column in kept.columns]
    pitch = min(ROOMY, (height - _TOP - LINE * lines - _BOTTOM) / (max(one.depth for one in placed) + _ABOVE))
    depth, top, canvases, found = max(one.depth for one in placed), 0, list[Canvas](), set[str]()
    for one in placed:
        sheet = sheet_of(one.strips, across)
        own = [row for row in periods if row["strip"] in one.strips]
        canvas = marks(own, sheet, depth, focus, is_plain)
        headings(canvas, one.heads, sheet, left)
        named = ledgermonths.months(every(sheet, False), sheet, RIGHT, " ")
        span = [depth - 0.4, -_ABOVE - 0.3]
        axis = names_axis({strip: names[strip] for strip in one.strips}, False, span, sheet)
        canvas.arrange(xaxis=ledgermonths.month_axis(named, sheet), yaxis=axis)
        top = max(top, _TOP + LINE * ledgerheads.heads(canvas, rules, sheet, gaps(one.heads, span, sheet, left, pitch)))
        found |= occurring(own, sheet, canvas)
        canvases.append(canvas)
    if before:
        font = {"size": theme.px(11.5), "color": theme.muted}
        canvases[0].note(text=before, x=0, y=0, xref="paper", yref="paper", xanchor="right", yanchor="top", font=font)
    canvas = beside(canvases, width, left)
    told = {"left_out": kept.left_out} if kept.left_out else {}
    canvas.arrange(meta={"marks": sorted(found), **told}, barmode="overlay", bargap=0)
    canvas.arrange(margin={"l": left, "r": RIGHT, "t": top, "b": _BOTTOM})
    canvas.arrange(height=round((depth + _ABOVE) * LOW) + top + _BOTTOM)
    return canvas.figure()


def days_of(periods: Sequence[Row], days: Days) -> tuple[Days, str]:
    """The days without a long stretch before the first position, and words that say from when there are any."""
    first = min(row["starts_on"] for row in periods)
    spanned = days.until - first
    if spanned.days < LEAST_DAYS or (first - days.since) < (days.until - days.since) * MOST_EMPTY:
        return days, ""
    return days._replace(since=first - spanned * BEFORE), f"none before {short_date(first).split(' ', 1)[1]}"


def half(width: float) -> float:
    """How wide each of two columns is."""
    return (width - _GAP) / 2


def beside(canvases: Sequence[Canvas], width: int, left: int) -> Canvas:
    """Canvases as columns of one, each with axes of its own; the names of strips stand left of each."""
    first = canvases[0]
    across, each = width - left - RIGHT, half(width) - left - RIGHT
    for number, other in enumerate(canvases[1:], 2):
        first.layout["xaxis"] = {**first.layout["xaxis"], "domain": [0, each / across]}
        start = (half(width) + _GAP) / across
        first.layout[f"xaxis{number}"] = {
            **other.layout["xaxis"],
            "domain": [start, start + each / across],
            "anchor": f"y{number}",
        }
        first.layout[f"yaxis{number}"] = {**other.layout["yaxis"], "anchor": f"x{number}"}
        first.add_all({**mark, "xaxis": f"x{number}", "yaxis": f"y{number}"} for mark in other.traces)
        for part in ("annotations", "shapes"):
            first.layout[part] += [moved(one, number) for one in other.layout[part]]
    return first


def moved(part: Mapping[str, Any], number: int) -> dict[str, Any]:
    """A note or a shape on the axes of that number; what stood at the paper's edge stands at the column's."""
    across, up = part.get("xref", "x"), part.get("yref", "y")
    return {
        **part,
        "xref": f"x{number} domain" if across == "paper" else f"x{number}",
        "yref": up if up == "paper" else f"y{number}",
    }
