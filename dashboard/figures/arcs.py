"""Arcs from an answer to what it answers, as quadratic curves. Lengths in pixels."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from dashboard.figures.labels import Box
from dashboard.figures.lanes import Mark

Point = tuple[float, float]

_STEPS = 64
_SAME_LANE = 12.0
_HALF_TIP = pi / 2.5


class Arc(NamedTuple):
    """A curve from its start towards its control point and on to its end; the arrowhead's three corners, tip first."""

    start: Point
    control: Point
    end: Point
    head: tuple[Point, Point, Point]


def answer_arc(answer: Mark, answered: Mark, ground: Box, gap: float = 7.0, head: float = 6.0) -> Arc:
    """From an answer's mark to the mark that it answers, ending short of both; the line ends in its arrowhead.

    It stays on its ``ground``.
    """
    curve = _curve(answer, answered, ground)
    first, tip, last = _parts(curve, gap, head)
    start, end, point = _at(curve, first), _at(curve, last), _at(curve, tip)
    return Arc(start, _between(curve, first, last), end, _head(end, point, head))


def _curve(answer: Mark, answered: Mark, ground: Box) -> tuple[Point, Point, Point]:
    """From mark to mark, swerving to one side, more so between two on a level."""
    is_level = abs(answer.y - answered.y) < _SAME_LANE
    bend = 0.28 if is_level else 0.16
    if not is_level and answer.y < answered.y:
        bend = -bend
    x = (answer.x + answered.x) / 2 + (answered.y - answer.y) * bend
    y = (answer.y + answered.y) / 2 - (answered.x - answer.x) * bend
    x = _held(x, answer.x, answered.x, (ground.left, ground.right))
    y = _held(y, answer.y, answered.y, (ground.top, ground.bottom))
    return (answer.x, answer.y), (x, y), (answered.x, answered.y)


def _held(control: float, one: float, other: float, within: tuple[float, float]) -> float:
    """A control point moved so far that its curve from one end to the other stays within two levels."""
    low, high = within
    least = low - sqrt(max(one - low, 0.0) * max(other - low, 0.0))
    most = high + sqrt(max(high - one, 0.0) * max(high - other, 0.0))
    return min(max(control, least), most)


def _parts(curve: tuple[Point, Point, Point], gap: float, head: float) -> tuple[float, float, float]:
    """Where, from 0 to 1, the line begins, its arrowhead has its tip, and the line ends within the head."""
    steps = [step / _STEPS for step in range(_STEPS + 1)]
    first = next((step for step in steps if _apart(_at(curve, step), curve[0]) >= gap), 0.4)
    tip, last = (
        next((step for step in reversed(steps) if _apart(_at(curve, step), curve[2]) >= least), other)
        for least, other in ((gap, 0.6), (gap + 0.8 * head, 0.5))
    )
    return (first, tip, max(last, first)) if first < tip else (0.4, 0.6, 0.5)


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _at(curve: tuple[Point, Point, Point], t: float) -> Point:
    return _between(curve, t, t)


def _between(curve: tuple[Point, Point, Point], t: float, u: float) -> Point:
    """The control point of the curve's part from ``t`` to ``u``; where both are one, the point there."""
    (x0, y0), (x1, y1), (x2, y2) = curve
    a, b, c = (1 - t) * (1 - u), (1 - t) * u + t * (1 - u), t * u
    return a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2


def _head(behind: Point, tip: Point, size: float) -> tuple[Point, Point, Point]:
    """A slim triangle that points from ``behind`` to ``tip``."""
    away = _apart(behind, tip) or 1.0
    x, y = (tip[0] - behind[0]) / away, (tip[1] - behind[1]) / away
    long, wide = size * sin(_HALF_TIP), size * cos(_HALF_TIP)
    foot = (tip[0] - x * long, tip[1] - y * long)
    return tip, (foot[0] - y * wide, foot[1] + x * wide), (foot[0] + y * wide, foot[1] - x * wide)


def answer_pairs(
    marks: Mapping[str, Sequence[Mark]], replies: Iterable[tuple[str, str]], is_dark: Callable[[str, str], bool]
) -> tuple[list[tuple[Mark, Mark]], list[tuple[Mark, Mark]]]:
    """Pairs (answer, answered) that are both drawn: those that stand out, and the others.

    Of a statement that stands on several lanes, the two marks nearest to each other are joined.
    """
    inside: list[tuple[Mark, Mark]] = []
    outside: list[tuple[Mark, Mark]] = []
    for answer, answered in replies:
        both = [(one, other) for one in marks.get(answer, ()) for other in marks.get(answered, ())]
        if both:
            pair = min(both, key=lambda found: abs(found[0].y - found[1].y))
            (inside if is_dark(answer, answered) else outside).append(pair)
    return inside, outside
