from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.figures.acts import ACTS, act_of
from dashboard.figures.theme import DARK, LIGHT
from dashboard.figures.timeline import drawn_by, timeline
from dashboard.figures.timescale import Timescale, thin_spans
from tests.dashboard.lines import event, items, pieces, shape, statement, words

WEEKS = ("2030-03-01", "2030-03-14")
QUARTER = ("2030-01-01", "2030-03-31")
YEARS = ("2026-01-01", "2030-06-30")


def draw(*rows: Any, window: Any = WEEKS, **options: Any) -> Any:
    return timeline(items(*rows), LIGHT, *window, **options)


def trace(figure: Any, name: str) -> Any:
    return next((one for one in figure.data if one.name == name), None)


@pytest.mark.parametrize(
    ("code", "word"),
    [("01", 0), ("02", 0), ("03", 1), ("08", 1), ("09", 2), ("12", 2), ("13", 3), ("19", 3), (None, 0)],
)
def test_acts_go_by_cameo_root(code: Any, word: int) -> None:
    assert act_of(code) == word


def test_acts_differ_in_shape_as_well_as_colour() -> None:
    assert len({act.symbol for act in ACTS}) == len({act.tone for act in ACTS}) == 4


def test_a_mark_carries_its_id_and_says_who_when_and_what() -> None:
    figure = draw(statement("one", "2030-03-04", "BBB", cameo_code="12", title="Refused <b>all</b> & more."))
    mark = trace(figure, "object")
    assert list(mark.customdata) == [["one", "statement"]]
    assert mark.marker.symbol == "triangle-down"
    for said in ("Speaker of Belmark", "4 March 2030", "Refused &lt;b&gt;all&lt;/b&gt; &amp; more."):
        assert said in mark.hovertext[0]


def test_same_day_marks_never_cover_each_other() -> None:
    rows = [statement(f"s{i}", "2030-03-04", cameo_code=f"{1 + i % 13:02}") for i in range(12)]
    scale = Timescale(date(2030, 3, 1), date(2030, 3, 14), 950)
    found = draw(*rows)
    marks = [
        (x, y)
        for one in found.data
        if one.name in {act.word for act in ACTS}
        for x, y in zip(one.x, one.y, strict=True)
    ]
    assert len(set(marks)) == 12
    assert {x[:10] for x, _ in marks} == {"2030-03-04"}
    assert scale.per_day > 60


def test_past_a_handful_a_narrow_day_becomes_a_chip_with_the_count() -> None:
    figure = draw(*[statement(f"s{i}", "2030-02-04") for i in range(11)], window=QUARTER)
    chip = trace(figure, "more")
    assert len(trace(figure, "comment").x) + 8 == 11
    assert list(chip.text) == ["+8"]
    assert list(chip.customdata) == [["AAA@2030-02-04..2030-02-04", "list"]]
    assert "8 more statements" in chip.hovertext[0]


def test_crowded_neighbouring_days_are_one_count() -> None:
    rows = [statement(f"s{day}{i}", f"2030-02-0{day}", doubts=day - 4) for day in (4, 5) for i in range(9)]
    figure = draw(*rows, window=QUARTER)
    chip = trace(figure, "more")
    assert list(chip.text) == ["+12"]
    assert list(chip.customdata) == [["AAA@2030-02-04..2030-02-05", "list"]]
    assert "6 of them contested or uncertain" in chip.hovertext[0]


def test_long_windows_count_by_month_and_stay_small() -> None:
    rows = [
        statement(f"s{i}", f"{2026 + i % 4}-{1 + i % 12:02}-{1 + i % 28:02}", cameo_code=f"{1 + i % 13:02}")
        for i in range(2000)
    ]
    figure = draw(*rows, window=YEARS)
    bars = [one for one in figure.data if one.type == "bar"]
    assert figure.layout.meta["columns"] == "months"
    assert sum(-value for bar in bars for value in bar.y) > 0
    assert sum(len(bar.x) for bar in bars) < 250
    assert len(figure.to_json()) < 120_000
    assert trace(figure, "threaten or sanction").marker.pattern.shape


