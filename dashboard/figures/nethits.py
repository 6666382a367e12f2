"""What takes the pointer on ties: points along each line, none where a stronger tie or its number lies beneath."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from dashboard.figures.labels import Box
from dashboard.figures.ties import WIDTHS, Floats, Tie

REACH = 6.5
_THIN_REACH = 4.0
_SPACING = 13.0
_LONGEST = 30

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
    seen = np.empty((0, 3))
    for tie in sorted(ties, key=lambda tie: (-tie.statements, tie.tie_id)):
        reach = REACH if tie.step else _THIN_REACH
        points = along(tie)
        free = [
            _is_off(point, seen, reach)
            and not any(_covers(box, point, reach) for other, box in boxes.items() if other != tie.tie_id)
            for point in points
        ]
        found += [Hit(tie, float(x), float(y), reach) for (x, y), is_free in zip(points, free, strict=True) if is_free]
        if tie.step:
            half = np.full((len(points), 1), WIDTHS[tie.step] / 2)
            seen = np.vstack([seen, np.hstack([points, half])])
    return found + [hit for tie, x, y in labels for hit in _on_label(tie, x, y, boxes[tie.tie_id])]


def along(tie: Tie) -> Floats:
    """Points of a tie, near enough to each other that no part of a ranked one lies between them; few of a thin one."""
    lengths = np.hypot(*np.diff(tie.path, axis=0).T)
    gone = np.concatenate([[0.0], np.cumsum(lengths)])
    count = int(np.clip(gone[-1] / _SPACING, 3, _LONGEST)) if tie.step else 3
    at = gone[-1] * np.linspace(0.08 if tie.step else 0.3, 0.92 if tie.step else 0.7, count)
    points: Floats = np.column_stack([np.interp(at, gone, tie.path[:, 0]), np.interp(at, gone, tie.path[:, 1])])
    return points


def _is_off(point: Floats, seen: Floats, reach: float) -> bool:
    """True where no stronger line comes under the point's reach."""
    away = np.hypot(seen[:, 0] - point[0], seen[:, 1] - point[1])
    return not bool((away < seen[:, 2] + reach + REACH - 1).any())


def _covers(box: Box, point: Floats, reach: float) -> bool:
    x, y = float(point[0]), float(point[1])
    return box.left - reach < x < box.right + reach and box.top - reach < y < box.bottom + reach


def _on_label(tie: Tie, x: float, y: float, box: Box) -> list[Hit]:
    """Points across a number, so that all of it opens its tie."""
    side = max((box.right - box.left) / 2 - REACH, 1.0)
    return [Hit(tie, x + step * side, y, REACH + 1) for step in (-1, 0, 1)]


def label_boxes(labels: Sequence[Label], width: Any) -> dict[str, Box]:
    """The box of each number drawn, by tie id; ``width`` gives the width of a tie's number."""
    return {tie.tie_id: Box(x - width(tie) / 2, y - 8, x + width(tie) / 2, y + 8) for tie, x, y in labels}
