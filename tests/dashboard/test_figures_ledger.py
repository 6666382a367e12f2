from datetime import date
from typing import Any

import pandas as pd
import pytest
from plotly.graph_objects import Figure

from dashboard.figures.labels import text_width
from dashboard.figures.ledger import ledger
from dashboard.figures.strips import periods, strips
from dashboard.figures.theme import DARK, LIGHT, contrast, mix
from tests.dashboard.positions import change, changes, position, positions

DENSE = ("2024-02-01", "2026-03-13")
MOVES = changes(
    change("FRA", "2025-01-10", "open", "first_record"),
    change("FRA", "2025-03-01", "conditional", "moved", old="open", new_conditions=["ceasefire"]),
    change("FRA", "2025-04-01", "conditional", "restated", old="conditional", new_conditions=["ceasefire"]),
    change(
        "FRA", "2025-05-01", "conditional", "conditions_changed", old="conditional",
        new_conditions=["ceasefire", "us_backstop"],
    ),
    change("POL", "2024-12-13", "declined", "first_record", doubts=1),
    change("DEU", "2026-01-06", "conditional", "first_record", counted_as="outside_ukraine", date_precision="by"),
)  # fmt: skip


def traces(figure: Any) -> Any:
    return {trace.name: trace for trace in figure.data}


def drawn(
    frame: Any = MOVES, since: Any = "2024-12-01", until: Any = "2026-03-13", theme: Any = LIGHT, rules: Any = None
) -> Any:
    return ledger(periods(frame, until), theme, since, until, DENSE, rules)


def test_strips_are_one_row_per_standing_period() -> None:
    frame = strips(MOVES, "2026-03-13")
    assert list(frame["pledger_id"]) == ["FRA", "FRA", "POL", "DEU"]
    first, second = frame.to_dict("records")[:2]
    assert (first["starts_on"], first["ends_on"]) == (date(2025, 1, 10), date(2025, 3, 1))
    assert second["ends_on"] == date(2026, 3, 14)
    assert [(day, changed) for day, _, changed, _ in second["restated"]] == [
        (date(2025, 4, 1), False),
        (date(2025, 5, 1), True),
    ]
    assert second["conditions"] == ["ceasefire"]


def test_furthest_position_stands_first_and_what_is_not_counted_last() -> None:
    assert list(strips(MOVES, "2026-03-13")["pledger"].unique()) == ["France", "Poland", "Germany"]


def test_a_change_after_the_last_day_is_not_drawn() -> None:
    assert list(strips(MOVES, "2025-12-31")["pledger_id"].unique()) == ["FRA", "POL"]


def test_every_segment_is_clickable_with_pledge_and_pledger() -> None:
    bars = traces(drawn())["segments"]
    assert len(bars.customdata) == len(bars.x)
    assert list(bars.customdata[0]) == ["FRA-2025-01-10", "FRA"]


def test_a_segment_pales_until_it_is_said_again() -> None:
    bars = traces(drawn())["segments"]
    shades = [fill for fill, (_, code) in zip(bars.marker.color, bars.customdata, strict=True) if code == "POL"]
    full = LIGHT.status["declined"]
    assert shades == [mix(full, LIGHT.paper, share) for share in (1.0, 0.8, 0.42, 0.2)]


def test_said_again_is_a_dot_and_other_conditions_a_diamond() -> None:
    dots = traces(drawn())["said again"]
    assert list(dots.marker.symbol) == ["circle", "diamond"]
    assert [pledge_id for pledge_id, _ in dots.customdata] == ["FRA-2025-04-01", "FRA-2025-05-01"]


def test_status_and_conditions_stand_in_the_strip() -> None:
    words = [text.strip("\u2004\u2005 ") for text in traces(drawn())["words"].text]
    assert "<b>?</b> declined" in words, "doubted"
    assert "O" in words
    assert "on conditions: ceasefire, US backstop" in words


