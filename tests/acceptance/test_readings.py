"""On the real data too a reading has two sentences at most."""

import pytest

from dashboard.database import Database
from dashboard.queries.catalogue import catalogue
from tests.dashboard.readings import too_long
from tests.dashboard.test_readings_two import PAGES, PROFILES


@pytest.mark.parametrize(("page", "shape"), PAGES)
def test_a_reading_of_the_real_data_has_two_sentences_at_most(db: Database, page: str, shape: str) -> None:
    long_ones = too_long(db, catalogue(db), page, shape, every=29 if page in PROFILES else 1)
    assert not long_ones, "\n".join(long_ones)
