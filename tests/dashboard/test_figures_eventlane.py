from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.eventlane import place_events
from dashboard.figures.labels import shortened, text_width, wrapped
from dashboard.figures.strip import strip
from dashboard.figures.theme import DARK, LIGHT
from dashboard.figures.timeline import timeline
from dashboard.figures.timescale import Timescale
from tests.dashboard.lines import event, items

WEEKS = ("2030-03-01", "2030-03-14")


def draw(*rows: Any, window: Any = WEEKS, **options: Any) -> Any:
    return timeline(items(*rows), LIGHT, *window, **options)


def trace(figure: Any, name: str) -> Any:
    return next((one for one in figure.data if one.name == name), None)


def notes(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_names_of_events_meet_neither_each_other_nor_a_stem() -> None:
    rows = [event(f"e{i}", f"2030-{1 + i % 3:02}-{1 + i % 28:02}", rank=i) for i in range(60)]
    lane = place_events(items(*rows), Timescale(date(2030, 1, 1), date(2030, 3, 31), 950))
    assert len(lane.names) > 6
    assert lane.unnamed == 60 - len(lane.names)
    for one, other in combinations(lane.names, 2):
        assert not one.box.meets(other.box)
        for name, stem in ((one, other), (other, one)):
            through = name.box.left < stem.x < name.box.right and stem.box.bottom < name.box.bottom
            assert not through


def test_the_most_important_event_is_named_and_pinned_ones_always() -> None:
    rows = [event(f"e{i}", "2030-03-04", rank=i) for i in range(30)]
    scale = Timescale(date(2030, 3, 1), date(2030, 3, 14), 950)
    assert "e29" in {name.item_id for name in place_events(items(*rows), scale, rows=2).names}
    assert "e3" in {name.item_id for name in place_events(items(*rows), scale, rows=2, pinned=["e3"]).names}


def test_events_without_a_name_are_counted() -> None:
    rows = [event(f"e{i}", "2030-03-04", rank=i) for i in range(30)]
    figure = draw(*rows)
    assert figure.layout.meta["unnamed"] > 0
    assert any(f"+ {figure.layout.meta['unnamed']} not named" in note for note in notes(figure))
    assert [one[1] for one in trace(figure, "events").customdata] == ["event"] * 30


def test_names_stay_on_the_picture_and_hostile_titles_are_text() -> None:
    figure = draw(event("e", "2030-03-14", title="<script>alert(1)</script> & a summit"))
    assert any("&lt;script&gt;" in note for note in notes(figure))
    assert "<script" not in figure.to_json().replace("\\u003c", "<")


def test_a_long_event_has_a_bar_even_from_before_the_window() -> None:
    figure = draw(event("e", "2030-02-20", ends_on="2030-03-05"))
    assert trace(figure, "lasting events").x[0] >= "2030-03-01"
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
    figure = strip(weeks, DARK, *WEEKS, dense=("2030-03-01", "2030-03-31"))
    go.Figure(figure.to_dict())
    bar = trace(figure, "verbal conflict")
    assert list(bar.base) == [2]
    assert list(bar.customdata) == [["2030-03-04..2030-03-10", "chip", "all items"]]
    assert "5 items: 2 verbal cooperation, 3 verbal conflict" in bar.hovertext[0]
    assert [shape.name for shape in figure.layout.shapes if shape.name] == ["window"]