def test_a_later_word_shows_what_it_adds() -> None:
    frame = changes(
        change("FRA", "2025-01-10", "conditional", "first_record", new_conditions=["ceasefire"]),
        change("FRA", "2025-08-10", "conditional", "conditions_changed", new_conditions=["ceasefire", "un_mandate"]),
    )
    words = [text.strip("\u2004\u2005 ") for text in traces(drawn(frame))["words"].text]
    assert words == ["on conditions: ceasefire", "+ UN mandate"]


def test_outside_ukraine_is_hollow_and_says_so() -> None:
    found = traces(drawn())
    bars = found["segments"]
    fills = {code: fill for fill, (_, code) in zip(bars.marker.color, bars.customdata, strict=True)}
    assert fills["DEU"] == LIGHT.land


def test_an_uncertain_start_is_open() -> None:
    assert list(traces(drawn())["uncertain starts"].text) == ["‹"]


def test_withdrawn_is_hatched_and_undecided_dotted() -> None:
    frame = changes(
        change("FRA", "2025-01-10", "undecided", "first_record"),
        change("FRA", "2025-02-10", "open", "moved", old="undecided") | {"new_status": "withdrawn", "new_rank": None},
    )
    bars = traces(drawn(frame))["segments"]
    assert set(bars.marker.pattern.shape) == {".", "/"}
    assert bars.marker.pattern.fillmode == "overlay", "else the fill goes with the pattern"


def test_headings_count_the_strips_of_each_status() -> None:
    texts = [note.text for note in drawn().layout.annotations]
    assert "<b>Would send on conditions</b> · 1" in texts
    assert "<b>Declined</b> · 1" in texts
    assert "<b>Not counted</b> · 1" in texts


def test_thin_time_is_veiled_and_named() -> None:
    figure = drawn(until="2026-07-05")
    names = [trace.name for trace in figure.data]
    assert list(traces(figure)["veil"].base) == ["2026-03-13"]
    assert names.index("outlines") < names.index("veil") < names.index("said again") < names.index("words")
    assert "<i>thin coverage</i>" in [note.text for note in figure.layout.annotations]


def test_dense_time_has_no_veil() -> None:
    assert "veil" not in traces(drawn())


def test_both_thin_stretches_are_named_and_the_words_in_them_stay_readable() -> None:
    frame = changes(change("FRA", "2022-01-10", "declined", "first_record"))
    figure = drawn(frame, since="2021-12-17", until="2026-07-05")
    thin = [note for note in figure.layout.annotations if note.text == "<i>thin coverage</i>"]
    assert [(note.x, note.xanchor) for note in thin] == [("2021-12-17", "left"), ("2026-07-05", "right")]
    found = traces(figure)
    veiled = mix(LIGHT.veil, LIGHT.status["declined"], found["veil"].marker.opacity)
    assert contrast(found["words"].textfont.color[0], veiled) >= 3


def test_a_pledger_carries_the_doubts_of_the_word_that_stands() -> None:
    frame = changes(
        change("LUX", "2025-08-22", "declined", "first_record"),
        change("LUX", "2026-01-06", "declined", "restated", old="declined", doubts=1),
        change("FRA", "2025-08-22", "declined", "first_record", doubts=2),
        change("FRA", "2026-01-06", "declined", "restated", old="declined"),
    )
    figure = drawn(frame)
    names = {text.split(" ")[0]: "?" in text for text in figure.layout.yaxis.ticktext}
    assert names == {"Luxembourg": True, "France": False}
    bars = traces(figure)["segments"]
    doubted = {data[0] for data, text in zip(bars.customdata, bars.hovertext, strict=True) if "?" in text}
    assert doubted == {"LUX-2026-01-06", "FRA-2025-08-22"}


def test_the_standing_position_tells_doubts_and_a_previous_government() -> None:
    standing = positions(position("POL", doubts=0, in_office="former"))
    figure = ledger(periods(MOVES, "2026-03-13", standing), LIGHT, "2024-12-01", "2026-03-13", DENSE)
    assert "Poland*" in figure.layout.yaxis.ticktext
    dashed = [shape for shape in figure.layout.shapes if shape.name == "left office"]
    assert [shape.line.dash for shape in dashed] == ["4px,3px"]


