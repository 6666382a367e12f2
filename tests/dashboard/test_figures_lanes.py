from datetime import date, datetime
from itertools import combinations
from typing import Any

from dashboard.figures.labels import Box, text_width
from dashboard.figures.lanes import CHIP, STEP, Grouping, Lane, Said, place_lane
from dashboard.figures.linetext import LEFT
from dashboard.figures.theme import LIGHT
from dashboard.figures.timeline import timeline
from dashboard.figures.timescale import Timescale
from tests.dashboard.lines import event, items, lane_names, statement, words

ORDER = ("KYI", "MOS", "BER", "WAR", "ROM")


WEEKS = ("2030-03-01", "2030-03-14")


def draw(*rows: Any, **options: Any) -> Any:
    return timeline(items(*rows), LIGHT, *WEEKS, **options)


def said(*rows: dict[str, object], most: int = 3) -> list[str]:
    grouping = Grouping({code: code for code in ORDER}, ("KYI", "MOS", "BER"), "capitals", most)
    figure = timeline(items(*rows), LIGHT, "2030-03-01", "2030-03-09", grouping=grouping)
    return [text[:3] for text in words(figure) if text[:3] in (*ORDER, "Oth")]


def test_main_capitals_keep_their_lane_and_its_place() -> None:
    crowd = [
        statement(f"{code}{i}", "2030-03-04", code) for code in ("MOS", "KYI", "WAR", "BER", "ROM") for i in range(5)
    ]
    busy = [row for row in crowd if row["actor_id"] != "MOS"] + crowd[:1]
    quiet = [row for row in crowd if row["actor_id"] not in ("WAR", "ROM")]
    assert said(*busy) == ["KYI", "MOS", "BER", "Oth"]
    assert said(*quiet) == ["KYI", "MOS", "BER"]


def test_lanes_keep_their_order_whichever_is_the_fullest() -> None:
    few = [statement("w", "2030-03-04", "WAR"), *(statement(f"r{i}", "2030-03-04", "ROM") for i in range(5))]
    many = [statement("r", "2030-03-04", "ROM"), *(statement(f"w{i}", "2030-03-04", "WAR") for i in range(5))]
    assert said(*few, most=5) == said(*many, most=5) == ["WAR", "ROM"]


def test_a_single_lane_too_many_keeps_its_own() -> None:
    rows = [statement(code, "2030-03-04", code) for code in ORDER]
    assert said(*rows, most=4) == list(ORDER)


def test_lanes_are_the_busiest_and_the_rest_together() -> None:
    rows = [statement(f"{actor}{i}", "2030-03-04", actor) for n, actor in enumerate("ABCDE") for i in range(9 - n)]
    names = {letter: letter for letter in "EDCBA"}
    told = lane_names(draw(*rows, grouping=Grouping(names, (), "letters", most=3)))
    assert told == ["C 7", "B 8", "A 9", "Other letters 11"]


def test_a_statement_stands_on_each_of_its_lanes_and_is_counted_once_among_the_others() -> None:
    rows = items(statement("one", "2030-03-04"), statement("two", "2030-03-05", "BBB"))
    rows["lanes"] = [["north", "south"], ["south", "east", "west", "up"]]
    names = {"north": "North", "south": "South"}
    figure = timeline(rows, LIGHT, *WEEKS, grouping=Grouping(names, ("north", "south"), "winds", most=2))
    assert lane_names(figure) == ["North 1", "South 2", "Other winds 1"]
    assert [data[0] for data in next(one for one in figure.data if one.name == "comment").customdata] == [
        "one",
        "one",
        "two",
        "two",
    ]


def test_a_lane_of_the_focused_conversation_is_never_among_the_others() -> None:
    rows = [statement(f"{actor}{i}", "2030-03-04", actor) for actor in "ABCDE" for i in range(3)]
    last = statement("said", "2030-03-05", "Z", reply_to_id="A0")
    few = Grouping({letter: letter for letter in "ABCDEZ"}, most=2)
    assert "Z 1" in lane_names(draw(*rows, last, grouping=few, focus_ids=["A0", "said"]))


def test_names_of_speakers_keep_off_names_of_events() -> None:
    rows = [event(f"e{i}", f"2030-03-0{3 + i}", rank=i) for i in range(5)]
    rows += [statement("a", "2030-03-05", "AAA"), statement("b", "2030-03-05", "BBB", reply_to_id="a")]
    figure = draw(*rows, facing=("AAA", "BBB"), focus_ids=["a", "b"])
    scale = Timescale(date(2030, 3, 1), date(2030, 3, 14), 1080 - 14 - LEFT)
    boxes = []
    told = next(one for one in figure.data if one.name == "words")
    for name, text, moment, y, side in zip(told.meta, told.text, told.x, told.y, told.textposition, strict=True):
        if name:
            said = text.replace("<b>", "").replace("</b>", "")
            x = (datetime.fromisoformat(moment) - datetime(2030, 3, 1)).total_seconds() / 86400 * scale.per_day
            left = x - text_width(said, 12) if side == "middle left" else x
            boxes.append(Box(left, y - 6, left + text_width(said, 12), y + 6))
    assert len(boxes) == 7
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


def test_a_count_lies_on_no_mark() -> None:
    scale = Timescale(date(2030, 3, 1), date(2030, 3, 31), 31 * 7)
    days = [4] * 9 + [3, 3, 5, 5, 20]
    said = [Said(date(2030, 3, day), 1, f"s{place}", 0, {}, place == 9) for place, day in enumerate(days)]
    lane = place_lane(Lane("AAA", "Arvonia", 0, 0), said, scale, {"s11"}, handful=2)
    (chip,) = lane.chips
    assert all(max(abs(mark.x - chip.x), abs(mark.y - chip.y)) >= 13 for mark in lane.marks if mark.item_id != "s11")
    assert chip.count + len(lane.marks) == len(said)
    assert {mark.item_id for mark in lane.marks} >= {"s11", "s13"}
    assert chip.since < chip.until or chip.count == 9


def test_in_the_lowest_lanes_a_chip_stands_in_the_row_of_the_marks_and_within_its_lane() -> None:
    scale = Timescale(date(2030, 3, 1), date(2030, 3, 4), 4 * 90)
    crowded = [Said(date(2030, 3, 2), 1, f"s{place}", 0, {}) for place in range(9)]
    lane = place_lane(Lane("AAA", "Arvonia", 0, 0), crowded, scale, handful=1)
    (chip,) = lane.chips
    assert {mark.y for mark in lane.marks} == {chip.y}
    assert lane.top <= chip.y - CHIP / 2
    assert chip.y + CHIP / 2 <= lane.bottom
    assert chip.count + len(lane.marks) == len(crowded)
    assert not any(chip.covers(mark) for mark in lane.marks)
    middle = (min(mark.x for mark in lane.marks) - STEP / 2 + chip.x + CHIP / 2) / 2
    assert abs(middle - scale.at(date(2030, 3, 2), 0.5)) < 1
