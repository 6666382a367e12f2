"""Allocations by month of one release: a panel per donor, stacked by part, each month or the running total."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.aidpaint import occurring, part_colour, part_line, part_names
from dashboard.figures.canvas import Canvas, Mark, folded, in_template, mark_of, nothing_to_show
from dashboard.figures.sheet import least_width
from dashboard.figures.theme import Theme
from dashboard.readings.aid import donor_words, reading_months
from dashboard.readings.prose import as_day, is_missing, listed
from dashboard.readings.wording import Row, rows

MOST = 6
ALONE, PANEL, HEAD, FOOT = 360, 150, 34, 30
_NARROW = 560
# Within a height: the words above a panel, and the lowest panel whose scale can be read.
_HEAD_LOW, _FOOT_LOW, _LOWEST = 22, 22, 40


def months(
    months: pd.DataFrame,
    totals: pd.DataFrame,
    theme: Theme,
    pace: str = "running",
    width: int = 1060,
    height: int | None = None,
) -> go.Figure:
    """Months of query ``months`` in billions of euros, for at most ``MOST`` donors, in their order.

    ``totals`` are every donor's totals of the same release: amount and ranks stand above each panel. Each panel has a
    scale of its own. ``pace``: "running" or "monthly". ``customdata[0]`` is the donor, [1] the month's first day.
    Within ``height`` panels are lower; ``layout.meta.left_out`` names the donors that have no room even so, and
    ``layout.meta.reading`` tells of the others.
    """
    owned: dict[str, list[Row]] = {}
    for row in rows(months):
        owned.setdefault(str(row["actor_id"]), []).append(row)
    every = list(owned)[:MOST]
    if not every:
        return nothing_to_show(theme, "No month is on record for this selection.", 260)
    sizes = _sizes(len(every), height)
    donors = every[: sizes.panels]
    high = round((sizes.panel + sizes.head) * len(donors) + sizes.foot)
    canvas = Canvas(theme, height=high)
    named = {row["actor_id"]: row for row in rows(totals)}
    days = span_of_months([row["month_starts_on"] for own in owned.values() for row in own])
    for place, donor in enumerate(donors):
        bottom = 1 - (place + 1) * (sizes.panel + sizes.head) / (high - sizes.foot)
        axis, top = "" if place == 0 else str(place + 1), bottom + sizes.panel / (high - sizes.foot)
        canvas.add_all(_bars(owned[donor], days, pace, axis, theme))
        _title(canvas, named.get(donor), str(owned[donor][0]["donor"]), top, width)
        canvas.arrange(**_axes(axis, place == len(donors) - 1, max(bottom, 0.0), top, days, theme))
    left = [str(owned[donor][0]["donor"]) for donor in every[sizes.panels :]]
    words = f"{len(donors)} of {len(every)} donors. Not drawn: {listed(left)}."
    reading = reading_months(months[months["actor_id"].isin(donors)], totals)
    told: dict[str, Any] = {"left_out": words, "reading": reading} if left else {}
    told["marks"] = occurring(canvas.traces, "y")
    canvas.arrange(meta=least_width(width) | told, barmode="stack", bargap=0.16)
    canvas.arrange(margin={"l": 44, "r": 6, "t": 0, "b": sizes.foot})
    return canvas.figure()


class _Sizes(NamedTuple):
    """How many panels, how high each, the words above each, and the years below all of them, in pixels."""

    panels: int
    panel: float
    head: int
    foot: int


def _sizes(donors: int, height: int | None) -> _Sizes:
    """As high as is usual, or as many as a height has room for, the first ones."""
    if not height:
        return _Sizes(donors, ALONE if donors == 1 else PANEL, HEAD, FOOT)
    room = height - _FOOT_LOW
    count = max(1, min(donors, int(room / (_LOWEST + _HEAD_LOW))))
    return _Sizes(count, room / count - _HEAD_LOW, _HEAD_LOW, _FOOT_LOW)


def span_of_months(starts: Sequence[Any]) -> list[date]:
    """Every month from the first to the last on record, as its first day."""
    found = [day for start in starts if (day := as_day(start))]
    first, last = min(found), max(found)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [
        date(first.year + (first.month - 1 + step) // 12, (first.month - 1 + step) % 12 + 1, 1) for step in range(count)
    ]


def filled(own: Sequence[Row], days: Sequence[date], part: str, pace: str) -> list[float]:
    """A part for every month: a month without a row is one in which nothing was allocated."""
    given = {as_day(row["month_starts_on"]): float(row[part]) for row in own if not is_missing(row[part])}
    every = [given.get(day, 0.0) for day in days]
    return list(accumulate(every)) if pace == "running" else every


def _bars(own: Sequence[Row], days: Sequence[date], pace: str, axis: str, theme: Theme) -> list[Mark]:
    donor, head = own[0]["actor_id"], f"<b>{in_template(folded(str(own[0]['donor'])))}</b>, %{{x|%B %Y}}"
    parts = {part: filled(own, days, part, pace) for part in part_names()}
    words = [_month(own[0], day, {part: values[at] for part, values in parts.items()}) for at, day in enumerate(days)]
    return [
        mark_of(
            "bar",
            name=word,
            x=[str(day) for day in days],
            y=[round(value, 4) or None for value in parts[part]],
            xaxis="x",
            yaxis=f"y{axis}",
            marker={"color": part_colour(theme, part), "line": {"color": part_line(theme), "width": 0.4}},
            customdata=[[donor, str(day)] for day in days],
            hovertext=words if part == next(iter(parts)) else None,
            hovertemplate=f"{head}<br>{word}: €%{{y:.3f}} bn<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
        for part, word in part_names().items()
    ]


def _month(row: Row, day: date, values: dict[str, float]) -> str:
    """What a month's bar is made of, as it is read out."""
    names = part_names()
    made = [f"{names[part]}: €{value:.3f} bn" for part, value in values.items() if round(value, 4)]
    return "<br>".join([f"<b>{folded(str(row['donor']))}</b>, {day:%B %Y}", *(made or ["nothing allocated"])])


