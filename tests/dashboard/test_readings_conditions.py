"""What promises hang on, said in two sentences."""

import datetime as dt
import re
from dataclasses import replace

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.pledges import pledges
from dashboard.readings.conditions import bars, reading_conditions
from tests.dashboard.test_conditions import ALL, SHOWN, WORLD, named


def test_the_reading_counts_promises_and_names_those_that_hang_on_silence() -> None:
    said = reading_conditions(bars(WORLD), dt.date(2026, 3, 13))
    assert said.startswith("On 13 March 2026, 4 promises of 3 pledgers hung on conditions")
    assert "most often mandate (2), end of the fighting (2) and backstop (1)." in said
    assert "One of them hangs only on what was named earlier" in said
    assert said.endswith("voices that don’t bind name conditions of one more, not counted.")


def test_voices_that_do_not_bind_are_more_only_where_no_word_counts() -> None:
    both = pd.concat([WORLD, pd.DataFrame([named("Spain", "backstop", is_counting=False)])])
    said = reading_conditions(bars(both), dt.date(2026, 3, 13))
    assert said.endswith("voices that don’t bind name conditions of one more, not counted.")
    alone = reading_conditions(bars(both[both["pledger"] != "Latvia"]), dt.date(2026, 3, 13))
    assert "bind" not in alone


def test_the_reading_of_one_condition_names_who_named_it_and_when() -> None:
    said = reading_conditions(bars(WORLD), dt.date(2026, 3, 13), "Ground troops", focus="mandate")
    assert said.startswith("Mandate: named now by Spain; earlier, never withdrawn, by Estonia (4 Sep 2025)")
    assert "by voices that don’t bind: Latvia" in said
    assert said.endswith(
        "On 13 March 2026, positions of 2 pledgers on ground troops hung on it, of 3 on any condition."
    )
    alone = reading_conditions(bars(WORLD[WORLD["condition"] == "backstop"]), dt.date(2026, 3, 13))
    assert (
        alone == "Backstop: named now by Estonia (naval forces). On 13 March 2026, 1 promise of 1 pledger hung on it."
    )


def test_one_condition_among_those_that_do_not_bind_is_not_the_most_frequent() -> None:
    found = WORLD[(WORLD["condition"] == "backstop") | (WORLD["pledger"] == "Latvia")]
    said = reading_conditions(bars(found), dt.date(2026, 3, 13))
    assert "hung on conditions: backstop (1)." in said


def test_the_reading_is_two_sentences_whatever_is_asked(db: Database, known: Catalogue) -> None:
    for selection in (SHOWN, ALL, replace(ALL, focus="us_backstop"), replace(SHOWN, conditions=("us_backstop",))):
        said = pledges(db, selection, known).reading
        assert len(re.findall(r"[.!?](?:\s|$)", said)) == 2
        assert len(said) < 320
