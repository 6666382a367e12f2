"""Events on a lane per category: a tick and a name where there is room, the most important first; the rest small below.

Lengths in pixels, y downwards. Names never meet each other nor another name's tick.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Any

from dashboard.figures.binned import Columns, column, grouped, is_dense
from dashboard.figures.eventnames import turns
from dashboard.figures.eventrows import GAP, ROW, Name, NameRows, Told
from dashboard.figures.labels import Box
from dashboard.figures.lanes import Chip
from dashboard.figures.timescale import Timescale

RUG = 11.0
TICK = 12.0
BARS = 16.0
ALL = "events"
_SIGN = 6.0
_ROWS = 12
MOST_ROWS = 5
_PATIENCE, _WHOLE_PATIENCE = 10, 60
_STEP = 7.0


@dataclass(frozen=True)
class Tick:
    """An event at ``x``; ``until_x`` is its last day's end where it lasts longer than a day.

    ``lines`` are those of its name, if it has one.
    """

    item_id: str
    x: float
    until_x: float
    y: float
    row: int
    is_named: bool
    lines: int


@dataclass
class EventLane:
    """One lane of events; ``unnamed`` of its ``count`` have a small tick, or are counted in a chip.

    ``doubts`` of them, named or not, are contested or uncertain in part.
    """

    code: str
    name: str
    top: float
    bottom: float = 0.0
    head: float = 0.0
    count: int = 0
    doubts: int = 0
    ticks: list[Tick] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)

    @property
    def unnamed(self) -> int:
        """Events without a name on the picture."""
        return self.count - len(self.names)


def told(rows: Sequence[Mapping[str, Any]], pinned: Collection[str]) -> dict[str, list[Told]]:
    """Events by category, the pinned and then the most important first."""
    chosen = set(pinned)
    found: dict[str, list[Told]] = {}
    for one in _ranked(
        [
            Told(
                row["item_id"], row["starts_on"], row["ends_on"], row["title"], row["rank"], i,
                row["item_id"] in chosen, bool(row["doubts"]), row["category"] or "",
            )
            for i, row in enumerate(rows)
            if row["item_kind"] == "event"
        ]
    ):  # fmt: skip
        found.setdefault(one.code, []).append(one)
    return found


def _ranked(events: list[Told]) -> list[Told]:
    """The pinned and then the most important first; many are sorted in no time by one field after the other."""
    for name, is_falling in (("item_id", False), ("rank", True), ("is_pinned", True)):
        events.sort(key=attrgetter(name), reverse=is_falling)
    return events


def place_events(
    events: Mapping[str, list[Told]],
    names: Mapping[str, str],
    scale: Timescale,
    top: float,
    columns: Columns | None = None,
    head: float = 0.0,
    strong: int = 3,
    most_rows: int = MOST_ROWS,
    is_whole: bool = False,
) -> tuple[list[EventLane], float]:
    """Lanes in the order of ``names`` (code → words) from ``top`` down, and where the last one ends.

    Each has at most ``most_rows`` of names. Where names stay whole, one that has no room for all its words has none;
    the pinned alone are shortened.
    """
    codes = sorted(events, key=lambda code: list(names).index(code) if code in names else 999)
    least = max(1, min(most_rows, _ROWS // max(len(codes), 1)))
    ranked = _ranked([one for group in events.values() for one in group])
    best = {one.item_id for one in ranked[:strong]}
    rows = {code: NameRows(least, scale.pixels, scale.per_day, 1 if columns else 2) for code in codes}
    vain, patience = dict.fromkeys(codes, 0), _WHOLE_PATIENCE if is_whole else _PATIENCE
    done: set[str | int] = set()
    for one, year in turns(ranked, is_whole and columns is not None):
        code = one.code
        if one.item_id in done or year in done or (vain[code] > patience and not one.is_pinned and not year):
            continue
        is_placed = rows[code].place(one, max(scale.at(one.day), 2.0), one.item_id in best, is_whole)
        done |= {one.item_id, one.day.year} if is_placed else set()
        vain[code] = 0 if is_placed or year else vain[code] + 1
    lanes = []
    for code in codes:
        placed = rows[code].placed if is_whole else rows[code].widened({one.item_id: one for one in events[code]})
        doubts = sum(one.is_doubted for one in events[code])
        lane = EventLane(code, names.get(code, ""), top, head=head, count=len(events[code]), doubts=doubts)
        air = 0.0 if not is_whole or is_dense(scale, columns) else _SIGN
        lanes.append(_filled(lane, events[code], placed, scale, columns, air))
        top = lane.bottom
    return lanes, top


def merged(events: Mapping[str, list[Told]]) -> dict[str, list[Told]]:
    """All events as one lane."""
    found = [one._replace(code=ALL) for group in events.values() for one in group]
    return {ALL: _ranked(found)} if found else {}


def _filled(
    lane: EventLane,
    events: list[Told],
    placed: list[tuple[int, Name]],
    scale: Timescale,
    columns: Columns | None,
    air: float = 0.0,
) -> EventLane:
    """Names from the top row down, then a rug of small ticks, or below some ``air`` columns, for those without one."""
    named = {name.item_id for _, name in placed}
    first = lane.top + lane.head + 3
    by_id = {one.item_id: one for one in events}
    for place, name in placed:
        y = first + place * ROW
        lane.names.append(_moved(name, y))
        lane.ticks.append(_tick(by_id[name.item_id], name.x, y + name.lines * ROW / 2, scale, name.lines))
    bottom = first + ROW * max((place + name.lines for place, name in placed), default=0)
    rest = [one for one in events if one.item_id not in named]
    if rest and columns:
        lane.bottom = bottom + air + BARS
        found = grouped(rest, columns, lambda one: max(one.day, scale.since))
        lane.chips = [
            column((len(group), 0, 0, 0), start, columns, scale, lane.bottom, sum(one.is_doubted for one in group))
            for start, group in found
        ]
    else:
        lane.bottom = bottom + (RUG if rest else 0) + 2
        lane.ticks += _rug(rest, bottom + RUG / 2 - 1, scale)
    return lane


def _moved(name: Name, y: float) -> Name:
    """The name at its row; its box becomes that of the words alone."""
    left, right = (name.x + GAP, name.box.right - GAP) if name.is_right else (name.box.left + GAP, name.x - GAP)
    box = Box(left, y, right, y + name.lines * ROW)
    return Name(name.item_id, name.words, box, name.x, name.is_right, name.is_strong, name.row)


def _rug(events: Iterable[Told], y: float, scale: Timescale) -> list[Tick]:
    """Small ticks, side by side within their day, with room for a sign beside each that is doubtful."""
    ticks = []
    ordered = sorted(events, key=lambda one: (one.day, one.row))
    for day, found in groupby(ordered, key=lambda one: one.day):
        group = list(found)
        *places, end = accumulate((1 + one.is_doubted for one in group), initial=0)
        step = min(_STEP, scale.per_day / (end + 1))
        left = max(scale.at(day) - places[-1] * step / 2, 2.0)
        ticks += [_tick(one, left + at * step, y, scale) for one, at in zip(group, places, strict=True)]
    return ticks


def _tick(one: Told, x: float, y: float, scale: Timescale, lines: int = 0) -> Tick:
    until = min(scale.at(one.ends, 1.0), scale.pixels) if one.ends and one.ends > one.day else x
    return Tick(one.item_id, x, until, y, one.row, bool(lines), lines)
