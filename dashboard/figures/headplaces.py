"""Where names of days stand above a drawing: each at its own day, none across the line that leads to another."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

_OVER, EDGE = 12, 14
_MOST = 6  # names of which every arrangement is tried

Label = tuple[float, float]


class Place(NamedTuple):
    """A name at ``at`` pixels: whether it ends there or begins there, how far it reaches, and on which line."""

    at: float
    is_left: bool
    start: float
    end: float
    level: int


def head_places(labels: Sequence[Label], across: float, before: float = 0) -> list[Place]:
    """Places of names (pixel of the day, width) in the order of days, on as few lines as possible.

    The first of them begin at their days and step down, the others end there and step up, so that no line from a day
    to its name crosses another name. Where `before` pixels are free left of the first day lines are dear: any name may
    end at its day if that takes fewer.
    """
    count = len(labels)
    sides = [tuple(place >= split for place in range(count)) for split in range(count, -1, -1)]
    found = [one for side in sides if (one := _sided(labels, side, across, before))]
    if before and _MOST >= count > 1 and min(map(_lines, found), default=1):
        mixed = product((False, True), repeat=count)
        found += [one for side in mixed if (one := _sided(labels, side, across, before))]
    return min(found, key=_lines) if found else _stepped(labels, -EDGE - before)


def _lines(placed: Sequence[Place]) -> int:
    return max((place.level for place in placed), default=0)


def _sided(labels: Sequence[Label], is_left: Sequence[bool], across: float, before: float) -> list[Place] | None:
    """Each name left or right of its day as told; None where one has no room or is crossed."""
    placed: list[Place] = []
    both = list(zip(labels, is_left, strict=True))
    for (at, wide), left in reversed(both):
        if not left:
            placed.append(_lowest(at, False, at, at + wide, placed))
    for (at, wide), left in both:
        if left:
            placed.append(_lowest(at, True, at - wide, at, placed))
    has_room = all(one.start >= -EDGE - before and one.end <= across + _OVER for one in placed)
    is_clear = not any(_crosses(one, other) for one in placed for other in placed)
    return sorted(placed) if has_room and is_clear else None


def _stepped(labels: Sequence[Label], least: float) -> list[Place]:
    """Every name on a line of its own, left of its day where it has room there."""
    placed = []
    for level, (at, wide) in enumerate(labels):
        is_left = at - wide >= least
        placed.append(Place(at, is_left, *((at - wide, at) if is_left else (at, at + wide)), level))
    return placed


def _lowest(at: float, is_left: bool, start: float, end: float, placed: Sequence[Place]) -> Place:
    """On the lowest line above all that it would touch."""
    above = [one.level + 1 for one in placed if start < one.end and one.start < end]
    return Place(at, is_left, start, end, max(above, default=0))


def _crosses(one: Place, other: Place) -> bool:
    """Whether the line that leads to ``one`` runs through ``other``."""
    return other.level < one.level and other.start < one.at < other.end
