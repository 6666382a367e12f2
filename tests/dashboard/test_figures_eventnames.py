"""Which events a slide of years names, and by which words."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from dashboard.figures.doubtmarks import doubt_places
from dashboard.figures.eventlane import EventLane, place_events, told
from dashboard.figures.eventnames import halved, names, turns, words
from dashboard.figures.labels import Box, text_width
from dashboard.figures.lanes import Grouping
from dashboard.figures.timelineplan import Plan, Wanted, planned, planned_within
from dashboard.figures.timescale import Timescale
from dashboard.readings.itemrows import item_rows
from tests.dashboard.lines import event, items, statement

DAY = date(2030, 9, 4)
YEARS = Timescale(date(2028, 1, 1), date(2032, 12, 31), 560)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Summit in Tarn, September 2030", ["Summit in Tarn"]),
        ("Summit in Tarn, September 2030: the Tarn text", ["Summit in Tarn: the Tarn text", "Summit in Tarn"]),
        ("Talks in Tarn, September 2030, agree a loan", ["Talks in Tarn agree a loan"]),
        ("Talks in Tarn, September 2030, the last so far", ["Talks in Tarn, September 2030, the last so far"]),
        ("Summit in Tarn, June 2029", ["Summit in Tarn, June 2029"]),
    ],
)
def test_a_name_leaves_out_the_month_of_the_axis_and_what_follows_a_colon(title: str, shown: list[str]) -> None:
    assert list(names(title, DAY)) == shown


def test_names_that_stay_whole_are_never_cut_but_the_pinned() -> None:
    title = "A summit of very many words " * 4
    assert [" ".join(found.split()) for found in words(title, DAY, 200, False, True)] == [title.strip()] * 2
    assert list(words(title, DAY, 200, True, True))[-1].endswith("…")
    assert list(words(title, DAY, 200, False, False))[-1].endswith("…")


def test_a_long_name_stands_in_two_lines_of_nearly_one_width() -> None:
    assert halved("Summit in Tarn") == ""
    assert halved("Uninterruptedcontinuousnegotiations") == ""
    one, other = halved("Leaders of the many willing confer with others from Tarn").split("\n")
    assert abs(text_width(one, 12.5) - text_width(other, 12.5)) < 40


WIDE, NARROW = Timescale(DAY, DAY, 418), Timescale(DAY, date(2030, 9, 5), 351)
SAID = "Leaders of the many willing states confer from Tarn", "The second summit of many states in Tarn"


@pytest.mark.parametrize(("scale", "most"), [(WIDE, 2), (WIDE, 4), (NARROW, 4)])
@pytest.mark.parametrize("doubts", [0, 1])
def test_events_of_a_day_are_named_wherever_their_lane_has_room(scale: Timescale, most: int, doubts: int) -> None:
    rows = item_rows(items(*(event(f"e{i}", "2030-09-04", title=said, doubts=doubts) for i, said in enumerate(SAID))))
    lane = place_events(told(rows, ()), {}, scale, 4, most_rows=most, is_whole=True)[0][0]
    found = [name for name in lane.names if name.box.inside(0, scale.pixels)]
    assert {name.words.replace("\n", " ") for name in found} == set(SAID)
    assert not found[0].box.meets(found[1].box)
    ticks = [Box(tick.x - 1, tick.y - 6, tick.x + 1, tick.y + 6) for tick in lane.ticks]
    assert not [name for name in found for tick in ticks if name.box.meets(tick)]
    assert all(scale.at(DAY, 0) <= tick.x <= scale.at(DAY, 1) for tick in lane.ticks)
    signs = [Box(x - 2.5, y - 4, x + 2.5, y + 4) for x, y in doubt_places(rows, [], [lane], [], scale.pixels)]
    assert len(signs) == 2 * doubts
    assert not [one for one in signs for other in [*ticks, *(name.box for name in found)] if one.meets(other)]


def test_a_slide_of_days_names_two_rows_of_events_before_its_tenth_lane() -> None:
    rows = [statement(f"s{actor}{i}", f"2030-09-0{1 + i}", actor_id=f"A{actor}") for actor in range(12) for i in (0, 4)]
    rows += [event(f"e{i}", f"2030-09-0{1 + i}", title=f"{SAID[1]} {i}") for i in range(8)]
    scale = Timescale(date(2030, 9, 1), date(2030, 9, 8), 351)
    wanted = Wanted(Grouping({f"A{actor}": f"Actor {actor}" for actor in range(12)}))
    plan = planned_within(item_rows(items(*rows)), wanted, scale, False, 340)
    assert plan.height <= 340
    assert len(plan.lanes) >= 6
    assert len([name for lane in plan.events for name in lane.names]) >= 3


def long(*rows: Any, pinned: Any = ()) -> EventLane:
    """One lane of a slide of five years."""
    found = told(item_rows(items(*rows)), pinned)
    plan = planned(item_rows(items(*rows)), Wanted(), YEARS, False)
    return place_events(found, {}, YEARS, 4, plan.columns, most_rows=3, is_whole=True)[0][0]


def test_each_year_has_a_name_before_a_year_has_two() -> None:
    rows = [event(f"a{i}", f"2030-{i:02}-10", rank=50 + i, title=f"A chief event {i}") for i in range(1, 13)]
    rows += [event(f"b{year}", f"{year}-06-10", rank=1, title=f"Event {year}") for year in (2028, 2029, 2031, 2032)]
    named = {name.item_id for name in long(*rows).names}
    assert {"a12", "b2028", "b2029", "b2031", "b2032"} <= named


def test_a_year_whose_chief_event_has_no_room_names_its_next() -> None:
    rows = [event("a", "2030-01-10", rank=9, title="words " * 30), event("b", "2030-03-10", rank=1, title="Talks")]
    assert [name.words for name in long(*rows).names] == ["Talks"]


def test_events_of_one_name_are_named_once_unless_pinned() -> None:
    rows = [event(f"e{i}", f"{2028 + i}-06-10", rank=i, title="Summit in Tarn") for i in range(4)]
    assert [name.item_id for name in long(*rows).names] == ["e3"]
    assert {name.item_id for name in long(*rows, pinned=("e0", "e1")).names} == {"e0", "e1"}


def test_the_pinned_come_first_and_without_years_all_come_by_rank() -> None:
    ranked = [one for group in told(item_rows(items(*EVENTS)), ("c",)).values() for one in group]
    assert [one.item_id for one, _ in turns(ranked, False)] == ["c", "c", "a", "b"]
    assert [(one.item_id, year) for one, year in turns(ranked, True)][:3] == [("c", None), ("c", 2031), ("a", 2030)]


EVENTS = (
    event("a", "2030-01-10", rank=9, title="A"),
    event("b", "2030-02-10", rank=8, title="B"),
    event("c", "2031-01-10", rank=1, title="C"),
)


def slide(room: float) -> Plan:
    rows = [
        statement(f"s{actor}{i}", f"{2028 + i % 5}-0{1 + i % 9}-10", actor_id=f"A{actor}")
        for actor in range(12)
        for i in range(30)
    ]
    rows += [event(f"e{i:02}", f"{2028 + i % 5}-06-{1 + i % 28:02}", rank=i, title=f"Event {i}") for i in range(60)]
    wanted = Wanted(Grouping({f"A{actor}": f"Actor {actor}" for actor in range(12)}))
    return planned_within(item_rows(items(*rows)), wanted, YEARS, False, room)


@pytest.mark.parametrize("room", [230, 300, 380])
def test_a_slide_of_years_fits_names_what_happened_and_no_two_names_meet(room: float) -> None:
    plan = slide(room)
    found = [name for lane in plan.events for name in lane.names]
    assert plan.height <= room
    assert len(plan.lanes) >= 4
    assert {name.item_id for name in found} >= {"e59", "e58", "e57", "e56", "e55"}
    assert not [pair for pair in combinations(found, 2) if pair[0].box.meets(pair[1].box)]
