"""Short addresses of profiles, and profiles as published pages and tables."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.published.page import quoted
from dashboard.routes import routes

EVENT = "2025-04-10-lakeside-conference"


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> Iterator[TestClient]:
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    with TestClient(app, follow_redirects=False) as made:
        yield made


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("/country/FRA", "/country?c=FRA"),
        ("/country/fra", "/country?c=FRA"),
        ("/country/EU", "/country?c=EU"),
        ("/speaker/viktor-zorin", "/speaker?s=viktor-zorin"),
        (f"/event/{EVENT}", f"/event?e={EVENT}"),
        (f"/event/{EVENT}?asof=2025-12-01", f"/event?e={EVENT}&asof=2025-12-01"),
    ],
)
def test_a_short_address_leads_to_the_profile(client: TestClient, short: str, whole: str) -> None:
    answer = client.get(short)
    assert answer.status_code == 302
    assert answer.headers["location"] == whole


@pytest.mark.parametrize(
    "path", ["/country/XYZ", "/speaker/nobody", "/event/2025-04-10", "/event/a/b", "/country/FRA/x"]
)
def test_an_unknown_name_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_without_a_database_it_says_so(tmp_path: Path) -> None:
    app = Starlette(routes=routes(Database(tmp_path / "none.duckdb")), middleware=middleware())
    assert TestClient(app).get("/country/FRA").status_code == 503


@pytest.mark.parametrize(
    "query", ["country?c=FRA", "country?c=FRA&c=USA", "speaker?s=viktor-zorin", f"event?e={EVENT}"]
)
def test_a_profile_is_published_with_its_table(client: TestClient, query: str) -> None:
    page, _, keys = query.partition("?")
    published, table = client.get(f"/view/{query}"), client.get(f"/api/{page}.csv?{keys}")
    assert published.status_code == table.status_code == 200
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert rows
    assert f"{len(rows)} " in published.text
    assert 'class="g-profile theme-light"' in published.text
    assert f"{query.replace('&', '&amp;')}" in published.text or keys.split("&")[0] in published.text


def test_the_foot_of_a_page_cannot_leave_its_quotation_marks() -> None:
    hostile = quoted('x"; } </style><script>\n\\')
    assert not set('"<>\n') & set(hostile)
    assert quoted("localhost:8501/country?c=FRA&asof=2025-09-04") == "localhost:8501/country?c=FRA&asof=2025-09-04"
