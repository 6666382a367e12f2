"""Long windows: statements of a lane counted by week or month, stacked by what they do. Lengths in pixels."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from dashboard.figures.lanes import Chip, Lane, Mark, Said, chip
from dashboard.figures.timescale import Timescale

DAILY = 6.0
_COLUMN = 6.0
_TALLEST = 44.0
_LOWEST = 26.0
_PAD = 8.0
_MARK = 15.0


@dataclass(frozen=True)
class Columns:
    """Weeks (from Monday) or months as the unit of counting."""

    is_weekly: bool

    def start(self, day: date) -> date:
        """First day of the column that holds ``day``."""
        return day - timedelta(days=day.weekday()) if self.is_weekly else day.replace(day=1)

    def end(self, start: date) -> date:
        """Last day of the column that begins on ``start``."""
        if self.is_weekly:
            return start + timedelta(days=6)
        return date(start.year + start.month // 12, start.month % 12 + 1, 1) - timedelta(days=1)


def columns_for(scale: Timescale) -> Columns | None:
    """None where days are wide enough for marks; else the smallest unit whose column can be seen."""
    if scale.per_day >= DAILY:
        return None
    return Columns(is_weekly=scale.per_day * 7 >= _COLUMN)


def grouped(said: list[Said], columns: Columns) -> list[tuple[date, list[Said]]]:
    """Statements by the first day of their column."""
    ordered = sorted(said, key=lambda one: (one.day, -one.rank, one.item_id))
    return [(start, list(group)) for start, group in groupby(ordered, key=lambda one: columns.start(one.day))]


def pixels_per_statement(lanes: dict[str, list[Said]], columns: Columns, collected: str) -> float:
    """One height per statement for all lanes, set by the fullest column of a lane that is not ``collected``."""
    counts = [len(group) for name, said in lanes.items() if name != collected for _, group in grouped(said, columns)]
    return min(7.0, _TALLEST / max(counts, default=1))


def count_lane(
    said: list[Said],
    name: str,
    top: float,
    scale: Timescale,
    columns: Columns,
    unit: float,
    focus: Collection[str],
    head: float = 0.0,
) -> Lane:
    """One column per week or month with statements, and marks for the focused ones above them."""
    weeks = grouped(said, columns)
    chosen = [one for one in said if one.item_id in focus]
    tallest = max(len(group) for _, group in weeks) * unit
    lane = Lane(name, top, top + head + max(_LOWEST, tallest + _PAD + (20 if chosen else 0)))
    for start, group in weeks:
        end = columns.end(start)
        left, right = max(scale.at(start, 0), 0.0), min(scale.at(end, 1), scale.pixels)
        lane.chips.append(chip(group, (left + right) / 2, lane.bottom, start, end, right - left))
    lane.marks = _in_a_row(chosen, lane.top + head + 12, scale)
    return lane


def _in_a_row(chosen: list[Said], y: float, scale: Timescale) -> list[Mark]:
    """Marks from left to right by day, moved on where they would cover each other."""
    marks: list[Mark] = []
    for one in sorted(chosen, key=lambda one: (one.day, one.item_id)):
        x = max(scale.at(one.day), marks[-1].x + _MARK if marks else 0.0)
        marks.append(Mark(one.item_id, x, y, one.act, one.row))
    return marks


def stacked(found: Chip, unit: float) -> list[tuple[int, float, float]]:
    """Segments of a column from the bottom up: act, y of its lower edge, height."""
    parts, bottom = [], found.y - 1
    for act, count in enumerate(found.acts):
        if count:
            parts.append((act, bottom, count * unit))
            bottom -= count * unit
    return parts
