"""Where names of days stand above a drawing: each at its own day, none across the line that leads to another."""

from collections.abc import Sequence
from typing import NamedTuple

_OVER, _BEFORE = 12, 14

Label = tuple[float, float]


class Place(NamedTuple):
    """A name at ``at`` pixels: whether it ends there or begins there, how far it reaches, and on which line."""

    at: float
    is_left: bool
    start: float
    end: float
    level: int


def head_places(labels: Sequence[Label], across: float) -> list[Place]:
    """Places of names (pixel of the day, width) in the order of days, on as few lines as possible.

    The first of them begin at their days and step down, the others end there and step up, so that no line from a day
    to its name crosses another name.
    """
    choices = [found for split in range(len(labels), -1, -1) if (found := _divided(labels, split, across))]
    return min(choices, key=lambda found: max(place.level for place in found)) if choices else _stepped(labels)


def _divided(labels: Sequence[Label], split: int, across: float) -> list[Place] | None:
    """The first ``split`` names right of their days, the others left; None where one has no room or is crossed."""
    placed: list[Place] = []
    for at, wide in reversed(labels[:split]):
        placed.insert(0, _lowest(at, False, at, at + wide, placed))
    for at, wide in labels[split:]:
        placed.append(_lowest(at, True, at - wide, at, placed))
    has_room = all(one.start >= -_BEFORE and one.end <= across + _OVER for one in placed)
    return placed if has_room and not any(_crosses(one, other) for one in placed for other in placed) else None


def _stepped(labels: Sequence[Label]) -> list[Place]:
    """Every name on a line of its own, left of its day."""
    return [Place(at, True, at - wide, at, level) for level, (at, wide) in enumerate(labels)]


def _lowest(at: float, is_left: bool, start: float, end: float, placed: Sequence[Place]) -> Place:
    """On the lowest line above all that it would touch."""
    above = [one.level + 1 for one in placed if start < one.end and one.start < end]
    return Place(at, is_left, start, end, max(above, default=0))


def _crosses(one: Place, other: Place) -> bool:
    """Whether the line that leads to ``one`` runs through ``other``."""
    return other.level < one.level and other.start < one.at < other.end
