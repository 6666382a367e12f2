"""Long windows: statements of a lane counted by week or month, stacked by what they do. Lengths in pixels."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from dashboard.figures.acts import act_of
from dashboard.figures.lanes import Chip, Lane, Mark, chip
from dashboard.figures.timescale import Timescale

DAILY = 6.0
_COLUMN = 6.0
HEIGHT = 46.0
_PAD = 7.0


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


def count_lane(
    rows: pd.DataFrame, name: str, top: float, scale: Timescale, columns: Columns, focus: Collection[str] = ()
) -> Lane:
    """One chip per column with statements, and marks for the focused ones on top of the lane."""
    lane = Lane(name, top, top + HEIGHT, [], [])
    starts = rows["starts_on"].map(lambda day: columns.start(day.date()))
    for start, group in rows.groupby(starts, sort=True):
        end = columns.end(start)
        left = max(scale.at(start, 0), 0.0)
        right = min(scale.at(end, 1), scale.pixels)
        lane.chips.append(chip(group, (left + right) / 2, lane.bottom, start.isoformat(), end.isoformat()))
    picked = rows[rows["item_id"].isin(set(focus))]
    for row, day, item, code in zip(
        picked.index, picked["starts_on"], picked["item_id"], picked["cameo_code"], strict=True
    ):
        lane.marks.append(Mark(str(item), scale.at(day), lane.top + 12, act_of(code), int(row)))
    return lane


def unit_height(lanes: list[Lane]) -> float:
    """Pixels per statement, one scale for all lanes; at most 6, so that few don't look like many."""
    most = max((found.count for lane in lanes for found in lane.chips), default=1)
    return min(6.0, (HEIGHT - _PAD - 6) / most)


def stacked(found: Chip, unit: float) -> list[tuple[int, float, float]]:
    """Segments of a column from the bottom up: act, y of its lower edge, height."""
    parts, bottom = [], found.y - 1
    for act, count in enumerate(found.acts):
        if count:
            parts.append((act, bottom, count * unit))
            bottom -= count * unit
    return parts
