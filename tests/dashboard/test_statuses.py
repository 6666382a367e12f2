"""A status has the same name wherever a position is told: in the map's list, the EU's line, cards and profiles."""

import pytest

from dashboard.figures.theme import LIGHT
from dashboard.parts.answers import answers
from dashboard.readings.wording import heading, lowered, named_status, status_words
from tests.dashboard.positions import position, positions
from tests.dashboard.reader import plain, words
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]


@pytest.mark.parametrize("status", ["pledged", "conditional", "open", "undecided", "declined"])
def test_the_line_of_the_eu_says_a_status_as_the_groups_of_states_do(status: str) -> None:
    said = plain(answers(positions(position("FRA", status), position("EU", status)), LIGHT))
    named = heading(status, "ground_troops")
    assert f"1 {named} France" in said
    assert f"EU : {lowered(named)}" in said.replace("EU:", "EU :")


def test_a_position_is_told_in_the_words_of_the_strips_and_a_contribution_by_its_name() -> None:
    assert status_words({"status": "open", "status_label": "Open", "kind": "naval"}) == "would consider"
    given = {"status": "delivered", "status_label": "Delivered", "kind": "weapons", "is_position": False}
    assert status_words(given) == "delivered"


def test_a_status_that_filters_call_otherwise_is_named_with_its_words() -> None:
    assert named_status("open", "Open", "ground_troops") == "open (would consider)"
    assert named_status("pledged", "Pledged", "ground_troops") == "pledged (would send)"
    assert named_status("declined", "Declined", "ground_troops") == "declined"


def test_cards_and_profiles_tell_a_position_in_the_same_words(open_page: Open) -> None:
    assert "ground troops: would consider" in plain(words(open_page("timeline", focus=["2025-04-10-owen-hale-open"])))
    assert "Ground troops would consider" in " ".join(words(open_page("country", c=["AUS"])).replace("O ", "").split())
