"""The timeline as an exhibit on the invented world: what is shown, in which lanes, why, and what a count opens."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.card import card
from dashboard.exhibits.timeline import timeline
from dashboard.figures.theme import theme
from dashboard.selection import Selection
from tests.dashboard.lines import lane_names, pieces

VARENNE, ZORIN = "2025-04-10-alma-varenne-twelve", "2025-04-11-viktor-zorin-targets"
LAKESIDE, SECOND = "2025-04-10-lakeside-conference", "2026-02-10-second-lakeside-conference"
APRIL = Selection("timeline", since=dt.date(2025, 4, 1), until=dt.date(2025, 4, 30))
ALL = Selection("timeline", since=dt.date(2021, 12, 17), until=dt.date(2026, 7, 5))


@pytest.fixture
def shown(db: Database, known: Catalogue) -> Any:
    return lambda selection: set(timeline(db, selection, known).table["item_id"])


@pytest.fixture
def opened(db: Database, known: Catalogue) -> Any:
    """The card of a selection's focus in words."""

    def read(selection: Selection) -> str:
        made = card(db, selection, known, timeline(db, selection, known).table)
        assert made
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", made(theme("light"))))

    return read


def test_a_country_finds_events_where_it_took_part_spoke_or_pledged(shown: Any) -> None:
    assert LAKESIDE in shown(replace(ALL, countries=("BEL",)))  # pledged there, not among those who took part
    assert SECOND in shown(replace(ALL, countries=("NATO",)))  # spoke there, not among those who took part
    assert SECOND not in shown(replace(ALL, countries=("BEL",)))


def test_a_chosen_event_keeps_itself_and_what_was_said_there(shown: Any) -> None:
    found = shown(replace(ALL, events=("2025-04-11-moscow-answer",)))
    assert {"2025-04-11-moscow-answer", ZORIN, "2025-04-12-oksana-levchuk-our-soil"} <= found
    assert VARENNE not in found


def test_categories_choose_among_events_and_leave_statements(shown: Any) -> None:
    found = shown(replace(APRIL, categories=("declaration",)))
    assert LAKESIDE not in found
    assert {"2025-04-11-moscow-answer", VARENNE} <= found


def test_of_a_conversation_in_focus_what_answers_and_is_answered_stays(db: Database, known: Catalogue) -> None:
    alone = timeline(db, replace(APRIL, countries=("RUS",)), known)
    focused = timeline(db, replace(APRIL, countries=("RUS",), focus=LAKESIDE), known)
    more = set(focused.table["item_id"]) - set(alone.table["item_id"])
    assert {LAKESIDE, VARENNE, "2025-04-14-clara-whitmore-answers-zorin"} <= more
    assert "2025-04-12-dale-norcross-not-ours" not in more  # an answer that is no answer of Moscow, nor to it
    assert f"{len(more)} items stand here beside the filters" in " ".join(focused.notes)


def test_the_question_what_moscow_answered_and_what_was_answered_back(db: Database, known: Catalogue) -> None:
    found = timeline(db, replace(APRIL, countries=("RUS",), focus=LAKESIDE), known)
    assert "answered back" in found.reading
    figure = found.draw(theme("light")) if found.draw else None
    assert figure
    assert pieces(figure, "answers") == pieces(figure, "answers, heads") == 4


@pytest.mark.parametrize(
    ("group", "first"), [("capital", "Kyiv 1"), ("country", "Ukraine 1"), ("speaker", ""), ("topic", "")]
)
def test_lanes_follow_the_grouping(db: Database, known: Catalogue, group: str, first: str) -> None:
    found = timeline(db, replace(APRIL, group=group), known)
    assert found.draw
    names = lane_names(found.draw(theme("light")))[2:]
    assert names[0].startswith(first)
    assert ("grouped by" in found.sentence) == (group != "capital")
    if group == "topic":
        assert names[0].startswith("Foreign troops")
        assert "stands in the lane of each" in " ".join(found.notes)


def test_exactly_two_places_stand_face_to_face(db: Database, known: Catalogue) -> None:
    two = timeline(db, replace(APRIL, countries=("RUS", "FRA")), known)
    assert "Russia and France, face to face" in two.sentence
    assert two.reading.endswith("Moscow answered Paris once and was answered not once.")
    assert two.draw
    names = lane_names(two.draw(theme("light")))
    assert [name.split()[0] for name in sorted(names)] == ["Events", "Moscow", "Paris"]
    three = timeline(db, replace(APRIL, countries=("RUS", "FRA", "DEU")), known)
    assert "face to face" not in three.sentence


def test_numbers_say_what_they_count_and_by_which_filter_the_rest_is_left_out(db: Database, known: Catalogue) -> None:
    found = timeline(db, replace(APRIL, countries=("RUS",), topics=("negotiations",)), known)
    statements, events, *_ = found.counts()
    assert statements.words == "1 statement"
    assert events.words == "1 event"
    assert list(statements.rows["item_id"]) == ["2025-04-13-pavel-grudov-illusions"]
    left = dict(zip(statements.left_out["item_id"], statements.left_out["why"], strict=True))
    assert left[ZORIN] == "not on the topics chosen"
    assert left[VARENNE] == "not of the countries chosen; not on the topics chosen"
    assert len(statements.rows) + len(statements.left_out) + len(events.rows) + len(events.left_out) == found.total
    assert "from" in statements.asked.sql


