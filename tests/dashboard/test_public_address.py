"""What is copied to be sent elsewhere begins with the server's public address, wherever the app was found."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.citing.address import SETTING
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.routes import routes
from tests.dashboard.reader import blocks
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]
PUBLIC = "https://guarantees.example/apps/g"


@pytest.fixture
def client(tiny_database: Path) -> Iterator[TestClient]:
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    with TestClient(app) as made:
        yield made


def link(open_page: Open, page: str) -> str:
    """The address that the menu “Link” writes out; a browser puts its own host before one without."""
    told = "".join(blocks(open_page(page, c=["FRA"])))
    return str(re.findall(r'data-link="([^"]*)"', told)[0])


@pytest.mark.parametrize("page", ["pledges", "overview"])
def test_the_link_of_a_view(open_page: Open, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    named = link(open_page, page)
    assert not named.startswith("http")
    monkeypatch.setenv(SETTING, f"{PUBLIC}/")
    assert link(open_page, page) == f"{PUBLIC}/{named}"


def test_the_link_of_a_deck(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 'data-site=""' in client.get("/deck").text
    monkeypatch.setenv(SETTING, PUBLIC)
    assert f'data-site="{PUBLIC}"' in client.get("/deck").text
