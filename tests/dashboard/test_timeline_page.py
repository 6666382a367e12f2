"""The timeline's page as its script, on the invented world."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.bridge import GOING
from dashboard.components.brush import days_within
from dashboard.database import LOCATION, Database
from dashboard.desk import PATCH
from dashboard.queries.catalogue import catalogue
from tests.dashboard.reader import blocks, follow

FRAME = Path(__file__).resolve().parents[2] / "dashboard" / "frame.py"
SPRING = {"from": ["2025-03-01"], "until": ["2025-05-31"]}
Open = Callable[..., AppTest]


@pytest.fixture
def open_timeline(tiny_database: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the timeline at an address; fails on any exception."""
    monkeypatch.setenv(LOCATION, str(tiny_database))

    def opened(**query: list[str]) -> AppTest:
        at = AppTest.from_file(FRAME, default_timeout=60)
        at.session_state[GOING] = ["timeline", query]
        at.run()
        assert not at.exception
        return at

    return opened


def words(at: AppTest) -> str:
    """All that the page says in HTML, without the tags."""
    bodies = [str(getattr(block, "body", "")) for block in at.get("html")]
    return re.sub(r"<[^>]+>", " ", " ".join(body for body in bodies if "<style>" not in body))


@pytest.mark.parametrize("group", ["capital", "country", "speaker", "topic"])
def test_each_grouping_is_a_choice_of_the_address(open_timeline: Open, group: str) -> None:
    at = open_timeline(group=[group], **SPRING)
    assert re.search(r"<option [^>]*selected>([^<]*)", " ".join(blocks(at)))[1] == group.capitalize()  # type: ignore[index]
    assert ("grouped by" in words(at)) == (group != "capital")


def test_a_change_of_the_grouping_is_written_into_the_address(open_timeline: Open) -> None:
    at = open_timeline(**SPRING)
    follow(at, "Topic")
    assert not at.exception
    assert at.query_params["group"] in ("topic", ["topic"])


def test_a_list_in_the_address_stands_in_the_cards_place(open_timeline: Open) -> None:
    at = open_timeline(focus=["RUS@2025-04-11..2025-04-13"], **SPRING)
    assert "Moscow, 11–13 April 2025" in words(at)
    follow(at, "Close")
    assert "focus" not in at.query_params


def test_another_page_takes_no_harm_from_a_list_in_its_address(open_timeline: Open) -> None:
    at = open_timeline(**SPRING)
    for page in ("pledges", "network", "statements", "overview"):
        at.session_state[GOING] = [page, {"focus": ["RUS@2025-04-11..2025-04-13"]}]
        at.run()
        assert not at.exception


def test_as_a_table_its_rows_are_those_of_the_picture(open_timeline: Open) -> None:
    at = open_timeline(**SPRING, **{"as": ["table"]})
    assert len(at.dataframe[0].value) == 20
    assert "20 events and statements" in words(at)


def test_every_filter_of_the_page_is_named_in_the_sentence(open_timeline: Open) -> None:
    at = open_timeline(
        c=["FRA"],
        g=["NATO"],
        s=["alma-varenne"],
        topic=["foreign_troops"],
        cat=["summit"],
        e=["2025-04-10-lakeside-conference"],
        q=["twelve"],
        group=["topic"],
        **SPRING,
    )
    said = words(at)
    for part in (
        "France",
        "NATO",
        "Alma Varenne",
        "foreign troops",
        "summit",
        "Lakeside Conference",
        "“twelve”",
        "topic",
    ):
        assert part in said.split("Group by")[0]


def test_a_brush_sets_days_that_the_filters_can_show(open_timeline: Open, tiny_database: Path) -> None:
    known = catalogue(Database(tiny_database))
    far, early = known.covered_until.replace(year=2030), known.covered_from.replace(year=2020)
    since, until = days_within(far, early, known)
    assert (since, until) == (known.covered_from, known.covered_until)
    at = open_timeline(**SPRING)
    at.session_state[PATCH] = {"since": since, "until": until}
    at.run()
    assert not at.exception
    assert at.query_params["until"] in ("2026-07-05", ["2026-07-05"])
