"""The event lane: a tick per event, and names above it that never meet, the most important first; the rest counted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from dashboard.figures.labels import Box, Taken, text_width, wrapped
from dashboard.figures.timescale import Timescale

SIZE = 12.5
LINE = 16.0
TICK = 13.0
_LIMITS = (215.0, 150.0)
_STEP = 9.0
_FEWEST = 28
_TRIED = 80


@dataclass(frozen=True)
class Tick:
    """An event at ``x``; ``until_x`` is its last day's end where it lasts longer than a day."""

    item_id: str
    x: float
    until_x: float
    row: int


@dataclass(frozen=True)
class Name:
    """An event's name in its box, y counted upwards from the baseline as negative pixels."""

    item_id: str
    lines: tuple[str, ...]
    box: Box
    x: float
    is_right: bool
    is_strong: bool
    row: int


@dataclass(frozen=True)
class EventLane:
    """Ticks and names; ``height`` is what the names need above the baseline; ``unnamed`` events have a tick only."""

    ticks: list[Tick]
    names: list[Name]
    height: float
    unnamed: int


def place_events(
    events: pd.DataFrame, scale: Timescale, rows: int = 8, pinned: Collection[str] = (), strong: int = 3
) -> EventLane:
    """Ticks for all events, names for those that find room on ``rows`` lines; ``pinned`` ids come first."""
    ticks = _ticks(events, scale)
    by_row = {tick.row: tick for tick in ticks}
    order = events.assign(is_pinned=events["item_id"].isin(set(pinned))).sort_values(
        ["is_pinned", "rank", "starts_on", "item_id"], ascending=[False, False, True, True]
    )
    names: list[Name] = []
    order = order.head(_TRIED + int(order["is_pinned"].sum()))
    for place, (row, title, is_pinned) in enumerate(zip(order.index, order["title"], order["is_pinned"], strict=True)):
        is_strong = bool(is_pinned) or place < strong
        name = _name(str(title), by_row[int(row)], names, scale.pixels, rows, is_strong)
        names += [name] if name else []
    height = max((-name.box.top for name in names), default=TICK) + 4
    return EventLane(ticks, names, height, len(events) - len(names))


def _ticks(events: pd.DataFrame, scale: Timescale) -> list[Tick]:
    """Ticks side by side within their day, the most important first."""
    columns = (events["starts_on"].dt.date, events["ends_on"].dt.date, events["rank"], events["item_id"], events.index)
    told = sorted(zip(*columns, strict=True), key=lambda one: (one[0], -one[2], one[3]))
    ticks = []
    for day, found in groupby(told, key=lambda one: one[0]):
        group = list(found)
        step = min(_STEP, scale.per_day / (len(group) + 1))
        left = max(scale.at(day) - (len(group) - 1) * step / 2, 2.0)
        for i, (_, ends, _, item, row) in enumerate(group):
            x = left + i * step
            until = min(scale.at(ends, 1.0), scale.pixels) if pd.notna(ends) and ends > day else x
            ticks.append(Tick(str(item), x, until, int(row)))
    return ticks


def _name(title: str, tick: Tick, names: list[Name], width: float, rows: int, is_strong: bool) -> Name | None:
    """The first place where the name meets no other name and no stem, its own stem included."""
    taken = Taken([name.box for name in names])
    for lines, box, is_right in _candidates(title, tick.x, rows, is_strong):
        stem = Box(tick.x - 2, box.bottom, tick.x + 2, 0)
        crossed = any(_crosses(other, box) for other in names)
        if box.inside(0, width) and not crossed and taken.is_free(box, 3) and taken.is_free(stem):
            return Name(tick.item_id, lines, box, tick.x, is_right, is_strong, tick.row)
    return None


def _crosses(other: Name, box: Box) -> bool:
    """True where the stem of a name runs through the box."""
    return box.left - 4 < other.x < box.right + 4 and other.box.bottom < box.bottom and abs(other.x - box.left) > 6


def _candidates(title: str, x: float, rows: int, is_strong: bool) -> Iterator[tuple[tuple[str, ...], Box, bool]]:
    """Whole on one or two lines first, from the lowest line up, right of the stem before left; then cut shorter."""
    seen: set[tuple[str, ...]] = set()
    for limit, most in ((_LIMITS[0], 2), (_LIMITS[1], 2), (_LIMITS[0], 1), (_LIMITS[1], 1)):
        lines = tuple(wrapped(title, SIZE, limit, most))
        if lines in seen or (lines[-1].endswith("…") and len(" ".join(lines)) < min(_FEWEST, len(title))):
            continue
        seen.add(lines)
        width = max(text_width(line, SIZE, is_strong) for line in lines)
        for level in range(rows - len(lines) + 1):
            bottom = -TICK - 3 - level * LINE
            top = bottom - len(lines) * LINE
            yield lines, Box(x + 5, top, x + 5 + width, bottom), True
            yield lines, Box(x - 5 - width, top, x - 5, bottom), False
