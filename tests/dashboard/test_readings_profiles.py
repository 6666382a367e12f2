"""What the profiles of a speaker and an event say first."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from dashboard.readings.country import reading_country
from dashboard.readings.event import reading_event
from dashboard.readings.speaker import reading_speaker


def said(*days: str, answers: int = 0) -> pd.DataFrame:
    """Statements of these days, the first of which was answered so often."""
    return pd.DataFrame({"said_on": pd.to_datetime(list(days)), "answers": [answers] + [0] * (len(days) - 1)})


def talk(other: str, answered: int, was_answered: int) -> dict[str, Any]:
    return {"other": other, "answered": answered, "was_answered": was_answered}


@pytest.mark.parametrize(
    ("statements", "talked", "words"),
    [
        (said("2030-03-04"), [], "1 statement of Ada, on 4 March 2030, is on record; it was not answered."),
        (
            said("2030-03-04", answers=2),
            [talk("Bo", 0, 2)],
            "1 statement of Ada, on 4 March 2030, is on record; it was answered. "
            "Most was exchanged with Bo: Ada never answered, and was answered twice.",
        ),
        (
            said("2030-03-04", "2030-05-06"),
            [talk("Bo", 3, 0), talk("Cy", 1, 1)],
            "2 statements of Ada from 4 March 2030 to 6 May 2030 are on record; none was answered. "
            "Most was exchanged with Bo: Ada answered 3 times, and was never answered.",
        ),
        (
            said("2030-03-04", "2030-03-04", answers=1),
            [talk("Bo", 1, 0), talk("Cy", 0, 1)],
            "2 statements of Ada on 4 March 2030 are on record; 1 was answered. "
            "Most was exchanged with Bo and Cy: once each.",
        ),
        (
            said("2030-03-04", "2030-03-05"),
            [talk(name, 1, 0) for name in "BCDE"],
            "2 statements of Ada from 4 March 2030 to 5 March 2030 are on record; none was answered. "
            "Words were exchanged with 4 others, with each once at most.",
        ),
    ],
)
def test_a_speaker_is_read(statements: pd.DataFrame, talked: list[dict[str, Any]], words: str) -> None:
    assert reading_speaker("Ada", statements, talked) == words


@pytest.mark.parametrize(
    ("reported", "head"),
    [
        (27, "1 of 27 states that took part is named; none had a position"),
        (1, "1 of 1 state that took part is named; none had a position"),
        (None, "1 state that took part is named; none had a position"),
    ],
)
def test_named_of_reported_is_read(reported: int | None, head: str) -> None:
    event = {"starts_on": dt.date(2030, 3, 4), "participants_reported": reported}
    assert reading_event(event, [], [{"actor_id": "AAA"}], [], []).startswith(head)


def change(how: str, day: str) -> dict[str, Any]:
    """A change of the United Kingdom's position."""
    return {
        "change": how,
        "pledger": "United Kingdom",
        "announced_on": dt.date.fromisoformat(day),
        "kind": "ground_troops",
        "kind_label": "Ground troops",
        "old_status": "open",
        "new_status": "pledged",
    }


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([change("first_record", "2030-03-04")], "No position has moved; 1 word that binds is on record."),
        ([change("first_record", "2030-03-04")] * 2, "No position has moved; 2 words that bind are on record."),
        (
            [change("moved", "2030-03-06"), change("first_record", "2030-03-04")],
            "Of 2 words that bind 1 was a move; the last, on 6 March 2030: the United Kingdom on ground troops, "
            "from would consider to would send.",
        ),
    ],
)
def test_what_moved_of_a_country_is_told_in_a_sentence(changes: list[dict[str, Any]], words: str) -> None:
    told = reading_country(["United Kingdom"], [None], changes, dt.date(2030, 3, 9))
    assert told.endswith(words), told