def test_drawn_by_tells_the_same_as_the_figure() -> None:
    assert drawn_by(*YEARS) != "days"
    assert drawn_by(*QUARTER) == "days"


def test_an_answer_is_joined_to_what_it_answers_and_the_focus_is_dark() -> None:
    rows = [statement("one", "2030-03-04"), statement("two", "2030-03-06", "BBB", reply_to_id="one")]
    pale, dark = shape(draw(*rows), "other answers"), shape(draw(*rows, focus_ids=["one", "two"]), "answers")
    assert pale.line.color == LIGHT.muted
    assert dark.line.color == LIGHT.ink
    assert pale.layer == dark.layer == "below"


def test_an_answer_in_focus_lies_over_the_columns_that_count() -> None:
    rows = [statement("one", "2030-03-04"), statement("two", "2030-03-06", "BBB", reply_to_id="one")]
    figure = draw(*rows, window=YEARS, focus_ids=["one", "two"])
    assert figure.layout.meta["columns"] == "months"
    assert shape(figure, "answers").layer == shape(figure, "answers, heads").layer == "above"
    assert shape(figure, "other answers") is None


def test_the_focus_keeps_its_colour_and_all_else_steps_back() -> None:
    rows = [statement("one", "2030-03-04"), statement("two", "2030-03-06", "BBB")]
    marks = trace(draw(*rows, focus_ids=["one"]), "comment")
    colours = dict(zip([one[0] for one in marks.customdata], marks.marker.color, strict=True))
    assert colours["one"] == LIGHT.tone["neutral"] != colours["two"]
    assert "<b>Speaker of Arvonia</b>" in words(draw(*rows, focus_ids=["one"]))


def test_an_uncertain_day_is_soft_and_a_doubt_has_its_sign() -> None:
    figure = draw(statement("one", "2030-03-04", date_precision="about", doubts=1))
    assert pieces(figure, "date uncertain") == 1
    assert trace(figure, "doubt").text == "?"
    assert "about 4 March 2030" in trace(figure, "comment").hovertext[0]
    assert "contested or uncertain" in trace(figure, "comment").hovertext[0]


def test_thin_time_is_tinted_and_named() -> None:
    rows = [statement("one", "2030-03-04")]
    told = words(draw(*rows, window=QUARTER, dense=("2030-02-01", "2030-12-31")))
    assert any(word.startswith("thin coverage") for word in told)
    assert not any("thin" in word for word in words(draw(*rows, dense=("2030-01-01", "2030-12-31"))))
    scale = Timescale(date(2030, 1, 1), date(2030, 3, 31), 900)
    assert thin_spans(scale, ("2030-02-01", "2030-12-31")) == [(date(2030, 1, 1), date(2030, 2, 1))]


def test_nothing_to_show_says_so() -> None:
    figure = draw()
    assert "Nothing in this collection matches" in figure.layout.annotations[0].text
    assert not figure.data


@pytest.mark.parametrize("window", [WEEKS, QUARTER, YEARS, ("2026-01-01", "2030-03-06")])
@pytest.mark.parametrize("width", [374, 1080, 1888])
def test_every_figure_is_valid_in_both_themes(window: Any, width: int) -> None:
    rows = [statement("one", "2030-03-04"), statement("two", "2030-03-06", "BBB", reply_to_id="one")]
    for theme in (LIGHT, DARK, replace(LIGHT, scale=1.4)):
        frame = items(*rows, event("e", "2030-03-05"))
        figure = timeline(frame, theme, window[0], window[1], focus_ids=["one", "two"], width=width)
        go.Figure(figure.to_dict())
        assert figure.layout.height > 150


def test_a_clicked_mark_does_not_dim_the_others() -> None:
    mark = trace(draw(statement("one", "2030-03-04")), "comment")
    assert mark.unselected.marker.opacity == mark.selected.marker.opacity == 1


def test_a_slide_has_everything_larger_but_bars_on_their_days() -> None:
    row = statement("one", "2030-03-04")
    slide = replace(LIGHT, scale=1.5)
    small, large = draw(row), timeline(items(row), slide, WEEKS[0], WEEKS[1], width=1620)
    assert large.layout.height == small.layout.height * 1.5
    assert trace(large, "comment").marker.size[0] == pytest.approx(
        trace(small, "comment").marker.size[0] * 1.5, abs=0.1
    )
    assert list(trace(large, "comment").x) == list(trace(small, "comment").x)
    bars = [
        timeline(items(row), one, YEARS[0], YEARS[1], width=int(1080 * one.scale)).data[0] for one in (LIGHT, slide)
    ]
    assert list(bars[0].width) == list(bars[1].width)


def test_focus_on_an_event_or_an_actor_takes_in_what_was_said_there_or_by_them() -> None:
    rows = [
        event("summit", "2030-03-04"),
        statement("at", "2030-03-04", event_id="summit"),
        statement("else", "2030-03-05", "BBB"),
    ]
    for focus, inside in (("summit", "at"), ("BBB", "else"), ("speaker-bbb", "else")):
        figure = draw(*rows, focus_ids=[focus])
        marks = trace(figure, "comment")
        strong = {
            data[0]
            for data, colour in zip(marks.customdata, marks.marker.color, strict=True)
            if colour == LIGHT.tone["neutral"]
        }
        assert strong == {inside}
        assert (trace(figure, "events").marker.line.color[0] == LIGHT.accent) == (focus == "summit")


def test_a_focus_that_is_not_drawn_fades_nothing() -> None:
    marks = trace(draw(statement("one", "2030-03-04"), focus_ids=["ZZZ"]), "comment")
    assert list(marks.marker.color) == [LIGHT.tone["neutral"]]


def test_every_part_of_an_event_name_opens_the_event() -> None:
    figure = draw(event("summit", "2030-03-04", title="Meeting of many leaders in the capital, on guarantees"))
    hits = trace(figure, "event names")
    note = words(figure)[list(trace(figure, "words").meta).index("summit")]
    lines = note.replace("<b>", "").replace("</b>", "").split("<br>")
    assert {tuple(data) for data in hits.customdata} == {("summit", "event")}
    assert len(set(hits.y)) == len(lines)
    assert hits.mode == "none"
    assert hits.hovertext[0].startswith("<b>Meeting of many leaders")
    apart = [datetime.fromisoformat(x) for x in hits.x]
    gaps = [(later - earlier).total_seconds() / 86400 * 938 / 14 for earlier, later in pairwise(apart)]
    assert max(gaps) <= 2 * figure.layout.hoverdistance
    names = [one.name for one in figure.data]
    assert names.index("event names") < names.index("events")


def test_every_answer_points_at_what_it_answers() -> None:
    rows = [statement("one", "2030-03-04"), statement("two", "2030-03-06", "BBB", reply_to_id="one")]
    for focus, name in (((), "other answers"), (("one", "two"), "answers")):
        figure = draw(*rows, focus_ids=focus)
        assert pieces(figure, name) == pieces(figure, f"{name}, heads") == 1
        assert shape(figure, f"{name}, heads").fillcolor == shape(figure, name).line.color


@pytest.mark.parametrize(("width", "least"), [(340, None), (700, 620), (1060, 900)])
def test_a_figure_says_below_which_width_it_scrolls(width: int, least: int | None) -> None:
    assert draw(statement("one", "2030-03-04"), width=width).layout.meta.get("min_width") == least


@pytest.mark.parametrize(("width", "is_dense"), [(500, True), (1060, True), (1400, False)])
def test_where_columns_stand_close_doubts_are_counted_once_per_lane(width: int, is_dense: bool) -> None:
    days = [f"20{year}-{month:02}-04" for year in range(26, 30) for month in range(1, 13)]
    rows = [statement(f"s{i}", day, doubts=i % 2) for i, day in enumerate(days)]
    figure = draw(*rows, window=YEARS, width=width)
    named = next(text for text in words(figure) if "Arvonia" in text)
    assert figure.layout.meta["columns"] == "months"
    assert (" ?24" in named) is is_dense
    assert "…" not in named
    assert (trace(figure, "doubt") is None) is is_dense
    assert "24 of them contested" in str(trace(figure, "lane names").hovertext) or not is_dense
    assert "1 of them contested" in trace(figure, "counts").hovertext[1]
