"""The page of statements as its script, and what is published of it, on the invented world."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from dashboard.components.bridge import GOING
from dashboard.database import LOCATION, Database
from dashboard.edge import middleware
from dashboard.routes import routes
from tests.dashboard.reader import choose, follow

FRAME = Path(__file__).resolve().parents[2] / "dashboard" / "frame.py"
Open = Callable[..., AppTest]
TARGETS = "2025-04-11-viktor-zorin-targets"


@pytest.fixture
def open_page(tiny_database: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the statements at an address; fails on any exception."""
    monkeypatch.setenv(LOCATION, str(tiny_database))

    def opened(**query: list[str]) -> AppTest:
        at = AppTest.from_file(FRAME, default_timeout=60)
        at.session_state[GOING] = ["statements", query]
        at.run()
        assert not at.exception
        return at

    return opened


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(tiny_database)), middleware=middleware()))


def html(at: AppTest) -> str:
    bodies = [str(getattr(block, "body", "")) for block in at.get("html")]
    return " ".join(body for body in bodies if "<style>" not in body)


def address(at: AppTest) -> dict[str, list[str]]:
    pairs = dict(at.query_params)
    return {name: [value] if isinstance(value, str) else list(value) for name, value in pairs.items()}


def test_words_typed_above_the_list_are_found_and_stand_in_the_address(open_page: Open) -> None:
    at = open_page(at=["2"])
    assert "<mark>" not in html(at)
    choose(at, q=["  lawful  targets "])
    assert not at.exception
    assert "<mark>lawful targets</mark>" in html(at)
    assert address(at) == {"q": ["lawful targets"]}
    assert "1 of 32 statements" in html(at)
    assert 'value="lawful targets"' in html(at)
    follow(at, "“lawful targets” ✕")
    assert address(at) == {}


def test_the_focus_opens_the_conversation_beside_the_list(open_page: Open) -> None:
    at = open_page(focus=[TARGETS], q=["soldiers"])
    assert "What was said, and answered" in html(at)
    assert "not recorded as an answer" in html(at)
    assert "g-facets" not in html(at)
    follow(at, "Close")
    assert "g-facets" in html(at)
    assert address(at) == {"q": ["soldiers"]}


def test_nothing_found_offers_other_searches(open_page: Open) -> None:
    at = open_page(q=["brigadde"])
    assert "What would find something" in html(at)
    assert "Did you mean “brigade”" in html(at)


def test_the_rows_as_a_table(open_page: Open) -> None:
    at = open_page(**{"as": ["table"], "c": ["RUS"]})
    assert list(at.dataframe[0].value["For"]) == ["Russia"] * 5
    assert "<article" not in html(at)


def test_published_with_conversation_and_facets(client: TestClient) -> None:
    page = client.get("/view/statements?q=targets&theme=light").text
    assert "lawful <mark>targets</mark>" in page
    assert "g-facets" in page
    assert re.search(r"found by “targets”", page)
    assert "What was said, and answered" in client.get(f"/view/statements?focus={TARGETS}").text
    assert "“brigade” anywhere" in client.get("/view/statements?q=brigadde").text


def test_the_file_holds_every_row_not_only_the_page(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/api/statements.csv").text)))
    assert len(rows) == 32
    assert all(row["source_ids"] for row in rows)
    few = list(csv.DictReader(io.StringIO(client.get("/api/statements.csv?q=soldiers&c=RUS&sort=oldest").text)))
    assert {row["actor_id"] for row in few} == {"RUS"}
    assert [row["said_on"] for row in few] == sorted(row["said_on"] for row in few)
