"""Who types a page's name a little wrong gets to the page."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.address import SHAPES, SLIPS
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.routes import routes


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(tiny_database)), middleware=middleware()))


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("end", ["", "/", "?c=FRA&c=DEU&q=a%20b"])
def test_a_slip_of_a_pages_name_leads_to_the_page(client: TestClient, slip: str, end: str) -> None:
    answer = client.get(f"/{slip}{end}")
    assert answer.status_code == 200
    assert str(answer.url) == f"http://testserver/{SLIPS[slip]}{end.strip('/')}"
    assert "<title>" in answer.text


def test_every_page_of_several_things_is_found_by_one_or_more() -> None:
    assert set(SLIPS.values()) == set(SHAPES) - {"overview", "data"}
