"""Statements on lanes: which lanes there are, and where each mark stands. Lengths in pixels, y downwards."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from dashboard.figures.acts import act_of
from dashboard.figures.labels import Box
from dashboard.figures.timescale import Timescale
from dashboard.readings.itemrows import statements_of

OTHERS = "others"
STEP = 13.0
CHIP = 19.0
HANDFUL = 5
MANY = 10
_PAD = 10.0
_LEAST = 36.0
_LOW = 25.0
_LOWEST = CHIP + 4
_FACING = 64.0
_OF_THE_FOCUS = 3


@dataclass(frozen=True)
class Grouping:
    """How statements are grouped: code → words in the order in which lanes stand; `main` lanes are always drawn.

    `noun` names several lanes ("capitals"); beyond `most`, lanes are counted together.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    main: tuple[str, ...] = ()
    noun: str = "actors"
    most: int = MANY


class Said(NamedTuple):
    """A statement as the lanes need it, and its row."""

    day: date
    rank: float
    item_id: str
    act: int
    row: Mapping[str, Any]
    is_doubted: bool = False


@dataclass(frozen=True)
class Mark:
    """A statement at its place, and its row; ``act`` indexes ``acts.ACTS``."""

    item_id: str
    x: float
    y: float
    act: int
    row: Mapping[str, Any]

    def box(self, reach: float = 6.0) -> Box:
        """The square that the mark covers."""
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


@dataclass(frozen=True)
class Chip:
    """Items of one lane from ``since`` to ``until`` that are counted instead of drawn one by one."""

    x: float
    y: float
    acts: tuple[int, ...]
    since: date
    until: date
    width: float = 0.0
    doubts: int = 0

    @property
    def count(self) -> int:
        """Items behind the chip."""
        return sum(self.acts)

    def covers(self, mark: Mark) -> bool:
        """Whether the chip would lie on a part of the mark."""
        return max(abs(mark.x - self.x), abs(mark.y - self.y)) < (CHIP + 8) / 2


@dataclass
class Lane:
    """One lane from ``top`` to ``bottom`` with its marks and chips; ``acts`` counts all its statements by act.

    ``head`` is room for its name above the marks; with ``is_hanging`` marks stand under its upper edge.
    """

    code: str
    name: str
    top: float
    bottom: float
    acts: tuple[int, ...] = ()
    head: float = 0.0
    is_hanging: bool = False
    marks: list[Mark] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Statements of the lane, drawn or counted."""
        return sum(self.acts)


Rows = Sequence[Mapping[str, Any]]


def statements_by_lane(rows: Rows, grouping: Grouping, focus: Collection[str] = ()) -> dict[str, list[Said]]:
    """Statements by code of their lane, in the grouping's order; those of lanes too many as ``OTHERS``, each once.

    A row says its lanes itself (``lanes``, a list of codes): of several topics it stands in each one's lane. It may
    bring what is `said_of` it, so that it isn't made again for each picture.
    """
    found: dict[str, list[Said]] = {}
    for row in statements_of(rows):
        said = row.get("said") or said_of(row)
        for code in row["lanes"] or ("",):
            found.setdefault(code, []).append(said)
    names = kept_lanes(found, grouping, focus)
    rest = {one.item_id: one for code, said in found.items() if code not in names for one in said}
    return {name: found[name] for name in names} | ({OTHERS: list(rest.values())} if rest else {})


def said_of(row: Mapping[str, Any]) -> Said:
    """A statement's row as the lanes need it."""
    act = act_of(row["cameo_code"])
    return Said(row["starts_on"], row["rank"], row["item_id"], act, row, bool(row["doubts"]))


def kept_lanes(found: Mapping[str, list[Said]], grouping: Grouping, focus: Collection[str] = ()) -> list[str]:
    """Lanes drawn on their own, in order: main ones, the fullest, and some of those that hold the focus."""
    place = {code: i for i, code in enumerate(grouping.names)}
    ranked = sorted((code for code in found if code), key=lambda code: (-len(found[code]), place.get(code, 999), code))
    main = [code for code in grouping.main if code in found]
    others = [code for code in ranked if code not in main]
    room = max(grouping.most - len(main), 0)
    if len(others) > room + 1:
        inside = [code for code in others[room:] if any(one.item_id in focus for one in found[code])]
        others = others[:room] + inside[:_OF_THE_FOCUS]
    return main + sorted(others, key=lambda code: (place.get(code, 999), code))


def counts_of(said: Iterable[Said]) -> tuple[int, ...]:
    """How many statements there are of each act."""
    acts = [0, 0, 0, 0]
    for one in said:
        acts[one.act] += 1
    return tuple(acts)


