"""What makes the command end with 1: one number over its budget, of a view or of a part."""

import pytest

from tests.bench.__main__ import is_over
from tests.bench.budgets import Measured
from tests.bench.reader import Opening
from tests.bench.report import Result


@pytest.mark.parametrize(("opening", "expected"), [(150.0, False), (250.0, True)])
def test_a_view_that_opens_too_late_is_over(opening: float, expected: bool) -> None:
    result = Result("pledges/map", warm=[Opening(opening, 1.0)], bare=[Opening(100.0, 1.0)])
    assert is_over([result], [Measured("rows", 5.0)]) is expected


def test_a_view_that_answers_no_change_is_over_and_one_without_filters_is_not() -> None:
    assert is_over([Result("timeline/lanes", acts=3)], [])
    assert not is_over([Result("data/method", acts=0)], [])


@pytest.mark.parametrize(("value", "expected"), [(2.0, False), (2.1, True), (None, True)])
def test_a_part_over_its_budget_or_without_a_measurement_is_over(value: float | None, expected: bool) -> None:
    assert is_over([], [Measured("a change, s", value, 2.0)]) is expected
