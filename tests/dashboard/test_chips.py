"""Chips, presets and the way back, on the invented world."""

import datetime as dt
import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.catalogue import Catalogue
from dashboard.presets import PRESETS, offers
from dashboard.selection import Selection
from tests.dashboard.reader import blocks, follow
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]


def chips(at: AppTest) -> list[str]:
    row = next(block for block in blocks(at) if "g-chips" in block)
    return re.findall(r'class="g-(?:taken|reset)"[^>]*>([^<]*)</a>', row)


def test_each_active_filter_is_a_chip_that_can_be_taken_off(open_page: Open) -> None:
    at = open_page("pledges", c=["FRA", "DEU"], status=["declined"], asof=["2025-06-01"])
    assert chips(at) == ["As of 1 Jun 2025 ✕", "France ✕", "Germany ✕", "Declined ✕", "Reset"]
    follow(at, "France ✕")
    assert at.query_params["c"] in ("DEU", ["DEU"])
    follow(at, "As of 1 Jun 2025 ✕")
    assert "asof" not in at.query_params
    assert chips(at) == ["Germany ✕", "Declined ✕", "Reset"]
    follow(at, "Reset")
    assert at.query_params == {}
    assert chips(at) == []


def test_a_chip_shows_only_what_the_page_honours(open_page: Open) -> None:
    assert chips(open_page("network", topic=["ceasefire"], status=["declined"])) == ["Ceasefire ✕", "Reset"]


EVERY = {"since", "until", "asof", "phase", "kind", "categories"}


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_a_selection_within_what_the_data_covers(name: str, known: Catalogue) -> None:
    selection = Selection("timeline", **offers(EVERY, known)[name]).canonical(known)
    since, until = selection.window(known)
    assert known.covered_from <= since < until <= known.covered_until
    again, notices = Selection.from_query("timeline", selection.to_query(known), known)
    assert again == selection
    assert not notices


def test_a_page_is_offered_only_what_changes_it(known: Catalogue) -> None:
    assert set(offers({"since", "until"}, known)) == set(PRESETS)
    assert set(offers({"asof", "phase", "kind"}, known)) == {"The summits of 2025", "The wartime debate of 2024"}
    assert offers({"speakers"}, known) == {}
    assert "categories" not in offers({"since", "until"}, known)["The summits of 2025"]


def test_a_preset_names_every_day_that_the_page_honours(known: Catalogue) -> None:
    dense = offers({"since", "until", "asof", "phase"}, known)["The last 90 dense days"]
    assert dense["asof"] is None
    assert dense["phase"] is None
    assert offers({"asof", "phase", "kind"}, known)["The wartime debate of 2024"]["asof"] == dt.date(2024, 12, 31)


def test_the_chip_of_a_phrase_has_its_quotation_marks_once(open_page: Open) -> None:
    assert chips(open_page("statements", q=['"ground troops"'])) == ["“ground troops” ✕", "Reset"]


def test_the_chip_of_a_path_says_that_it_leads_there(open_page: Open) -> None:
    assert chips(open_page("network", focus=["EU"], to=["FRA"])) == ["Path to France ✕", "Reset"]
