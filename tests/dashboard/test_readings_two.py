"""Every page says what its chart shows in two sentences at most, whatever was chosen."""

import pytest

from dashboard.database import Database
from dashboard.queries.catalogue import catalogue
from dashboard.selection import SHAPES
from tests.dashboard.readings import sentences, too_long

PAGES = [(page, shape) for page, shapes in SHAPES.items() for shape in shapes]
PROFILES = ("country", "speaker", "event")


@pytest.mark.parametrize(("page", "shape"), PAGES)
def test_a_reading_has_two_sentences_at_most(db: Database, page: str, shape: str) -> None:
    long_ones = too_long(db, catalogue(db), page, shape)
    assert not long_ones, "\n".join(long_ones)


def test_sentences_are_counted_without_what_is_quoted() -> None:
    assert sentences("He said “Yes. No. Perhaps.” to 3.5 bn.") == 1
    assert sentences("One said so. Another didn’t.") == 2
