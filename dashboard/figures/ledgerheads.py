"""What stands above a ledger: names of events at their days, each with its line, and of what coverage is thin."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from dashboard.figures.canvas import Canvas, Mark, folded, mark_of
from dashboard.figures.headplaces import EDGE, Place, head_places
from dashboard.figures.ledgersheet import WIDE, Sheet
from dashboard.figures.strips import Row
from dashboard.readings.prose import as_day, long_date, short_date, text
from dashboard.readings.wording import rows as records

_HEAD_PX = 6.2
_BEFORE = 90  # pixels left of a tight sheet, over the names of its strips
_BESIDE = 10  # pixels between a name and a line that passes it
_THIN = "thin coverage"


class Gaps(NamedTuple):
    """Where lines down a ledger are open for names above its strips: bottom and top, and each name's span and width."""

    bottom: float
    top: float
    names: list[tuple[float, float, float]]

    def pieces(self, across: float) -> list[tuple[float, float]]:
        """From the top down, what is left of a line that stands so many pixels from the left edge."""
        crossed = [(start, end) for start, end, wide in self.names if across < wide + _BESIDE]
        starts, ends = [self.top, *(end for _, end in crossed)], [*(start for start, _ in crossed), self.bottom]
        return list(zip(starts, ends, strict=True))


def heads(canvas: Canvas, rules: pd.DataFrame | None, sheet: Sheet, gaps: Gaps | None = None) -> int:
    """Above the strips: names of events at their dashed lines, and of the thin stretches; they step, never touch.

    How many lines they take. ``gaps`` are left open in the dashed ones.
    """
    shown = _within(rules, sheet)
    days = [day for row in shown if (day := as_day(row["starts_on"]))]
    names, places = _named(shown, days, sheet)
    _rules(canvas, sheet, list(zip(days, places, strict=True)), gaps)
    for day, name, place in zip(days, names, places, strict=True):
        _head(canvas, day, folded(name), place, sheet.theme.ink, sheet)
    for left, right in sheet.thin_spans():
        is_last = right == sheet.until
        _thin(canvas, sheet, right if is_last else left, is_last, places)
    if shown:
        canvas.add(_rule_heads(shown, sheet))
    return 1 + max((place.level for place in places), default=0)


def _named(shown: list[Row], days: list[date], sheet: Sheet) -> tuple[list[str], list[Place]]:
    """Names of events with their days, and where they stand; for want of room the shorter ones on fewer lines."""
    called = [text(row.get("label")) or text(row.get("place")) or text(row["title"])[:24] for row in shown]
    full = [f"{name}, {short_date(day)}" for name, day in zip(called, days, strict=True)]
    found = [_placed(full, days, sheet)]
    if sheet.is_tight or any(place.start < -EDGE or place.level > 2 for place in found[0][1]):
        brief = [short_date(day).rpartition(" ")[0] for day in days]
        choices = [[f"{name}, {day}" for name, day in zip(called, brief, strict=True)]]
        before = [None, *called]  # the same place is named once
        choices += [
            [day if name == last else f"{name}, {day}" for name, last, day in zip(called, before, brief, strict=False)]
        ]
        found += [_placed(names, days, sheet) for names in choices]
    return min(found, key=lambda one: max((place.level for place in one[1]), default=0))


def _placed(names: list[str], days: list[date], sheet: Sheet) -> tuple[list[str], list[Place]]:
    """Names, and where they stand at their days."""
    at = [sheet.pixels((day - sheet.since).days) for day in days]
    wide = [len(name) * _HEAD_PX + 10 for name in names]
    return names, head_places(list(zip(at, wide, strict=True)), sheet.across, _BEFORE * sheet.is_tight)


def _within(rules: pd.DataFrame | None, sheet: Sheet) -> list[Row]:
    found = records(rules.sort_values("starts_on")) if rules is not None else []
    return [row for row in found if sheet.since <= (as_day(row["starts_on"]) or date.min) <= sheet.until]


def _rules(canvas: Canvas, sheet: Sheet, days: list[tuple[date, Place]], gaps: Gaps | None) -> None:
    """The lines at days, and the thin continuation of each up to the day's name."""
    at_days = [{"type": "line", "layer": "below", "x0": str(day), "x1": str(day), "xref": "x"} for day, _ in days]
    dashed = {"color": sheet.theme.ink, "width": 1, "dash": "dot"}
    for at_day, (day, _) in zip(at_days, days, strict=True):
        pieces = gaps.pieces(sheet.pixels((day - sheet.since).days)) if gaps else [(0, 1)]
        for start, end in pieces:
            canvas.shape(**at_day, line=dashed, y0=start, y1=end, yref="y" if gaps else "paper")
    for at_day, (_, place) in zip(at_days, days, strict=True):
        leader = {"yref": "paper", "ysizemode": "pixel", "yanchor": 1, "y0": 0, "y1": 14 + 16 * place.level}
        canvas.shape(**at_day, line={"color": sheet.theme.muted, "width": 0.7}, **leader)


def _thin(canvas: Canvas, sheet: Sheet, day: date, is_before: bool, places: list[Place]) -> None:
    """The name of a thin stretch, on the lowest line where neither a name nor the line to one stands in its way."""
    at, wide = sheet.pixels((day - sheet.since).days), len(_THIN) * _HEAD_PX + 10
    start, end = (at - wide, at) if is_before else (at, at + wide)
    lines = range(1 + max((place.level for place in places), default=0))
    free = [line for line in lines if not any(_meets(start, end, line, place) for place in places)]
    if free:
        _head(canvas, day, f"<i>{_THIN}</i>", Place(at, is_before, start, end, free[0]), sheet.theme.muted, sheet)


def _meets(start: float, end: float, line: int, place: Place) -> bool:
    """Whether words on a line would touch a name, or the line that leads up to it."""
    is_beside = start < place.end and place.start < end
    return is_beside if place.level == line else place.level > line and start < place.at < end


def _head(canvas: Canvas, day: date, words: str, place: Place, colour: str, sheet: Sheet) -> None:
    canvas.note(
        x=day.isoformat(),
        xanchor="right" if place.is_left else "left",
        xshift=-3 if place.is_left else 3,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=2 + 16 * place.level,
        text=words,
        font={"size": sheet.theme.px(12), "color": colour},
    )


def _rule_heads(rows: list[Row], sheet: Sheet) -> Mark:
    """Triangles whose tips touch the place of the first strip."""
    size = sheet.theme.px(9)
    return mark_of(
        "scatter",
        name="events",
        mode="markers",
        x=[str(as_day(row["starts_on"])) for row in rows],
        y=[-WIDE / 2 - size / 2 / sheet.high] * len(rows),
        cliponaxis=False,
        marker={"symbol": "triangle-down", "size": size, "color": sheet.theme.ink},
        customdata=[[row["event_id"]] for row in rows],
        hovertext=[f"<b>{folded(row['title'])}</b><br>{long_date(row['starts_on'])}" for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )
