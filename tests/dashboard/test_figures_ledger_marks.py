"""The ledger's finer marks: hollow and dashed strips, open starts, rings, order and groups, panels, focus."""

import re
from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.figures.labels import text_width
from dashboard.figures.ledger import Order, ledger
from dashboard.figures.ledgerrows import arranged
from dashboard.figures.ledgersheet import WIDE
from dashboard.figures.strips import Row, periods
from dashboard.figures.theme import DARK, LIGHT
from tests.dashboard.lines import pieces
from tests.dashboard.positions import change, changes, position, positions

SINCE, UNTIL, DENSE = "2024-12-01", "2026-03-13", ("2024-02-01", "2026-03-13")
WORLD = changes(
    change("FRA", "2025-01-10", "open", "first_record"),
    change("FRA", "2025-03-01", "conditional", "moved", old="open"),
    change("FRA", "2025-09-04", "pledged", "moved", old="conditional"),
    change("POL", "2024-12-13", "declined", "first_record"),
    change("DEU", "2025-01-06", "undecided", "first_record"),
    change("DEU", "2026-01-06", "conditional", "moved", old="undecided"),
)


def aside(pledger_id: str, day: str, status: str, kind: str = "first_record", overruled: str | None = None) -> Row:
    return change(pledger_id, day, status, kind, counted_as="not_binding") | {"overruled_on": overruled}


def remarks(*rows: Row) -> pd.DataFrame:
    return changes(*rows).assign(overruled_on=[row["overruled_on"] for row in rows])


def drawn(rows: list[Row], order: Order | None = None, focus: str | None = None, until: str = UNTIL) -> Any:
    return ledger(rows, LIGHT, SINCE, until, DENSE, None, 1060, order, focus)


def traces(figure: Any) -> Any:
    return {trace.name: trace for trace in figure.data}


def names(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(row["pledger"] for row in rows))


def heads(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations if note.text.startswith("<b>")]


def test_a_voice_that_does_not_bind_is_hollow_until_one_does() -> None:
    said = remarks(aside("POL", "2024-12-05", "open", overruled="2024-12-13"), aside("CYP", "2025-02-01", "declined"))
    rows = periods(WORLD, UNTIL, None, said)
    spans = {row["pledger"]: (row["starts_on"], row["ends_on"]) for row in rows if row["counted_as"] == "not_binding"}
    assert spans["Poland"] == (date(2024, 12, 5), date(2024, 12, 13))
    assert spans["Cyprus"] == (date(2025, 2, 1), date(2026, 3, 14))
    bars = traces(drawn(rows))["segments"]
    fills = {pledge: fill for fill, (pledge, _) in zip(bars.marker.color, bars.customdata, strict=True)}
    assert fills["CYP-2025-02-01"] == LIGHT.land


def test_a_later_remark_is_a_ring_on_the_strip() -> None:
    rows = periods(WORLD, UNTIL, None, remarks(aside("POL", "2025-05-01", "open", overruled="2024-12-13")))
    rings = traces(drawn(rows))["remarks"]
    assert [list(data) for data in rings.customdata] == [["POL-2025-05-01", "POL"]]
    assert list(rings.marker.line.color) == [LIGHT.status_outline["open"]]
    assert "doesn’t bind" in rings.hovertext[0]


def dashed(rows: list[Row]) -> list[tuple[str, str]]:
    shapes = [shape for shape in drawn(rows).layout.shapes if shape.name == "left office"]
    return [(str(shape.x0), str(shape.x1)) for shape in shapes]


def test_a_strip_is_dashed_from_the_day_its_speaker_left_until_it_is_said_again() -> None:
    frame = changes(
        change("FRA", "2025-01-10", "open", "first_record", left_office_on="2025-02-01"),
        change("FRA", "2025-06-01", "open", "restated", old="open"),
    )
    assert dashed(periods(frame, UNTIL)) == [("2025-02-01", "2025-06-01")]


def test_who_is_back_in_office_is_not_dashed_at_the_end() -> None:
    frame = changes(change("FRA", "2025-01-10", "open", "first_record", left_office_on="2025-02-01"))
    stands = [positions(position("FRA", "open", in_office=state)) for state in ("former", "in_office")]
    assert dashed(periods(frame, UNTIL, stands[0])) == [("2025-02-01", "2026-03-13")]
    assert dashed(periods(frame, UNTIL, stands[1])) == []


