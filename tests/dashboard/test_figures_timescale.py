"""Dates along a timeline that never meet nor leave the picture, and answers that end at what they answer."""

from datetime import date
from itertools import pairwise
from math import hypot

import pytest

from dashboard.figures.arcs import answer_arc
from dashboard.figures.labels import Box, text_width
from dashboard.figures.lanes import Mark
from dashboard.figures.timescale import Timescale, tick_part

SHEET = Box(0, 0, 400, 400)


def test_arcs_end_short_of_both_marks() -> None:
    answer, answered = Mark("b", 300, 20, 0, {}), Mark("a", 100, 200, 0, {})
    arc = answer_arc(answer, answered, SHEET)
    for mark, (x, y) in ((answer, arc.start), (answered, arc.end), *((answered, corner) for corner in arc.head)):
        assert (mark.x - x) ** 2 + (mark.y - y) ** 2 >= 49


@pytest.mark.parametrize(("x", "y"), [(100, 200), (300, 200), (104, 21), (309, 20), (305, 24)])
def test_an_arrowhead_points_at_what_is_answered(x: float, y: float) -> None:
    answer, answered = Mark("b", 300, 20, 0, {}), Mark("a", x, y, 0, {})
    tip, *feet = answer_arc(answer, answered, SHEET).head
    away = [hypot(x - corner[0], y - corner[1]) for corner in (tip, *feet)]
    assert away[0] == min(away)
    assert hypot(feet[0][0] - feet[1][0], feet[0][1] - feet[1][1]) > 3


@pytest.mark.parametrize("width", [358, 700, 1060])
@pytest.mark.parametrize("until", ["2030-03-14", "2030-03-31", "2030-06-01", "2032-01-01"])
def test_no_date_is_cut_by_the_edge_or_meets_the_next(width: int, until: str) -> None:
    first, last = date(2030, 2, 18), date.fromisoformat(until)
    scale = Timescale(first, last, width - 28)
    starts = scale.starts()
    assert starts
    for line in (0, 1):
        told = [(scale.at(day, tick_part(scale)), said.split("<br>")[line:]) for day, said in starts]
        spans = [(at - text_width(w[0], 12) / 2, at + text_width(w[0], 12) / 2) for at, w in told if w and w[0]]
        assert all(left >= -14 and right <= width - 14 for left, right in spans)
        assert all(one[1] < other[0] for one, other in pairwise(spans))
