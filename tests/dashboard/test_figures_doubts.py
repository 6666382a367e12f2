"""Signs of doubt on the timeline: one for each doubtful mark, on no other sign and on no mark."""

import re
from itertools import combinations
from math import dist
from typing import Any

import pytest

from dashboard.figures.doubtmarks import doubt_places
from dashboard.figures.labels import Box
from dashboard.figures.theme import LIGHT
from dashboard.figures.timeline import timeline
from dashboard.figures.timelineplan import Thrift, Wanted, planned
from dashboard.figures.timescale import Timescale
from dashboard.readings.itemrows import item_rows
from dashboard.readings.prose import as_day
from tests.dashboard.lines import event, items, statement, words


def signs(*rows: Any, pixels: float = 900) -> tuple[Any, list[Box]]:
    """The plan of a fortnight, and the boxes of its signs."""
    scale = Timescale(as_day("2030-03-01"), as_day("2030-03-14"), pixels)  # type: ignore[arg-type]
    told = item_rows(items(*rows))
    plan = planned(told, Wanted(), scale, False)
    places = doubt_places(told, plan.lanes, plan.events, [], pixels)
    return plan, [Box(x - 2.5, y - 4, x + 2.5, y + 4) for x, y in places]


@pytest.mark.parametrize("pixels", [300, 900, 1300])
@pytest.mark.parametrize("count", [2, 4, 6, 9])
def test_signs_of_a_crowded_day_lie_on_no_other(pixels: float, count: int) -> None:
    crowd = [statement(f"s{day}{i}", f"2030-03-0{day}", doubts=1) for day in (4, 5) for i in range(count)]
    plan, boxes = signs(*crowd, pixels=pixels)
    marks = [mark for lane in plan.lanes for mark in lane.marks]
    assert len(boxes) == len(marks) > 2
    assert not [one for one, other in combinations(boxes, 2) if one.meets(other)]


def test_a_sign_stands_clearly_nearer_to_its_mark_than_to_any_other() -> None:
    row = [statement(f"s{i}", "2030-03-04", doubts=int(i == 2)) for i in range(5)]
    for crowd in (row[:3], row[1:4], row[2:], row):
        plan, (box,) = signs(*crowd)
        at = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        far = {mark.item_id: dist(at, (mark.x, mark.y)) for lane in plan.lanes for mark in lane.marks}
        assert far.pop("s2") < 0.8 * min(far.values())


@pytest.mark.parametrize("pixels", [420, 900])
@pytest.mark.parametrize("doubtful", [{0}, {2}, {0, 1}, {0, 2}, {0, 1, 2}])
def test_a_sign_lies_on_no_tick_of_an_event_without_a_name(doubtful: set[int], pixels: float) -> None:
    rows = [event(f"e{i}", "2030-03-04", doubts=int(i in doubtful), title="words " * 60) for i in range(3)]
    told = item_rows(items(*rows))
    scale = Timescale(as_day("2030-03-01"), as_day("2030-03-07"), pixels)  # type: ignore[arg-type]
    plan = planned(told, Wanted(thrift=Thrift(is_whole=True)), scale, False)
    ticks = [Box(tick.x - 1, tick.y - 3, tick.x + 1, tick.y + 3) for lane in plan.events for tick in lane.ticks]
    boxes = [Box(x - 2.5, y - 4, x + 2.5, y + 4) for x, y in doubt_places(told, [], plan.events, [], pixels)]
    assert (len(boxes), len(ticks)) == (len(doubtful), 3)
    assert not [one for one, other in combinations(boxes, 2) if one.meets(other)]
    assert not [one for one in boxes for tick in ticks if one.meets(tick)]


def test_a_sign_stands_at_its_mark_and_within_the_picture() -> None:
    plan, (box,) = signs(statement("one", "2030-03-14", doubts=1), statement("two", "2030-03-13"), pixels=150)
    mark = next(mark for lane in plan.lanes for mark in lane.marks if mark.item_id == "one")
    assert abs((box.left + box.right) / 2 - mark.x) <= 6
    assert box.inside(0, 150)


def test_the_sign_of_an_event_stands_where_its_name_is_not() -> None:
    rows = [
        event(name, day, doubts=1, title="A meeting of many leaders")
        for name, day in (("a", "2030-03-02"), ("b", "2030-03-14"))
    ]
    plan, boxes = signs(*rows)
    names = [name for lane in plan.events for name in lane.names]
    assert {name.is_right for name in names} == {True, False}
    assert not [box for box in boxes for name in names if box.meets(name.box)]


@pytest.mark.parametrize("height", [None, 420, 260])
@pytest.mark.parametrize("width", [500, 700, 1080])
def test_a_lane_counts_all_its_doubtful_events_whichever_have_a_name(width: int, height: int | None) -> None:
    days = [f"20{year}-{month:02}-04" for year in range(26, 30) for month in range(1, 13)]
    rows = [event(f"e{i}", day, rank=9.0 - i % 9, doubts=i % 2) for i, day in enumerate(days)]
    said = [statement(f"s{i}", day) for i, day in enumerate(days)]
    named = {row["category"]: "Summit" for row in rows}
    drawn = items(*rows, *said), LIGHT, "2026-01-01", "2029-12-31"
    figure = timeline(*drawn, width=width, categories=named, height=height)
    assert sum(int(found) for one in words(figure) for found in re.findall(r" \?(\d+)", one)) == 24