@pytest.mark.parametrize(("precision", "steps", "sign"), [("by", 5, "‹"), ("about", 2, "~")])
def test_an_uncertain_start_runs_out_to_the_left_and_has_no_edge(precision: str, steps: int, sign: str) -> None:
    frame = changes(change("FRA", "2025-06-01", "open", "first_record", date_precision=precision))
    figure = drawn(periods(frame, UNTIL))
    found = traces(figure)
    assert len(found["open starts"].x) == steps
    assert all(str(start) < "2025-06-01" for start in found["open starts"].base)
    assert list(found["uncertain starts"].text) == [sign]
    assert len(found["outlines"].x) == 0
    (frame_of,) = [shape for shape in figure.layout.shapes if shape.name == "open start"]
    assert "Z" not in frame_of.path


def test_a_position_from_before_the_window_says_when_it_was_said() -> None:
    frame = changes(change("FRA", "2022-02-10", "declined", "first_record"))
    (words,) = traces(drawn(periods(frame, UNTIL)))["words"].text
    assert words.endswith("declined, said Feb 2022")


def test_words_end_where_the_strip_has_faded_too_far_for_them() -> None:
    hangs = ["ceasefire", "us_backstop", "un_mandate", "allies_join", "clear_mandate", "government_decision"]
    frame = changes(change("FRA", SINCE, "conditional", "first_record", new_conditions=hangs))
    (words,) = traces(ledger(periods(frame, UNTIL), DARK, SINCE, UNTIL, DENSE))["words"].text
    half_a_year = 180 / 467 * 850
    assert 0 < len(words.strip()) * 5.7 <= half_a_year


def test_orders_by_name_last_change_and_number_of_changes() -> None:
    rows = periods(WORLD, UNTIL)
    order = {sort: names(arranged(rows, Order(sort, SINCE))) for sort in ("position", "name", "last", "changes")}
    assert order["position"] == ["France", "Germany", "Poland"]
    assert order["name"] == ["France", "Germany", "Poland"]
    assert order["last"] == ["Germany", "France", "Poland"]
    assert order["changes"] == ["France", "Germany", "Poland"]
    labels = drawn(rows, Order("changes", SINCE)).layout.yaxis.ticktext
    assert list(labels) == ["France · 2", "Germany · 1", "Poland · 0"]


def test_headings_of_positions_stand_only_where_that_is_the_order() -> None:
    rows = periods(WORLD, UNTIL)
    assert heads(drawn(rows)) == [
        "<b>Would send</b> · 1",
        "<b>Would send on conditions</b> · 1",
        "<b>Declined</b> · 1",
    ]
    assert heads(drawn(rows, Order("name", SINCE))) == []


def test_members_of_a_group_stand_first_under_its_name() -> None:
    order = Order("position", SINCE, "Baltic (our grouping)", {"POL"})
    figure = drawn(periods(WORLD, UNTIL), order)
    assert heads(figure) == ["<b>Baltic (our grouping)</b> · 1", "<b>Others</b> · 2"]
    assert list(figure.layout.yaxis.ticktext) == ["Poland", "France", "Germany"]


def test_several_kinds_are_panels_on_one_axis() -> None:
    naval = [row | {"kind": "naval"} for row in periods(WORLD, UNTIL) if row["pledger_id"] == "FRA"]
    order = Order(since=SINCE, panels=(("ground_troops", "Ground troops"), ("naval", "Naval forces")))
    figure = drawn([*periods(WORLD, UNTIL), *naval], order)
    assert heads(figure) == ["<b>Ground troops</b> · 3", "<b>Naval forces</b> · 1"]
    assert list(figure.layout.yaxis.ticktext) == ["France", "Germany", "Poland", "France"]
    assert len(set(figure.layout.yaxis.tickvals)) == 4


def test_many_strips_are_lower() -> None:
    few = periods(WORLD, UNTIL)
    many = [row | {"pledger_id": f"{row['pledger_id']}{index}"} for index in range(20) for row in few]
    assert drawn(many).layout.height < 20 * drawn(few).layout.height * 0.4


def test_what_is_in_focus_is_framed() -> None:
    rows = periods(WORLD, UNTIL)
    of_period = [shape for shape in drawn(rows, None, "FRA-2025-03-01").layout.shapes if shape.name == "focus"]
    assert [(shape.x0, shape.x1) for shape in of_period] == [("2025-03-01", "2025-09-04")]
    assert pieces(drawn(rows, None, "DEU"), "focus") == 2


def test_no_heading_stands_where_the_heads_of_events_do() -> None:
    for order in (Order("position", since=SINCE), Order(since=SINCE, panels=(("ground_troops", "Ground troops"),))):
        figure = drawn(periods(WORLD, UNTIL), order)
        named = [note.y for note in figure.layout.annotations if note.text.startswith("<b>")]
        assert min(named) >= 0.5


