"""Chips, presets and the way back, on the invented world."""

import datetime as dt
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.presets import PRESETS, preset
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection
from tests.dashboard.test_pages import Open, open_page, words

__all__ = ["open_page"]


@pytest.fixture(scope="module")
def known(tiny_database: Path) -> Catalogue:
    return catalogue(Database(tiny_database))


def chips(at: object) -> list[str]:
    return [button.label for button in at.button if str(button.key).startswith("chip_")]  # type: ignore[attr-defined]


def test_each_active_filter_is_a_chip_that_can_be_taken_off(open_page: Open) -> None:
    at = open_page("pledges", c=["FRA", "DEU"], status=["declined"], asof=["2025-06-01"])
    assert chips(at) == ["As of 1 Jun 2025 ✕", "France ✕", "Germany ✕", "Declined ✕", "Reset"]
    at.button(key="chip_countries_FRA").click().run()
    assert at.query_params["c"] in ("DEU", ["DEU"])
    at.button(key="chip_asof").click().run()
    assert "asof" not in at.query_params
    assert chips(at) == ["Germany ✕", "Declined ✕", "Reset"]
    at.button(key="chip_reset").click().run()
    assert at.query_params == {}
    assert chips(at) == []


def test_a_chip_shows_only_what_the_page_honours(open_page: Open) -> None:
    assert chips(open_page("network", topic=["ceasefire"], status=["declined"])) == ["Ceasefire ✕", "Reset"]


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_a_selection_within_what_the_data_covers(name: str, known: Catalogue) -> None:
    fields = preset(name, known)
    selection = Selection("timeline", **fields).canonical(known)
    since, until = selection.window(known)
    assert known.covered_from <= since < until <= known.covered_until
    again, notices = Selection.from_query("timeline", selection.to_query(known), known)
    assert again == selection
    assert not notices


def test_a_preset_sets_days_and_debate_and_keeps_the_rest(open_page: Open) -> None:
    at = open_page("pledges", c=["FRA"], shape=["ledger"], **{"from": ["2025-02-01"]})
    wartime = list(PRESETS).index("The wartime debate of 2024")
    at.button(key=f"preset_{wartime}").click().run()
    assert at.date_input(key="filter_until").value == dt.date(2024, 12, 31)
    assert "during the war" in words(at)
    assert "of France" in words(at)
