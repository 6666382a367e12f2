"""What is said of values that an address can't have: few words, and never that one more was left out."""

from pathlib import Path

import pytest

from dashboard.database import Database
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection


@pytest.mark.parametrize(
    ("given", "last"),
    [
        (5, "“ZZ4” is no country or organisation"),
        (6, "“ZZ5” is no country or organisation"),
        (7, "2 more values were left out"),
    ],
)
def test_the_last_of_six_is_named_and_of_more_their_number(tiny_database: Path, given: int, last: str) -> None:
    wrong = {"c": [f"ZZ{place}" for place in range(given)]}
    notices = Selection.from_query("pledges", wrong, catalogue(Database(tiny_database)))[1]
    assert len(notices) == min(given, 6)
    assert notices[-1] == last