@pytest.mark.parametrize("height", [None, 300])
def test_the_heads_of_lines_stand_above_strips_and_marks_at_the_edge_are_whole(height: int | None) -> None:
    day = ["2025-09-04"]
    event = pd.DataFrame({"event_id": day, "starts_on": pd.to_datetime(day), "title": day, "place": day})
    figure = ledger(periods(WORLD, UNTIL), LIGHT, SINCE, UNTIL, DENSE, event, width=960, height=height)
    events, axis, margin = traces(figure)["events"], figure.layout.yaxis.range, figure.layout.margin
    strip = (figure.layout.height - margin.t - margin.b) / (axis[0] - axis[1])
    assert max(events.y) * strip + events.marker.size / 2 <= (min(traces(figure)["segments"].y) - WIDE / 2) * strip
    assert not any(traces(figure)[name].cliponaxis for name in ("events", "said again", "remarks"))


def test_on_a_phone_the_lines_of_events_leave_the_names_above_strips_open() -> None:
    days = ["2024-12-20", "2026-01-06"]
    events = pd.DataFrame({"event_id": days, "starts_on": pd.to_datetime(days), "title": days, "place": ["One", "Two"]})
    figure = ledger(periods(WORLD, UNTIL), LIGHT, SINCE, UNTIL, DENSE, events, 358)
    (path,) = [shape.path for shape in figure.layout.shapes if shape.line.dash == "dot"]
    lines = [(x, float(start), float(end)) for x, start, end in re.findall(r"M([^,]+),([^L]+)L[^,]+,([^M]+)", path)]
    early, late = ([(start, end) for x, start, end in lines if x == day] for day in days)
    named = traces(figure)["names"].y
    assert len(early) == len(named) + 1
    assert not any(start < at < end for at in named for start, end in early)
    assert len(late) == 1
    assert (early[0][0], early[-1][1]) == late[0]


GONE = changes(
    change("FRA", "2025-01-10", "open", "first_record", left_office_on="2025-02-01", doubts=1),
    change("FRA", "2025-06-01", "open", "restated", old="open"),
    change("FRA", "2025-06-04", "open", "conditions_changed", old="open"),
)


@pytest.mark.parametrize("width", [480, 960, 1060])
def test_no_edge_of_a_dashed_frame_strikes_a_word_and_no_mark_lies_on_another(width: int) -> None:
    figure = ledger(periods(GONE, UNTIL), LIGHT, SINCE, UNTIL, DENSE, None, width, None, None, 300)
    across = width - figure.layout.margin.l - figure.layout.margin.r
    per_day = across / (pd.Timestamp(UNTIL) - pd.Timestamp(SINCE)).days
    found = traces(figure)
    at = [(pd.Timestamp(day) - pd.Timestamp(SINCE)) / pd.Timedelta(days=1) * per_day for day in found["words"].x]
    spans = [
        (left, left + text_width(re.sub("<[^>]*>", "", said), 10.8))
        for left, said in zip(at, found["words"].text, strict=True)
    ]
    assert sum("?" in said for said in found["words"].text) == 1
    assert any("O" in said or "consider" in said for said in found["words"].text)
    for day in ("2025-02-01", "2025-06-01"):
        edge = (pd.Timestamp(day) - pd.Timestamp(SINCE)).days * per_day
        assert not any(left + 4 < edge < right for left, right in spans)
    first, second = (pd.Timestamp(day) for day in found["said again"].x)
    assert (second - first) / pd.Timedelta(days=1) * per_day > 5
    assert not any(
        left + 2 < (pd.Timestamp(day) - pd.Timestamp(SINCE)) / pd.Timedelta(days=1) * per_day < right
        for day in found["said again"].x
        for left, right in spans
    )


def test_starts_so_near_that_their_signs_would_look_like_one_have_one_sign() -> None:
    frame = changes(
        change("FRA", "2025-06-01", "open", "first_record", date_precision="by"),
        change("FRA", "2025-06-03", "conditional", "moved", old="open", date_precision="by"),
    )
    assert list(traces(drawn(periods(frame, UNTIL)))["uncertain starts"].text) == ["‹"]


def test_a_slide_leaves_out_the_years_before_the_first_position_and_says_so() -> None:
    figure = ledger(periods(WORLD, UNTIL), LIGHT, "2021-12-17", UNTIL, DENSE, None, 960, None, None, 300)
    assert str(figure.layout.xaxis.range[0]) > "2024-10-01"
    assert [note.text for note in figure.layout.annotations if "none" in note.text] == ["none before Dec 2024"]
    figure = ledger(periods(WORLD, UNTIL), LIGHT, SINCE, UNTIL, DENSE, None, 960, None, None, 300)
    assert str(figure.layout.xaxis.range[0]) == SINCE
