"""A focus that a view can't open is said to be none, wherever the view is asked for; nothing is made up about it."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.address import CARDS
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.exhibits.registry import EXHIBITS
from dashboard.queries.catalogue import catalogue
from dashboard.routes import routes
from dashboard.selection import Selection

TIE, PERSON, CONDITION, DAYS = "FRA>RUS", "alma-varenne", "ceasefire", "FRA@2025-04-10..2025-04-12"
EVENT, SAID, PLEDGE = "2025-04-10-lakeside-conference", "2025-04-10-alma-varenne-twelve", "POL-2025-12-03-ground_troops"
OPENS = {
    TIE: {"network"},
    PERSON: {"network", "timeline"},
    CONDITION: {"pledges"},
    DAYS: {"timeline"},
    "nonsense": set[str](),
}
PAGES = [page for page in EXHIBITS if page not in CARDS]
STRAYS = [(page, item) for page in PAGES for item, pages in OPENS.items() if page not in pages]
OPENED = [(page, item) for item, pages in OPENS.items() for page in sorted(pages)]
OPENED += [(page, item) for page in PAGES for item in (EVENT, SAID, PLEDGE, "FRA")]


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(Database(tiny_database)), middleware=middleware())) as made:
        yield made


def notice(item: str) -> str:
    return f"“{item}” is no item {'we hold' if item == 'nonsense' else 'that opens here'}"


@pytest.mark.parametrize(("page", "item"), STRAYS)
def test_it_is_said_on_the_page_and_on_the_stage_and_refused_by_files(client: TestClient, page: str, item: str) -> None:
    view, stage = (client.get(f"/{route}/{page}", params={"focus": item}) for route in ("view", "present"))
    assert view.status_code == stage.status_code == 200
    assert f'<p class="notice">{notice(item)}.</p>' in unescape(view.text)
    assert "In focus" not in view.text
    seen = re.search(r'<p id="hint">(.*?)</p>', stage.text, re.DOTALL)
    assert seen
    assert unescape(seen[1]).startswith(notice(item))
    for path in (f"/api/{page}.json", f"/api/{page}.csv", f"/api/{page}.sql", f"/picture/{page}.txt"):
        refused = client.get(path, params={"focus": item})
        assert refused.status_code == 400
        assert notice(item) in refused.json()["problems"]


@pytest.mark.parametrize(("page", "item"), OPENED)
def test_what_opens_has_no_notice(tiny_database: Path, page: str, item: str) -> None:
    found, notices = Selection.from_query(page, {"focus": [item]}, catalogue(Database(tiny_database)))
    assert found.focus == item
    assert not notices


@pytest.mark.parametrize("page", sorted(CARDS))
@pytest.mark.parametrize("item", ["nonsense", EVENT, TIE])
def test_a_card_of_no_statement_is_not_found(client: TestClient, page: str, item: str) -> None:
    for route in ("view", "present"):
        assert client.get(f"/{route}/{page}", params={"focus": item}).status_code == 404
    assert client.get(f"/api/{page}.json", params={"focus": item}).status_code in (400, 404)
