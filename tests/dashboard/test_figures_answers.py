"""Answers of the timeline are drawn where no event's name stands, and names are cut only where room ends."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from dashboard.figures.eventlane import EventLane, place_events, told
from dashboard.figures.labels import text_width
from dashboard.figures.theme import LIGHT
from dashboard.figures.timeline import timeline
from dashboard.figures.timescale import Timescale
from dashboard.readings.itemrows import item_rows
from tests.dashboard.lines import event, items, shape, statement

WINDOWS: list[Any] = [("2030-03-01", "2030-03-14"), ("2030-01-01", "2030-03-31"), ("2026-01-01", "2030-06-30")]
TALK = [("AAA", "03-03", None), ("BBB", "03-04", 0), ("AAA", "03-05", 1), ("AAA", "03-13", 0), ("BBB", "03-13", 1)]


def exchange() -> list[dict[str, Any]]:
    """Two actors who answer each other and themselves, while many events happen."""
    said = [
        statement(f"s{i}", f"2030-{day}", actor, reply_to_id=None if to is None else f"s{to}")
        for i, (actor, day, to) in enumerate(TALK)
    ]
    crowd = [statement(f"x{i}", "2030-03-05", "AAA") for i in range(8)]
    return [*said, *crowd, *(event(f"e{i}", f"2030-03-{1 + i:02}", rank=i) for i in range(13))]


def curve(path: str) -> Iterator[tuple[float, float]]:
    """Points along each quadratic of a path, x in days since 2026, y in pixels."""
    start = datetime(2026, 1, 1)
    for line in path.split("M")[1:]:
        ends = [
            ((datetime.fromisoformat(at.replace("_", " ")) - start).total_seconds() / 86400, float(y))
            for at, y in (point.split(",") for point in re.split("[Q ]", line))
        ]
        for step in range(21):
            t = step / 20
            parts = ((1 - t) ** 2, 2 * t * (1 - t), t * t)
            yield (
                sum(p * x for p, (x, _) in zip(parts, ends, strict=True)),
                sum(p * y for p, (_, y) in zip(parts, ends, strict=True)),
            )


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("facing", [("AAA", "BBB"), ()])
@pytest.mark.parametrize("width", [374, 1080, 1888])
@pytest.mark.parametrize("height", [None, 520])
def test_an_answer_never_runs_through_the_names_of_events(
    window: Any, facing: Any, width: int, height: int | None
) -> None:
    talk = [f"s{i}" for i in range(len(TALK))]
    figure = timeline(
        items(*exchange()), LIGHT, window[0], window[1], facing=facing, focus_ids=talk[:3], width=width, height=height
    )
    words = next(one for one in figure.data if one.name == "words")
    lowest = max(y for name, y in zip(words.meta, words.y, strict=True) if name.startswith("e"))
    lines = [found for name in ("answers", "other answers") if (found := shape(figure, name))]
    points = [point for line in lines for point in curve(line.path)]
    assert min(y for _, y in points) > lowest + 6
    assert max(y for _, y in points) <= figure.layout.yaxis.range[0]
    assert min(x for x, _ in points) >= (date.fromisoformat(window[0]) - date(2026, 1, 1)).days


def test_two_actors_stand_next_to_each_other_with_room_for_the_answers_between() -> None:
    figure = timeline(items(*exchange()), LIGHT, WINDOWS[0][0], WINDOWS[0][1], facing=("AAA", "BBB"))
    marks = [
        (data[0], y)
        for one in figure.data
        if one.name == "comment"
        for data, y in zip(one.customdata, one.y, strict=True)
    ]
    first, second = ([y for name, y in marks if name in of] for of in (("s0", "s2", "s3"), ("s1", "s4")))
    assert min(second) - max(first) >= 40


def named(*rows: Any, days: int = 14, pixels: float = 950) -> EventLane:
    scale = Timescale(date(2030, 3, 1), date(2030, 3, days), pixels)
    return place_events(told(item_rows(items(*rows)), ()), {}, scale, 4)[0][0]


def test_a_name_is_whole_wherever_its_row_has_room() -> None:
    title = "Leaders of many states confer with the president by telephone on what they could offer together"
    assert text_width(title, 12.5) > 330
    (name,) = named(event("a", "2030-03-02", title=title)).names
    assert name.words == title


def test_a_name_takes_all_the_room_up_to_the_next() -> None:
    title = "Leaders of many states confer with the president " * 4
    lane = named(
        *(event(f"e{i}", "2030-03-02", rank=i, title=title) for i in range(5)),
        *(event(f"f{i}", "2030-03-12", rank=9 + i, title="Summit") for i in range(5)),
    )
    long = [name for name in lane.names if name.item_id.startswith("e")]
    ahead = min(name.box.left for name in lane.names if name.words == "Summit")
    assert {name.words[-1] for name in long} == {"…"}
    assert all(ahead - 70 < name.box.right <= ahead - 10 for name in long)


def test_a_name_that_has_no_room_leaves_out_the_month_before_it_is_cut() -> None:
    title = "A summit of the coalition of the willing states in the old capital, March 2030"
    lane = named(event("a", "2030-03-02", title=title), pixels=480)
    assert [name.words for name in lane.names] == [title.removesuffix(", March 2030")]