def _title(canvas: Canvas, row: Row | None, name: str, top: float, width: int) -> None:
    """The donor, its total and where it ranks: above the panel."""
    words = donor_words(row, width < _NARROW) if row else ""
    said = f"<b>{folded(name)}</b>  <span style='color:{canvas.theme.muted}'>{folded(words, 400)}</span>"
    canvas.note(
        text=said, xref="paper", yref="paper", x=0, y=top, xanchor="left", yanchor="bottom", align="left",
        font={"size": canvas.theme.px(14 if width >= _NARROW else 12.5), "color": canvas.theme.ink},
    )  # fmt: skip


def _axes(
    axis: str, is_last: bool, bottom: float, top: float, days: Sequence[date], theme: Theme
) -> dict[str, dict[str, object]]:
    plain = {"color": theme.muted, "size": theme.px(12)}
    upright = {
        "domain": [bottom, top], "anchor": "x", "fixedrange": True, "gridcolor": theme.hairline, "zeroline": False,
        "nticks": 4 if top - bottom > 0.2 else 3, "rangemode": "tozero", "tickprefix": "€", "ticksuffix": " bn",
        "tickfont": plain, "automargin": True,
    }  # fmt: skip
    if not is_last:
        return {f"yaxis{axis}": upright}
    start, end = days[0] - timedelta(days=18), days[-1] + timedelta(days=18)
    level = {
        "type": "date", "anchor": f"y{axis}", "range": [str(start), str(end)], "fixedrange": True,
        "showgrid": False, "dtick": "M12", "tick0": "2022-01-01", "tickformat": "%Y", "tickfont": plain,
    }  # fmt: skip
    return {f"yaxis{axis}": upright, "xaxis": level}
