"""also_said: what was said on the same topics in the days after a statement, outside its conversation."""

from tests.etl.relations.conftest import Given, World

OFFICES = [
    {"speaker_id": "macron", "actor_id": "FRA"},
    {"speaker_id": "putin", "actor_id": "RUS"},
    {"speaker_id": "merz", "actor_id": "DEU"},
]


def said(
    name: str, who: str, day: str, topics: str = "ceasefire", reply_to: str = "", mentions: str = ""
) -> dict[str, str]:
    """A statement row."""
    row = {"statement_id": name, "speaker_id": who, "said_on": day, "topics": topics}
    return {**row, "reply_to_id": reply_to, "mentions": mentions}


def also(world: World, statement: str, **more: int) -> list[str]:
    """The statements found, in order."""
    asked = f"select statement_id from also_said($statement{', days := $days' if more else ''})"
    return world.cells(asked, statement=statement, **more)


def test_it_is_the_rest_of_what_was_said_in_ten_days(given: Given) -> None:
    world = given(
        offices=OFFICES,
        statements=[
            said("before", "merz", "2025-09-03"),
            said("a", "macron", "2025-09-04"),
            said("answer", "putin", "2025-09-05", reply_to="a"),
            said("answer-to-it", "macron", "2025-09-06", reply_to="answer"),
            said("elsewhere", "merz", "2025-09-05", topics="energy"),
            said("same-day", "merz", "2025-09-04"),
            said("last-day", "merz", "2025-09-14"),
            said("too-late", "merz", "2025-09-15"),
        ],
    )
    assert also(world, "a") == ["same-day", "last-day"]
    assert also(world, "a", days=0) == ["same-day"]
    assert also(world, "a", days=11) == ["same-day", "last-day", "too-late"]
    assert also(world, "answer") == ["last-day"] + ["too-late"]
    assert also(world, "nothing") == []


def test_first_comes_what_speaks_of_its_speaker_then_what_shares_most(given: Given) -> None:
    world = given(
        offices=OFFICES,
        statements=[
            said("a", "macron", "2025-09-04", topics="ceasefire;foreign_troops"),
            said("one-topic", "merz", "2025-09-05"),
            said("both-topics", "merz", "2025-09-07", topics="foreign_troops;ceasefire;energy"),
            said("of-france", "putin", "2025-09-08", mentions="FRA:hostile"),
            said("of-him", "putin", "2025-09-09", mentions="macron:critical"),
            said("of-germany", "putin", "2025-09-06", mentions="DEU:critical"),
        ],
    )
    assert also(world, "a") == ["of-france", "of-him", "both-topics", "one-topic", "of-germany"]
    found = world.rows("select days_after, shared_topics, is_about from also_said('a')")
    assert found[2] == {"days_after": 3, "shared_topics": ["ceasefire", "foreign_troops"], "is_about": False}
    assert [row["is_about"] for row in found] == [True, True, False, False, False]
