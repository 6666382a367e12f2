"""Statements on lanes: which lanes there are, and where each mark stands. Lengths in pixels, y downwards."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from dashboard.figures.acts import act_of
from dashboard.figures.labels import Box
from dashboard.figures.timescale import Timescale

MAIN = ("Kyiv", "Moscow", "Washington", "EU", "NATO", "Paris", "London", "Berlin")
_MAIN_ACTORS = ("Ukraine", "Russia", "United States", "EU", "NATO", "France", "United Kingdom", "Germany")
STEP = 13.0
HANDFUL = 5
_PAD = 10.0
_LEAST = 36.0


class Said(NamedTuple):
    """A statement as the lanes need it; ``row`` is its place in the frame."""

    day: date
    rank: float
    item_id: str
    act: int
    row: int
    lane: str


@dataclass(frozen=True)
class Mark:
    """A statement or event at its place; ``act`` indexes ``acts.ACTS``, ``row`` the frame."""

    item_id: str
    x: float
    y: float
    act: int
    row: int

    def box(self, reach: float = 6.0) -> Box:
        """The square that the mark covers."""
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


@dataclass(frozen=True)
class Chip:
    """Statements of one lane from ``since`` to ``until`` that are counted instead of drawn one by one."""

    x: float
    y: float
    item_ids: tuple[str, ...]
    acts: tuple[int, ...]
    since: date
    until: date
    width: float = 0.0

    @property
    def count(self) -> int:
        """Statements behind the chip."""
        return len(self.item_ids)


@dataclass
class Lane:
    """One lane from ``top`` to ``bottom`` with its marks and chips."""

    name: str
    top: float
    bottom: float
    marks: list[Mark] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)


def statements_by_lane(
    items: pd.DataFrame, most: int, others: str, focus: Collection[str] = ()
) -> dict[str, list[Said]]:
    """Statements by lane: main capitals in their own order, then the busiest up to ``most`` lanes, the rest as one.

    Lanes are the text column ``lane`` (capital, country, speaker or topic: the caller's choice), else ``actor``.
    A main capital keeps its lane in every window where it has a statement, at the same place among the others.
    Up to three lanes of the focused conversation keep a lane of their own.
    """
    said = list(_said(items[items["item_kind"] == "statement"]))
    names = _kept(said, most, focus)
    lanes: dict[str, list[Said]] = {name: [] for name in (*names, others)}
    for one in said:
        lanes[one.lane if one.lane in lanes else others].append(one)
    return {name: found for name, found in lanes.items() if found}


def _said(rows: pd.DataFrame) -> Iterator[Said]:
    names = rows["lane" if "lane" in rows else "actor"].fillna("").astype(str)
    columns = (rows["starts_on"].dt.date, rows["rank"], rows["item_id"], rows["cameo_code"], rows.index, names)
    for day, rank, item, code, row, lane in zip(*columns, strict=True):
        yield Said(day, float(rank), str(item), act_of(code), int(row), lane)


def _kept(said: list[Said], most: int, focus: Collection[str]) -> list[str]:
    counts: dict[str, int] = {}
    for one in said:
        if one.lane:
            counts[one.lane] = counts.get(one.lane, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    main = [name for name in _main_of(ranked) if name in counts]
    others = [name for name in ranked if name not in main]
    room = most - len(main)
    if len(others) <= room + 1:
        return main + others
    chosen = set(focus)
    inside = {one.lane for one in said if one.item_id in chosen and one.lane}
    return main + [name for i, name in enumerate(others) if i < room or name in sorted(inside)[:3]]


def _main_of(names: Collection[str]) -> tuple[str, ...]:
    """Main lanes by capital, or by country where lanes are countries."""
    return max((MAIN, _MAIN_ACTORS), key=lambda main: len(set(main) & set(names)))


def place_lane(
    said: list[Said], name: str, top: float, scale: Timescale, focus: Collection[str] = (), head: float = 0.0
) -> Lane:
    """Marks of one lane, day by day: fanned out within a wide day, stacked on a narrow one, a chip past a handful.

    ``head`` is room for the lane's name above them.
    """
    across = max(1, min(6, int(scale.per_day // STEP)))
    days = by_day(said)
    tallest = max((min(-(-len(group) // across), HANDFUL) for _, group in days), default=1)
    lane = Lane(name, top, top + head + max(_LEAST, tallest * STEP + 2 * _PAD - 4))
    for day, group in days:
        _fill(lane, group, scale.at(day, 0), scale.per_day, across, set(focus))
    return lane


def by_day(said: Iterable[Said]) -> list[tuple[date, list[Said]]]:
    """Statements grouped by day, the most important of each day first."""
    ordered = sorted(said, key=lambda one: (one.day, -one.rank, one.item_id))
    return [(day, list(group)) for day, group in groupby(ordered, key=lambda one: one.day)]


def _fill(lane: Lane, group: list[Said], left: float, width: float, across: int, focus: set[str]) -> None:
    """Put one day's statements on the lane; the focused and the most important stay marks."""
    ordered = sorted(group, key=lambda one: one.item_id not in focus)
    room = across * HANDFUL
    kept = len(ordered) if len(ordered) <= room else max(room - 2, sum(one.item_id in focus for one in ordered))
    places = _slots(kept, across, left, width, lane.bottom - _PAD)
    lane.marks += [
        Mark(one.item_id, x, y, one.act, one.row) for (x, y), one in zip(places, ordered[:kept], strict=True)
    ]
    if rest := ordered[kept:]:
        top = min((y for _, y in places), default=lane.bottom) - STEP - 2
        lane.chips.append(chip(rest, left + width / 2, max(top, lane.top + 8), rest[0].day, rest[0].day))


def _slots(count: int, across: int, left: float, width: float, bottom: float) -> list[tuple[float, float]]:
    """Places for ``count`` marks, ``across`` to a row, from the bottom up and centred in the column."""
    places = []
    for start in range(0, count, across):
        row = min(across, count - start)
        indent = left + (width - (row - 1) * STEP) / 2
        places += [(indent + i * STEP, bottom - (start // across) * STEP) for i in range(row)]
    return places


def chip(said: list[Said], x: float, y: float, since: date, until: date, width: float = 0.0) -> Chip:
    """The count of ``said`` at one place."""
    acts = [0, 0, 0, 0]
    for one in said:
        acts[one.act] += 1
    return Chip(x, y, tuple(one.item_id for one in said), tuple(acts), since, until, width)
