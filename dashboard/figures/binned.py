"""Long windows: items of a lane counted by week or month, stacked by what they do. Lengths in pixels."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TypeVar

from dashboard.figures.lanes import OTHERS, Chip, Lane, Mark, Said, counts_of
from dashboard.figures.timescale import Timescale

DAILY = 6.0
MOST_MARKS = 700
_COLUMN = 6.0
_SIGNED = 20.0
TALLEST = 44.0
_LOWEST = 26.0
_PAD = 11.0
_BARE = 3.0
_MARK = 15.0
T = TypeVar("T")


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


def columns_for(scale: Timescale, marks: int = 0) -> Columns | None:
    """None where days are wide enough for marks and there aren't too many; else the smallest unit that can be seen."""
    if scale.per_day >= DAILY and marks <= MOST_MARKS:
        return None
    return Columns(is_weekly=scale.per_day * 7 >= _COLUMN)


def is_dense(scale: Timescale, columns: Columns | None) -> bool:
    """True where columns are so narrow that a sign above each would stand in a row with the next."""
    return columns is not None and scale.per_day * (7 if columns.is_weekly else 30) < _SIGNED


def grouped(found: Iterable[T], columns: Columns, day_of: Callable[[T], date]) -> list[tuple[date, list[T]]]:
    """Items by the first day of their column."""
    days = [(day, list(ones)) for day, ones in groupby(sorted(found, key=day_of), key=day_of)]
    parts = groupby(days, key=lambda one: columns.start(one[0]))
    return [(start, [one for _, ones in part for one in ones]) for start, part in parts]


def pixels_per_statement(lanes: dict[str, list[Said]], columns: Columns, tallest: float = TALLEST) -> float:
    """One height per statement for all lanes, set by the fullest column of a lane of its own; by any if it is kept low.

    `tallest` is the height of that column.
    """
    others = {OTHERS} if tallest == TALLEST else set[str]()
    counts = [
        len(group) for code, said in lanes.items() if code not in others for _, group in grouped(said, columns, _day)
    ]
    return min(7.0, tallest / max(counts, default=1))


def _day(one: Said) -> date:
    return one.day


def count_lane(
    lane: Lane,
    said: list[Said],
    scale: Timescale,
    columns: Columns,
    unit: float,
    focus: Collection[str],
    is_bare: bool = False,
) -> Lane:
    """One column per week or month with statements, and marks for the focused ones above them unless they are many.

    Where nothing is signed above a column, the lane may be as low as its columns: ``is_bare``.
    """
    weeks = grouped(said, columns, _day)
    chosen = [one for one in said if one.item_id in focus]
    chosen = chosen if len(chosen) * _MARK <= scale.pixels / 2 else []
    tallest = max(len(group) for _, group in weeks) * unit
    lane.bottom = lane.top + lane.head + max(_LOWEST, tallest + (_BARE if is_bare else _PAD) + (20 if chosen else 0))
    for start, group in weeks:
        doubts = sum(one.is_doubted for one in group)
        lane.chips.append(column(counts_of(group), start, columns, scale, lane.bottom, doubts))
    lane.marks = _in_a_row(chosen, lane.top + lane.head + 12, scale)
    return lane


def column(
    acts: tuple[int, ...], start: date, columns: Columns, scale: Timescale, bottom: float, doubts: int = 0
) -> Chip:
    """The count of one week or month, as wide as its days within the window."""
    end = columns.end(start)
    left, right = max(scale.at(start, 0), 0.0), min(scale.at(end, 1), scale.pixels)
    first, last = max(start, scale.since), min(end, scale.until)
    return Chip((left + right) / 2, bottom, acts, first, last, right - left, doubts)


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
