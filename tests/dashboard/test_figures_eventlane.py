from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.eventlane import EventLane, place_events, told
from dashboard.figures.labels import shortened, text_width, wrapped
from dashboard.figures.strip import strip
from dashboard.figures.theme import DARK, LIGHT
from dashboard.figures.timeline import timeline
from dashboard.figures.timescale import Timescale
from dashboard.readings.itemrows import item_rows
from tests.dashboard.lines import event, items, pieces, shape, statement, words

WEEKS = ("2030-03-01", "2030-03-14")


def draw(*rows: Any, window: Any = WEEKS, **options: Any) -> Any:
    return timeline(items(*rows), LIGHT, *window, **options)


def trace(figure: Any, name: str) -> Any:
    return next((one for one in figure.data if one.name == name), None)


def placed(*rows: Any, pinned: Any = (), scale: Timescale | None = None) -> list[EventLane]:
    names = {"call": "Call", "summit": "Summit", "vote": "Vote"}
    quarter = Timescale(date(2030, 1, 1), date(2030, 3, 31), 950)
    return place_events(told(item_rows(items(*rows)), pinned), names, scale or quarter, 4)[0]


def test_each_category_has_a_lane_in_the_vocabularys_order() -> None:
    lanes = placed(event("v", "2030-01-09", category="vote"), event("s", "2030-01-02"), event("t", "2030-02-02"))
    assert [(lane.name, lane.count) for lane in lanes] == [("Summit", 2), ("Vote", 1)]
    assert lanes[0].bottom <= lanes[1].top


def test_names_of_events_meet_neither_each_other_nor_a_tick() -> None:
    rows = [
        event(f"e{i}", f"2030-{1 + i % 3:02}-{1 + i % 28:02}", rank=i, category=("summit", "vote", "call")[i % 2])
        for i in range(90)
    ]
    lanes = placed(*rows)
    names = [name for lane in lanes for name in lane.names]
    ticks = [tick for lane in lanes for tick in lane.ticks]
    assert len(names) > 12
    assert sum(lane.unnamed for lane in lanes) == 90 - len(names)
    assert len(ticks) == 90
    for one, other in combinations(names, 2):
        assert not one.box.meets(other.box)
    for name in names:
        assert not [
            tick
            for tick in ticks
            if name.box.left < tick.x < name.box.right and name.box.top < tick.y < name.box.bottom
        ]
        assert name.box.inside(0, 950)


def test_the_most_important_event_is_named_and_pinned_ones_always() -> None:
    rows = [event(f"e{i:02}", "2030-03-04", rank=i) for i in range(30)]
    scale = Timescale(date(2030, 3, 1), date(2030, 3, 14), 950)
    named = {name.item_id for name in placed(*rows, scale=scale)[0].names}
    assert "e29" in named
    assert "e03" not in named
    pinned = [f"e{i:02}" for i in range(12)]
    assert set(pinned) <= {name.item_id for name in placed(*rows, scale=scale, pinned=pinned)[0].names}


def test_a_pinned_event_is_named_on_a_phone_too() -> None:
    phone = Timescale(date(2030, 1, 1), date(2030, 3, 31), 312)
    rows = [
        event(f"e{i}", f"2030-02-{1 + i:02}", rank=9, title="A long name of a meeting of many states") for i in range(9)
    ]
    assert "e4" in {name.item_id for name in placed(*rows, scale=phone, pinned=["e4"])[0].names}


def test_events_without_a_name_are_small_and_counted() -> None:
    rows = [event(f"e{i}", "2030-03-04", rank=i) for i in range(30)]
    figure = draw(*rows)
    unnamed = figure.layout.meta["unnamed"]
    assert 0 < unnamed == len(trace(figure, "small events").x)
    assert len(trace(figure, "events").x) == 30 - unnamed
    assert any(f"{unnamed} without a name here" in words for words in trace(figure, "lane names").hovertext)


def test_a_lanes_name_opens_all_that_it_holds() -> None:
    figure = draw(event("e", "2030-03-04"), statement("s", "2030-03-05"))
    assert {tuple(data) for data in trace(figure, "lane names").customdata} == {
        ("summit@2030-03-01..2030-03-14", "list"),
        ("AAA@2030-03-01..2030-03-14", "list"),
    }