@pytest.mark.parametrize(
    "asked", [{}, {"focus": "RUS"}, {"focus": ZORIN}, {"focus": LAKESIDE}, {"countries": ("RUS", "FRA")}]
)
def test_every_number_of_the_reading_opens_its_rows(db: Database, known: Catalogue, asked: dict[str, Any]) -> None:
    found = timeline(db, replace(APRIL, **asked), known)
    told = {int(one) for one in re.findall(r"\(?(\d+)(?: statement| answer| event|\)| of them)", found.reading)}
    counts = found.counts()
    assert told <= {len(count.rows) for count in counts}
    for count in counts:
        assert count.words.startswith(f"{len(count.rows)} ")
        assert set(count.rows["item_id"]) <= set(found.table["item_id"])
        assert not set(count.rows["item_id"]) & set(count.left_out["item_id"])
        assert all(count.left_out["why"])


def test_a_conversation_in_focus_is_a_number_of_its_own(db: Database, known: Catalogue) -> None:
    talk = timeline(db, replace(APRIL, focus=ZORIN), known).counts()[-1]
    assert talk.words == "8 statements of the conversation in focus"
    assert set(talk.left_out["why"]) == {"not of this conversation"}


def test_a_count_opens_into_its_list(opened: Any) -> None:
    said = opened(replace(APRIL, focus="RUS@2025-04-11..2025-04-13"))
    assert "Moscow, 11–13 April 2025" in said
    assert "2 statements." in said
    assert "Viktor Zorin" in said
    assert "an answer" in said
    events = opened(replace(APRIL, focus="summit@2025-04-01..2025-04-30"))
    assert "1 event." in events
    assert "Lakeside Conference" in events


def test_an_actor_in_focus_opens_all_it_said(opened: Any) -> None:
    assert "London, 1–30 April 2025 2 statements." in opened(replace(APRIL, focus="GBR"))
    assert "Viktor Zorin, 1–30 April 2025 1 statement." in opened(replace(APRIL, focus="viktor-zorin"))


def test_the_list_of_others_is_told_lane_by_lane(opened: Any) -> None:
    crowd = replace(ALL, group="speaker", focus="others@2021-12-17..2026-07-05")
    said = opened(crowd)
    assert "Other speakers" in said
    assert re.search(r"Selim Aksoy · 1", said)


@pytest.mark.parametrize(
    ("focus", "is_known"),
    [
        ("RUS@2025-04-11..2025-04-13", True),
        ("viktor-zorin@2025-04-11..2025-04-11", True),
        ("foreign_troops@2025-04-11..2025-04-11", True),
        ("summit@2025-04-01..2025-04-30", True),
        ("others@2025-04-01..2025-04-30", True),
        ("RUS@2025-04-13..2025-04-11", False),
        ("RUS@2025-04-31..2025-05-01", False),
        ("RUS@1999-01-01..2025-05-01", False),
        ("nobody@2025-04-11..2025-04-13", False),
        ("@2025-04-11..2025-04-13", False),
        ("RUS@", False),
    ],
)
def test_a_list_in_the_address_makes_the_round_trip_or_is_named(known: Catalogue, focus: str, is_known: bool) -> None:
    selection, notices = Selection.from_query("timeline", {"focus": [focus]}, known)
    assert selection.to_query(known).get("focus") == ([focus] if is_known else None)
    assert bool(notices) != is_known


def test_ways_lead_to_windows_around_the_focus(db: Database, known: Catalogue) -> None:
    html = timeline(db, replace(APRIL, focus=ZORIN), known).body_html(theme("light"))
    assert '<a aria-current="true" href="?from=2025-03-27&amp;until=2025-04-25&amp;focus=' in html
    assert html.count("aria-current") == 1
    assert "from=2021-12-17&amp;until=2026-07-05" in html
    assert "Next statement: " in html
    edge = timeline(db, replace(ALL, since=dt.date(2022, 1, 1), until=dt.date(2022, 1, 10)), known)
    assert "?from=2021-12-17&amp;until=2022-01-10" in edge.body_html(theme("light"))


def test_every_lane_opens_as_a_list_without_a_pointer(db: Database, known: Catalogue) -> None:
    html = timeline(db, APRIL, known).body_html(theme("light"))
    lanes = html[html.index("<details") :]
    assert lanes.count("<li>") == 2 + 11
    assert "Summit or ministerial meeting 1</a>" in lanes
    assert 'href="?from=2025-04-01&amp;until=2025-04-30&amp;focus=RUS%402025-04-01..2025-04-30"' in lanes


def test_a_pinned_event_is_shown_and_named_whatever_the_filters(db: Database, known: Catalogue) -> None:
    focused = timeline(db, replace(APRIL, focus=LAKESIDE), known).body_html(theme("light"))
    assert f"&amp;pin={LAKESIDE}" in focused
    pinned = timeline(db, replace(APRIL, countries=("JPN",), pins=(LAKESIDE,)), known)
    assert list(pinned.table["item_id"]) == [LAKESIDE]


def test_a_focus_outside_the_days_is_said_to_be_there(db: Database, known: Catalogue) -> None:
    assert "lies outside these days" in " ".join(timeline(db, replace(APRIL, focus=SECOND), known).notes)
    assert "lies outside these days" not in " ".join(timeline(db, replace(APRIL, focus=LAKESIDE), known).notes)


def test_the_strip_counts_what_the_filters_keep(db: Database, known: Catalogue) -> None:
    def drawn(selection: Selection) -> int:
        figure = timeline(db, selection, known).more["weeks"](theme("light"))
        return sum(sum(trace.y) for trace in figure.data if trace.name != "weeks")

    assert drawn(ALL) == len(timeline(db, ALL, known).table)
    few = replace(ALL, topics=("nuclear", "ceasefire"))
    assert drawn(replace(few, since=None, until=None)) == len(timeline(db, few, known).table)
