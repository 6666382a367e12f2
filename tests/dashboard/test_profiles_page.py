"""The pages of profiles as their script: whole, with their filters, and as tables."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.bridge import GOING
from dashboard.database import LOCATION, Database
from dashboard.exhibits.headline import headline
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection
from tests.dashboard.reader import choose, titles

FRAME = Path(__file__).resolve().parents[2] / "dashboard" / "frame.py"
EVENT = "2025-04-10-lakeside-conference"
Open = Callable[..., AppTest]
PROFILES = [
    ("country", {"c": ["FRA"]}, "France on ground troops: signed a declaration of intent"),
    ("country", {"c": ["FRA", "USA"]}, "France and United States"),
    ("country", {}, "Countries and organisations"),
    ("speaker", {"s": ["viktor-zorin"]}, "Viktor Zorin"),
    ("speaker", {}, "Speakers"),
    ("event", {"e": [EVENT]}, "Lakeside Conference on a force for Ukraine"),
    ("event", {}, "Events"),
]


@pytest.fixture
def open_page(tiny_database: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page at an address; fails on any exception."""
    monkeypatch.setenv(LOCATION, str(tiny_database))

    def opened(page: str, **query: list[str]) -> AppTest:
        at = AppTest.from_file(FRAME, default_timeout=60)
        at.session_state[GOING] = [page, query]
        at.run()
        assert not at.exception
        return at

    return opened


def words(at: AppTest) -> str:
    """All that the page says in HTML, without tags and styles."""
    bodies = [str(getattr(block, "body", "")) for block in at.get("html")]
    return re.sub(r"<[^>]+>", " ", " ".join(body for body in bodies if "<style>" not in body))


@pytest.mark.parametrize(("page", "query", "title"), PROFILES)
def test_each_profile_has_its_title_and_proof(
    open_page: Open, page: str, query: dict[str, list[str]], title: str
) -> None:
    at = open_page(page, **query)
    assert titles(at) == [title]
    said = words(at)
    assert "release 2026-11-25-" in said
    assert not re.search(r"\b(None|nan|NaT)\b", said)


@pytest.mark.parametrize(("page", "query", "title"), PROFILES)
def test_each_profile_has_its_table(open_page: Open, page: str, query: dict[str, list[str]], title: str) -> None:
    at = open_page(page, **query, **{"as": ["table"]})
    assert titles(at) == [title]
    assert len(at.dataframe) == 1


def test_the_filter_chooses_whose_profile_is_shown(open_page: Open) -> None:
    at = open_page("country")
    choose(at, c=["POL"])
    assert not at.exception
    assert titles(at)[0] == "Poland on ground troops: declined"
    assert at.query_params["c"] in ("POL", ["POL"])


def test_a_statement_opens_beside_a_list_of_statements_not_a_profile(open_page: Open) -> None:
    said = [str(getattr(block, "body", "")) for block in open_page("event", e=[EVENT]).get("html")]
    assert any("statements?focus=2025-04-11-viktor-zorin-targets" in body for body in said)


def test_the_title_of_the_window_names_whom_the_page_shows(tiny_database: Path) -> None:
    known = catalogue(Database(tiny_database))
    both = Selection("country", countries=("FRA", "DEU", "POL"))
    assert headline(both, known) == "France and Germany"
    assert headline(Selection("speaker", speakers=("viktor-zorin", "alma-varenne")), known) == "Viktor Zorin"
