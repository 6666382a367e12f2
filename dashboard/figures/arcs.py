"""Arcs from an answer to what it answers, as quadratic curves. Lengths in pixels."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dashboard.figures.lanes import Mark

POINTS = 17
_SAME_LANE = 12.0


def curve(x0: float, y0: float, x1: float, y1: float, bend: float, points: int = POINTS) -> list[tuple[float, float]]:
    """Points of a curve from one place to another that swerves by ``bend`` of its length, to the left of its way."""
    middle = ((x0 + x1) / 2 + (y1 - y0) * bend, (y0 + y1) / 2 - (x1 - x0) * bend)
    path = []
    for i in range(points):
        t = i / (points - 1)
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        path.append((a * x0 + b * middle[0] + c * x1, a * y0 + b * middle[1] + c * y1))
    return path


def trimmed(path: list[tuple[float, float]], start: float, end: float) -> list[tuple[float, float]]:
    """The path without what lies within ``start`` pixels of its first point and ``end`` of its last."""
    (x0, y0), (x1, y1) = path[0], path[-1]
    kept = [
        (x, y) for x, y in path if (x - x0) ** 2 + (y - y0) ** 2 >= start**2 and (x - x1) ** 2 + (y - y1) ** 2 >= end**2
    ]
    return kept if len(kept) > 1 else [path[len(path) // 2 - 1], path[len(path) // 2]]


def answer_arc(answer: Mark, answered: Mark, gap: float = 7.0) -> list[tuple[float, float]]:
    """From an answer's mark to the mark that it answers, ending short of both."""
    is_level = abs(answer.y - answered.y) < _SAME_LANE
    bend = 0.28 if is_level else 0.16
    if not is_level and answer.y < answered.y:
        bend = -bend
    path = curve(answer.x, answer.y, answered.x, answered.y, bend, POINTS * 2 - 1)
    return trimmed(path, gap, gap)


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
