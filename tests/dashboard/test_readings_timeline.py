from typing import Any

from dashboard.readings.itemrows import item_rows
from dashboard.readings.names import the
from dashboard.readings.timeline import Focus, reading_timeline
from tests.dashboard.lines import event, items, statement

WINDOW = ("2030-03-01", "2030-03-14")


def read(*rows: Any, **options: Any) -> str:
    return reading_timeline(item_rows(items(*rows)), *WINDOW, Focus(**options))


def test_counts_the_fullest_day_and_the_busiest_voices() -> None:
    rows = [statement(f"a{i}", "2030-03-04") for i in range(3)] + [statement("b", "2030-03-05", "BBB")]
    assert read(*rows, event("e", "2030-03-04")) == (
        "From 1 March 2030 to 14 March 2030, 4 statements and 1 event are on record; "
        "most was said on 4 March 2030 (3 statements); "
        "most was heard from Arvonia (3) and, of all speakers, Speaker of Arvonia (3)."
    )


def test_no_day_and_no_voice_is_named_where_none_stands_out() -> None:
    rows = [statement("a", "2030-03-04"), statement("b", "2030-03-05", "BBB")]
    assert read(*rows) == "From 1 March 2030 to 14 March 2030, 2 statements and no events are on record."


def test_who_speaks_alone_is_not_said_to_speak_most() -> None:
    rows = [statement(f"a{i}", f"2030-03-0{4 + i}", speaker=f"Speaker {i // 3}") for i in range(5)]
    assert read(*rows) == (
        "From 1 March 2030 to 14 March 2030, 5 statements and no events are on record; "
        "most was heard from Speaker 0 (3)."
    )


def test_the_most_answered_statement_is_named() -> None:
    rows = [statement("a", "2030-03-04")]
    rows += [statement(f"b{i}", "2030-03-05", "BBB", reply_to_id="a") for i in range(2)]
    assert "The most answered is Speaker of Arvonia (Arvonia) on 4 March 2030, with 2 answers." in read(*rows)


def test_the_focused_conversation_is_told_from_its_start() -> None:
    rows = [statement("a", "2030-03-04"), statement("b", "2030-03-06", "BBB", reply_to_id="a")]
    assert read(*rows, ids=["a", "b"]).endswith(
        "The conversation drawn dark begins with Speaker of Arvonia (Arvonia) on 4 March 2030 "
        "and has 1 answer, the last by Speaker of Belmark (Belmark) on 6 March 2030."
    )
    assert "has no answer in this window" in read(*rows, ids=["a"])


def test_an_empty_window_says_so() -> None:
    assert read() == "From 1 March 2030 to 14 March 2030, nothing in this collection fits this selection."
    one = reading_timeline([], "2030-03-04", "2030-03-04")
    assert one == "On 4 March 2030, nothing in this collection fits this selection."


def test_what_of_a_conversation_is_not_shown_is_counted() -> None:
    rows = [statement("a", "2030-03-04"), statement("b", "2030-03-06", "BBB", reply_to_id="a")]
    assert read(*rows, ids=["a", "b", "c"], size=3).endswith("; 1 more statement of it is not shown.")


def test_two_face_to_face_are_told_who_answered_whom() -> None:
    rows = [
        statement("a", "2030-03-04"),
        statement("b", "2030-03-05", "BBB", reply_to_id="a"),
        statement("c", "2030-03-06", "BBB", reply_to_id="a"),
        statement("d", "2030-03-07", reply_to_id="c"),
        statement("e", "2030-03-08", reply_to_id="d"),
    ]
    pair = (("BBB", "Northtown"), ("AAA", "Southtown"))
    assert read(*rows, pair=pair).endswith("Northtown answered Southtown twice and was answered once.")
    assert "No answer of Northtown to Southtown" in read(*rows[:1], pair=pair)


def test_names_take_the_article_that_english_wants() -> None:
    assert the("United States") == "the United States"
    assert the("France") == "France"
    assert the("NATO") == "NATO"


def test_focus_on_an_event_or_an_actor_is_told() -> None:
    rows = [
        event("summit", "2030-03-04", title="A summit"),
        statement("at", "2030-03-04", event_id="summit"),
        statement("else", "2030-03-05", "BBB", reply_to_id="at"),
    ]
    assert read(*rows, ids=["summit"]).endswith(
        "1 statement was made at or about “A summit”, with 1 answer shown here."
    )
    assert read(*rows, ids=["BBB"]).endswith("1 statement is by Belmark, 1 answer among them.")
