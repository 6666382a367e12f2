"""What takes the pointer on ties: points along each line, none where a stronger tie or its number lies beneath."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.figures.labels import Box
from dashboard.figures.ties import WIDTHS, Floats, Tie

REACH = 6.5
_THIN_REACH = 4.0
_SPACING = 16.0
_LONGEST = 24

Label = tuple[Tie, float, float]


class Hit(NamedTuple):
    """A point that opens a tie, within ``reach`` pixels."""

    tie: Tie
    x: float
    y: float
    reach: float


def hits(ties: Sequence[Tie], labels: Sequence[Label], boxes: Mapping[str, Box]) -> list[Hit]:
    """Points of all ties, strongest first; ``labels`` are the numbers drawn, ``boxes`` theirs by tie id.

    What is seen wins: a number opens its own tie, a thick line what it is, and thin lines open where they lie free.
    """
    found: list[Hit] = []
    ordered = sorted(ties, key=lambda tie: (-tie.statements, tie.tie_id))
    lines = [along(tie) for tie in ordered]
    seen, count = np.empty((sum(len(line) for line in lines), 3)), 0
    owners = np.array(list(boxes), dtype=object)
    edges = np.array([(box.left, box.top, box.right, box.bottom) for box in boxes.values()]).reshape(-1, 4)
    for tie, points in zip(ordered, lines, strict=True):
        reach, end = REACH if tie.step else _THIN_REACH, count + len(points)
        free = ~_on_stronger(points, seen[:count], reach) & ~_covered(points, edges[owners != tie.tie_id], reach)
        found += [Hit(tie, x, y, reach) for x, y in points[free].tolist()]
        if tie.step:
            seen[count:end, :2], seen[count:end, 2], count = points, WIDTHS[tie.step] / 2, end
    return found + [hit for tie, x, y in labels for hit in _on_label(tie, x, y, boxes[tie.tie_id])]


def along(tie: Tie) -> Floats:
    """Points of a tie, near enough to each other that no part of a ranked one lies between them; few of a thin one."""
    pieces = tie.path[1:] - tie.path[:-1]
    gone = np.zeros(len(tie.path))
    np.cumsum(np.hypot(pieces[:, 0], pieces[:, 1]), out=gone[1:])
    count = min(max(int(gone[-1] / _SPACING), 3), _LONGEST) if tie.step else 3
    at = gone[-1] * _even(0.08 if tie.step else 0.3, 0.92 if tie.step else 0.7, count)
    points: Floats = np.empty((count, 2))
    points[:, 0], points[:, 1] = np.interp(at, gone, tie.path[:, 0]), np.interp(at, gone, tie.path[:, 1])
    return points


@lru_cache(maxsize=64)
def _even(first: float, last: float, count: int) -> Floats:
    return np.linspace(first, last, count)


def _on_stronger(points: Floats, seen: Floats, reach: float) -> NDArray[np.bool_]:
    """True where a stronger line comes under the point's reach."""
    across, down, near = (
        points[:, None, 0] - seen[:, 0],
        points[:, None, 1] - seen[:, 1],
        seen[:, 2] + reach + REACH - 1,
    )
    return np.asarray((across * across + down * down < near * near).any(axis=1))


def _covered(points: Floats, boxes: Floats, reach: float) -> NDArray[np.bool_]:
    """True where a point's reach meets one of the boxes."""
    x, y = points[:, None, 0], points[:, None, 1]
    inside = (x > boxes[None, :, 0] - reach) & (x < boxes[None, :, 2] + reach)
    inside &= (y > boxes[None, :, 1] - reach) & (y < boxes[None, :, 3] + reach)
    return np.asarray(inside.any(axis=1))


def _on_label(tie: Tie, x: float, y: float, box: Box) -> list[Hit]:
    """Points across a number, so that all of it opens its tie."""
    side = max((box.right - box.left) / 2 - REACH, 1.0)
    return [Hit(tie, x + step * side, y, REACH + 1) for step in (-1, 0, 1)]


def label_boxes(labels: Sequence[Label], width: Callable[[Tie], float]) -> dict[str, Box]:
    """The box of each number drawn, by tie id; ``width`` gives the width of a tie's number."""
    halves = ((tie, x, y, width(tie) / 2) for tie, x, y in labels)
    return {tie.tie_id: Box(x - half, y - 8, x + half, y + 8) for tie, x, y, half in halves}