def test_months_stand_above_and_below() -> None:
    figure = drawn()
    above = traces(figure)["months"]
    assert list(above.text[:3]) == ["Jan<br>2025", "Mar", "May"]
    assert list(above.text) == list(figure.layout.xaxis.ticktext)
    assert list(above.x) == list(figure.layout.xaxis.tickvals)
    assert set(above.y) == {figure.layout.yaxis.range[1]}


@pytest.mark.parametrize("until", ["2025-12-30", "2026-01-01", "2026-01-20"])
def test_no_word_of_the_axis_is_cut_by_the_edge(until: str) -> None:
    figure = drawn(until=until)
    room = 1060 - figure.layout.margin.l - figure.layout.margin.r
    first, last = (date.fromisoformat(day) for day in figure.layout.xaxis.range)
    ends = [(last - date.fromisoformat(day)).days / (last - first).days * room for day in figure.layout.xaxis.tickvals]
    assert len(ends) >= 5
    assert min(ends) + figure.layout.margin.r >= text_width("2026", 13) / 2


def test_the_longest_name_has_room_beside_its_strip() -> None:
    name = "Bosnia and Herzegovina and Elsewhere"
    figure = drawn(changes(change("FRA", "2025-01-10", "open", "first_record", pledger=name)))
    assert figure.layout.margin.l > text_width(name, 13)
    assert not figure.layout.yaxis.automargin


@pytest.mark.parametrize("width", [358, 1060])
def test_names_stay_beside_or_above_their_strips(width: int) -> None:
    figure = ledger(periods(MOVES, "2026-03-13"), LIGHT, "2024-12-01", "2026-03-13", DENSE, None, width)
    is_narrow = width < 620
    above = traces(figure)["names"].text if is_narrow else []
    assert figure.layout.yaxis.showticklabels is not is_narrow
    assert [name.split(" ")[0] for name in above] == (["France", "Poland", "Germany"] if is_narrow else [])
    assert ((figure.layout.meta or {}).get("min_width") is None) is is_narrow
    assert figure.layout.margin.l < 20 or not is_narrow


def test_undecided_stays_grey_as_in_its_key() -> None:
    bars = traces(drawn(changes(change("FRA", "2024-12-10", "undecided", "first_record"))))["segments"]
    assert all(contrast(fill, LIGHT.paper) > 1.2 for fill in bars.marker.color)


@pytest.fixture
def rules() -> Any:
    days = ["2025-08-15", "2025-08-18", "2025-09-04", "2020-01-01"]
    return pd.DataFrame(
        {
            "event_id": [f"event-{day}" for day in days],
            "starts_on": pd.to_datetime(days),
            "title": ["Meeting <b>one</b>", "Two", "Three", "Out of sight"],
            "place": ["Anchorage", "Washington", "Paris", "Nowhere"],
        }
    )


def test_names_of_events_step_up_instead_of_touching(rules: Any) -> None:
    figure = drawn(rules=rules)
    heads = [note for note in figure.layout.annotations if ", " in note.text]
    assert [note.text for note in heads] == ["Anchorage, 15 Aug 2025", "Washington, 18 Aug 2025", "Paris, 4 Sep 2025"]
    assert len({note.yshift for note in heads}) == 3
    assert figure.layout.margin.t >= max(note.yshift for note in heads) + 16
    events = traces(figure)["events"]
    assert [event_id for (event_id,) in events.customdata] == [
        "event-2025-08-15",
        "event-2025-08-18",
        "event-2025-09-04",
    ]
    assert "&lt;b&gt;one" in events.hovertext[0]


def test_doubt_is_marked_beside_the_name() -> None:
    assert "?" in next(text for text in drawn().layout.yaxis.ticktext if text.startswith("Poland"))


def test_empty_says_so() -> None:
    figure = ledger(periods(MOVES.iloc[:0], "2026-03-13"), DARK, "2025-01-01", "2026-03-13", DENSE, None)
    assert figure.layout.annotations[0].text == "No position is on record in this time."


def test_plotly_accepts_every_property(rules: Any) -> None:
    figure = drawn(until="2026-07-05", rules=rules)
    assert len(Figure(figure.to_dict()).data) == len(figure.data)