def test_an_uncertain_day_is_soft_and_a_doubt_has_its_sign_on_events_too() -> None:
    figure = draw(event("e", "2030-03-04", date_precision="about", doubts=2))
    assert pieces(figure, "soft days") == 1
    assert list(trace(figure, "doubt").text) == ["?"] or trace(figure, "doubt").text == "?"


def test_a_column_of_events_shows_its_doubts() -> None:
    rows = [event(f"e{i}", f"2030-{1 + i % 6:02}-{1 + i % 28:02}", rank=i) for i in range(300)]
    sure = draw(*rows, window=("2030-01-01", "2030-06-30"))
    assert trace(sure, "doubt") is None
    doubtful = draw(*[row | {"doubts": 1} for row in rows], window=("2030-01-01", "2030-06-30"))
    columns, signs = trace(doubtful, "counted events"), trace(doubtful, "doubt")
    assert set(columns.x) <= set(signs.x)
    assert "contested or uncertain" in columns.hovertext[0]


def test_narrow_columns_of_events_count_their_doubts_beside_the_name() -> None:
    rows = [event(f"e{i}", f"2030-{1 + i % 12:02}-{1 + i % 28:02}", rank=i, doubts=1) for i in range(300)]
    figure = draw(*rows, window=("2030-01-01", "2030-12-31"), categories={"summit": "Summits"})
    columns, signs = trace(figure, "counted events"), trace(figure, "doubt")
    assert not set(columns.x) & set(signs.x if signs else ())
    assert any(" ?" in text for text in words(figure))
    assert "contested or uncertain" in columns.hovertext[0]


def test_long_windows_count_the_events_that_have_no_name() -> None:
    rows = [event(f"e{i}", f"2030-{1 + i % 12:02}-{1 + i % 28:02}", rank=i) for i in range(300)]
    figure = draw(*rows, window=("2030-01-01", "2030-12-31"), categories={"summit": "Summits"})
    counted = trace(figure, "counted events")
    assert len(counted.x) < 60
    assert counted.customdata[0][1] == "list"
    assert trace(figure, "small events") is None


def test_names_stay_on_the_picture_and_hostile_titles_are_text() -> None:
    figure = draw(event("e", "2030-03-14", title="<script>alert(1)</script> & a summit"))
    assert any("&lt;script&gt;" in note for note in words(figure))
    assert "<script" not in figure.to_json().replace("\\u003c", "<")


def test_a_long_event_has_a_bar_even_from_before_the_window() -> None:
    figure = draw(event("e", "2030-02-20", ends_on="2030-03-05"))
    assert shape(figure, "lasting events").path.startswith("M2030-03-01_")
    assert trace(figure, "events").x[0] >= "2030-03-01"


def test_text_is_cut_at_words_and_wrapped() -> None:
    title = "Coalition of many willing states meets again in a capital"
    assert text_width(shortened(title, 12, 120), 12) <= 120
    assert shortened(title, 12, 120).endswith("…")
    assert shortened("Short", 12, 120) == "Short"
    lines = wrapped(title, 12, 180)
    assert len(lines) == 2
    assert all(text_width(line, 12) <= 180 for line in lines)


def test_strip_counts_weeks_and_marks_the_window() -> None:
    columns = ["week_starts_on", "quad_class", "items"]
    monday = date(2030, 3, 4)
    weeks = pd.DataFrame([(monday, "verbal_conflict", 3), (monday, "verbal_cooperation", 2)], columns=columns)
    assert not strip(weeks.iloc[0:0], LIGHT).data
    figure = strip(weeks, DARK, *WEEKS, dense=("2030-03-01", "2030-03-31"), covered=("2030-03-06", "2030-04-30"))
    go.Figure(figure.to_dict())
    bar = trace(figure, "verbal conflict")
    assert list(bar.base) == [2]
    week = trace(figure, "weeks")
    assert list(week.customdata) == [["2030-03-06..2030-03-10", "chip", "all items"]]
    assert "5 items: 2 verbal cooperation, 3 verbal conflict" in week.hovertext[0]
    assert (figure.layout.dragmode, figure.layout.selectdirection) == ("select", "h")
    assert figure.layout.xaxis.range == ("2030-03-06", "2030-05-01")
    assert [shape.name for shape in figure.layout.shapes if shape.name] == ["window"]
