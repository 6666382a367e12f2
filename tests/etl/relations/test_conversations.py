"""conversation and answers_to_event: who answers whom."""

from typing import Any

from tests.etl.relations.conftest import Given, World

PARIS = {
    "event_id": "paris",
    "starts_on": "2025-09-04",
    "ends_on": "2025-09-05",
    "participant_ids": "FRA;GBR;mark-rutte",
}
OFFICES = [
    {"speaker_id": "macron", "actor_id": "FRA"},
    {"speaker_id": "starmer", "actor_id": "GBR"},
    {"speaker_id": "putin", "actor_id": "RUS"},
    {"speaker_id": "zakharova", "actor_id": "RUS"},
    {"speaker_id": "mark-rutte", "actor_id": "NATO"},
]


def said(
    name: str, who: str, day: str, reply_to: str = "", event: str = "", topics: str = "ceasefire"
) -> dict[str, str]:
    """A statement row."""
    row = {"statement_id": name, "speaker_id": who, "said_on": day, "reply_to_id": reply_to}
    return {**row, "event_id": event, "topics": topics}


def thread(world: World, statement: str) -> list[tuple[Any, ...]]:
    """Statement and depth, in reading order."""
    asked = "select statement_id, depth, root_id from conversation($statement) order by path"
    found = world.rows(asked, statement=statement)
    assert {row["root_id"] for row in found} <= {found[0]["statement_id"]}
    return [(row["statement_id"], row["depth"]) for row in found]


def test_the_whole_thread_from_its_opening_whichever_statement_is_asked_for(given: Given) -> None:
    world = given(
        statements=[
            said("a", "macron", "2025-09-04"),
            said("a-late", "putin", "2025-09-06", "a"),
            said("a-early", "starmer", "2025-09-05", "a"),
            said("back", "macron", "2025-09-07", "a-early"),
            said("other", "putin", "2025-09-04"),
        ]
    )
    told = [("a", 0), ("a-early", 1), ("back", 2), ("a-late", 1)]
    assert [thread(world, name) for name in ("a", "a-late", "back")] == [told] * 3
    assert thread(world, "other") == [("other", 0)]


def test_a_child_comes_before_a_sibling_whose_id_goes_on(given: Given) -> None:
    world = given(
        statements=[
            said("root", "macron", "2025-09-04"),
            said("x", "putin", "2025-09-05", "root"),
            said("x-b", "starmer", "2025-09-05", "root"),
            said("child", "macron", "2025-09-06", "x"),
        ]
    )
    assert [name for name, _ in thread(world, "root")] == ["root", "x", "child", "x-b"]


def test_a_circle_ends_and_has_no_row(given: Given) -> None:
    world = given(
        statements=[
            said("a", "macron", "2025-09-04", "b"),
            said("b", "putin", "2025-09-04", "a"),
            said("c", "putin", "2025-09-04"),
        ]
    )
    assert world.rows("from conversation('a')") == []
    assert thread(world, "c") == [("c", 0)]


def answers(world: World, event: str = "paris") -> dict[str, tuple[str, str | None]]:
    """How each statement answers the event, and which statement."""
    found = world.rows("from answers_to_event($event)", event=event)
    assert len({row["statement_id"] for row in found}) == len(found)
    return {row["statement_id"]: (row["how"], row["answers_id"]) for row in found}


def test_answers_to_what_was_said_there_wherever_they_are_filed(given: Given) -> None:
    world = given(
        offices=OFFICES,
        events=[PARIS, {"event_id": "forum", "starts_on": "2025-09-05"}],
        statements=[
            said("26", "macron", "2025-09-04", event="paris"),
            said("targets", "putin", "2025-09-05", "26", "forum", "foreign_troops"),
            said("at-once", "starmer", "2025-09-04", "26", "paris"),
            said("months-later", "putin", "2026-02-01", "26", topics="sanctions"),
            said("back", "macron", "2025-09-06", "targets", topics="sanctions"),
        ],
    )
    assert answers(world) == dict.fromkeys(("targets", "at-once", "months-later"), ("answer", "26"))


def test_filed_under_it_by_someone_not_taking_part(given: Given) -> None:
    world = given(
        offices=OFFICES,
        events=[PARIS],
        statements=[
            said("of-france", "macron", "2025-09-04", event="paris"),
            said("named-himself", "mark-rutte", "2025-09-04", event="paris"),
            said("of-russia", "putin", "2025-09-05", event="paris"),
            said("without-office", "pundit", "2025-09-06", event="paris"),
        ],
    )
    assert answers(world) == {"of-russia": ("filed_under", None), "without-office": ("filed_under", None)}


def test_same_topic_within_ten_days_apart(given: Given) -> None:
    world = given(
        offices=OFFICES,
        events=[PARIS, {"event_id": "forum", "starts_on": "2025-09-05"}],
        statements=[
            said("of-france", "macron", "2025-09-04", event="paris", topics="ceasefire;foreign_troops"),
            said("first-day", "putin", "2025-09-04", event="forum"),
            said("tenth-day", "putin", "2025-09-15", topics="sanctions;foreign_troops"),
            said("too-late", "putin", "2025-09-16"),
            said("another-topic", "putin", "2025-09-06", topics="sanctions"),
        ],
    )
    assert answers(world) == {"first-day": ("same_topic", None), "tenth-day": ("same_topic", None)}


def test_an_item_appears_once_in_the_first_class_that_fits(given: Given) -> None:
    world = given(
        offices=OFFICES,
        events=[PARIS],
        statements=[
            said("26", "macron", "2025-09-04", event="paris"),
            said("all-three", "putin", "2025-09-05", "26", "paris"),
            said("filed-on-topic", "zakharova", "2025-09-05", event="paris"),
        ],
    )
    assert answers(world) == {"all-three": ("answer", "26"), "filed-on-topic": ("filed_under", None)}


def test_nothing_older_than_the_event(given: Given) -> None:
    world = given(
        offices=OFFICES,
        events=[PARIS],
        statements=[
            said("announced", "macron", "2025-09-01", event="paris"),
            said("answer-before", "putin", "2025-09-02", "announced"),
            said("filed-before", "putin", "2025-09-03", event="paris"),
            said("topic-before", "putin", "2025-09-03"),
            said("answer-after", "putin", "2025-09-04", "announced"),
        ],
    )
    assert answers(world) == {"answer-after": ("answer", "announced")}
