from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest

from dashboard.readings import prose


@pytest.mark.parametrize("day", ["2025-09-04", date(2025, 9, 4), datetime(2025, 9, 4, 12), pd.Timestamp("2025-09-04")])
def test_dates(day: Any) -> None:
    assert prose.long_date(day) == "4 September 2025"
    assert prose.short_date(day) == "4 Sep 2025"


def test_uncertain_dates() -> None:
    assert prose.long_date("2025-09-04", "about") == "about 4 September 2025"
    assert prose.short_date("2025-09-04", "by") == "by 4 Sep 2025"
    assert prose.long_date("2025-09-04", np.nan) == "4 September 2025"


@pytest.mark.parametrize("nothing", [None, np.nan, pd.NaT, ""])
def test_nothing_is_an_empty_text(nothing: Any) -> None:
    assert prose.long_date(nothing) == ""
    assert prose.text(nothing) == ""
    assert prose.items(nothing) == []
    assert prose.number(nothing) == ""


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2025-09-01", "2025-09-30", "1–30 September 2025"),
        ("2025-06-01", "2025-07-03", "1 June – 3 July 2025"),
        ("2024-12-01", "2026-03-13", "1 December 2024 – 13 March 2026"),
        ("2025-09-04", "2025-09-04", "4 September 2025"),
    ],
)
def test_spans(since: Any, until: Any, words: Any) -> None:
    assert prose.span(since, until) == words


def test_lists() -> None:
    assert prose.listed([]) == ""
    assert prose.listed(["France"]) == "France"
    assert prose.listed(["France", "Germany", "Poland"]) == "France, Germany and Poland"
    assert prose.listed(["A", "B", "C", "D"], most=2) == "A, B and 2 more"
    assert prose.listed(["A", "B", "C"], most=2) == "A, B and C"
    assert prose.listed([str(one) for one in range(1050)], most=2) == "0, 1 and 1,048 more"


def test_numbers_and_plurals() -> None:
    assert prose.number(12300) == "12,300"
    assert prose.counted(0, "state") == "no states"
    assert prose.counted(1, "state") == "1 state"
    assert prose.counted(2, "country", "countries") == "2 countries"
    assert prose.in_words(3) == "three"
    assert prose.in_words(15) == "15"


def test_sentences() -> None:
    assert prose.sentence("three declined") == "Three declined."
    assert prose.sentence("Who?") == "Who?"
    assert prose.sentence(" ") == ""


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "that day"),
        (1, "1 day earlier"),
        (59, "59 days earlier"),
        (210, "7 months earlier"),
        (800, "2 years earlier"),
    ],
)
def test_ago(days: Any, words: Any) -> None:
    assert prose.ago(days) == words