def place_lane(
    lane: Lane,
    said: list[Said],
    scale: Timescale,
    focus: Collection[str] = (),
    is_big: bool = False,
    handful: int = HANDFUL,
) -> Lane:
    """Put statements on the lane and set its lower edge: fanned out within a wide day, stacked on a narrow one.

    Past a ``handful`` a day ends in a chip with the rest; with ``is_big`` the lane holds two. Where a handful is
    fewer than usual, the lane is as low as its marks allow; where it is one, a chip stands in the marks' own row.
    """
    most = 2 * handful if is_big else handful
    across = max(1, min(6, int(scale.per_day // STEP)))
    days = by_day(said)
    tallest = max((min(-(-len(group) // across), most) for _, group in days), default=1)
    least = (_FACING if is_big else _LEAST) if handful == HANDFUL else _LOW
    high = _LOWEST if most == 1 else max(least, tallest * STEP + 2 * _PAD - 4)
    lane.bottom = lane.top + lane.head + high
    for day, group in days:
        _fill(lane, group, scale.at(day, 0), scale.per_day, across, most, set(focus))
    _gather(lane, {one.item_id: one for one in said if one.item_id not in focus})
    return lane


def _gather(lane: Lane, said: Mapping[str, Said]) -> None:
    """Count with a chip the statements of days nearby that it would cover; none of the focus."""
    for place, chip in enumerate(lane.chips):
        found = [mark for mark in lane.marks if mark.item_id in said and chip.covers(mark)]
        under = [said[mark.item_id] for mark in found]
        lane.marks = [mark for mark in lane.marks if mark not in found]
        lane.chips[place] = replace(
            chip,
            acts=tuple(one + other for one, other in zip(chip.acts, counts_of(under), strict=True)),
            since=min([chip.since, *(one.day for one in under)]),
            until=max([chip.until, *(one.day for one in under)]),
            doubts=chip.doubts + sum(one.is_doubted for one in under),
        )


def by_day(said: Iterable[Said]) -> list[tuple[date, list[Said]]]:
    """Statements grouped by day, the most important of each day first."""
    ordered = sorted(said, key=lambda one: (one.day, -one.rank, one.item_id))
    return [(day, list(group)) for day, group in groupby(ordered, key=lambda one: one.day)]


def _fill(lane: Lane, group: list[Said], left: float, width: float, across: int, most: int, focus: set[str]) -> None:
    """Put one day's statements on the lane; the focused and the most important stay marks."""
    ordered = sorted(group, key=lambda one: one.item_id not in focus)
    room = across * most
    kept = len(ordered) if len(ordered) <= room else max(room - 2, sum(one.item_id in focus for one in ordered))
    away = -1 if lane.is_hanging else 1
    start = lane.top + lane.head + _PAD if lane.is_hanging else lane.bottom - _PAD
    is_beside = most == 1 and kept < across
    before = CHIP / 2 if is_beside and kept < len(ordered) else 0
    places = _slots(kept, across, left - before, width, start, away * STEP)
    lane.marks += [
        Mark(one.item_id, x, y, one.act, one.row) for (x, y), one in zip(places, ordered[:kept], strict=True)
    ]
    if rest := ordered[kept:]:
        last = places[-1][1] if places else start
        y = start if is_beside else min(max(last - away * (STEP + 2), lane.top + 8), lane.bottom - 8)
        x = left + (width + (kept * STEP if is_beside else 0)) / 2
        doubts = sum(one.is_doubted for one in rest)
        _add_chip(lane, Chip(x, y, counts_of(rest), rest[0].day, rest[0].day, doubts=doubts))


def _add_chip(lane: Lane, chip: Chip) -> None:
    """Put a chip on the lane; one that would cover the last is counted with it."""
    last = lane.chips[-1] if lane.chips else None
    if last and chip.x - last.x < CHIP + 2:
        acts = tuple(one + other for one, other in zip(last.acts, chip.acts, strict=True))
        y = max(last.y, chip.y) if lane.is_hanging else min(last.y, chip.y)
        doubts = last.doubts + chip.doubts
        lane.chips[-1] = Chip((last.x + chip.x) / 2, y, acts, last.since, chip.until, doubts=doubts)
    else:
        lane.chips.append(chip)


def _slots(count: int, across: int, left: float, width: float, start: float, step: float) -> list[tuple[float, float]]:
    """Places for ``count`` marks, ``across`` to a row, row by row away from ``start`` and centred in the column."""
    places = []
    for begin in range(0, count, across):
        row = min(across, count - begin)
        indent = left + (width - (row - 1) * STEP) / 2
        places += [(indent + i * STEP, start - (begin // across) * step) for i in range(row)]
    return places
