"""The published page and the table behind it, from the same question, on the invented world."""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.address import CARDS, SHAPES
from dashboard.components.program import program
from dashboard.components.style import block
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.exhibits.registry import EXHIBITS
from dashboard.head import TITLES, index
from dashboard.routes import routes
from dashboard.selection import Selection
from dashboard.signin import is_open
from dashboard.uses import known


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> Iterator[TestClient]:
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    with TestClient(app) as made:
        yield made


@pytest.fixture
def client_without_data(tmp_path: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(tmp_path / "none.duckdb")), middleware=middleware()))


BARE = ("/view", "/view/", "/release", "/release/", "/plotly")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def figures(html: str) -> dict[str, dict]:
    found = re.search(r'<script type="application/json" id="figures">(.*?)</script>', html, re.DOTALL)
    assert found
    parsed: dict[str, dict] = json.loads(found.group(1))
    return parsed


def test_every_page_has_an_exhibit_and_a_title() -> None:
    assert set(EXHIBITS) == set(SHAPES) | set(CARDS)
    assert set(SHAPES) == set(TITLES)


def test_readyz_names_the_release_its_age_and_since_when(client: TestClient) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    told = answer.json()
    assert told["release"].startswith("2026-11-25-")
    assert dt.date.fromisoformat(told["recorded_on"]) + dt.timedelta(told["age_days"]) >= dt.date(2026, 11, 26)
    assert dt.datetime.fromisoformat(told["loaded_at"]).utcoffset() == dt.timedelta()
    assert "not_loaded" not in told


@pytest.mark.parametrize("page", SHAPES)
def test_each_page_is_published_and_has_its_table(client: TestClient, page: str) -> None:
    published, table = client.get(f"/view/{page}"), client.get(f"/api/{page}.csv")
    assert published.status_code == table.status_code == 200
    assert set(figures(published.text)) in ({"light", "dark"}, set())
    assert rows(table.text)


@pytest.mark.parametrize("page", SHAPES)
def test_each_shape_of_a_page_is_published(client: TestClient, page: str) -> None:
    for shape in SHAPES[page]:
        assert client.get(f"/view/{page}", params={"shape": shape}).status_code == 200
        assert client.get(f"/api/{page}.csv", params={"shape": shape}).status_code == 200


@pytest.mark.parametrize("page", TITLES)
def test_what_the_app_asks_for_early_is_there_and_kept(client_without_data: TestClient, page: str) -> None:
    linked = r'<link rel="(?:module)?preload"[^>]*href="\.(/(?:part|app|plotly)/[^"]+)"'
    asked = re.findall(linked, index(page).decode())
    assert any(place.endswith(".css") for place in asked)
    for place in asked:
        answer = client_without_data.get(place)
        assert answer.status_code == 200, place
        assert is_open(place.partition("?")[0]), "asked for before anybody has signed in"
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client_without_data.get("/part/style/another.css").status_code == 404


def test_a_message_holds_no_program_and_no_sheet() -> None:
    assert len(program("figure.js", "quick.js", "quickmap.js")) < 500
    assert len(block("light")._repr_html_()) < 16_000


def test_page_and_table_answer_the_same_question(client: TestClient) -> None:
    asked = {"asof": "2025-04-11", "kind": "ground_troops"}
    table = rows(client.get("/api/pledges.csv", params=asked).text)
    assert {row["pledger"]: row["status"] for row in table}["France"] == "pledged"
    page = client.get("/view/pledges", params=asked).text
    assert "as of 11 April 2025" in page
    assert re.search(rf"\b{len(table)} positions\b", page)


@pytest.mark.parametrize(("page", "shape"), [(page, shape) for page in SHAPES for shape in SHAPES[page]])
def test_a_table_is_published_as_a_table(client: TestClient, page: str, shape: str) -> None:
    asked = {"shape": shape, "as": "table", "from": "2024-12-01"}
    html = client.get(f"/view/{page}", params=asked).text
    assert html.count("<tr>") == 1 + len(rows(client.get(f"/api/{page}.csv", params=asked).text))
    assert 'id="chart"' not in html


def test_the_page_writes_its_own_address(client: TestClient) -> None:
    assert "testserver/pledges?c=FRA&amp;" not in client.get("/view/pledges").text
    assert "<span>http://testserver/pledges?from=" in client.get("/view/pledges").text


def test_a_theme_asked_for_is_the_only_one_drawn(client: TestClient) -> None:
    answer = client.get("/view/pledges", params={"theme": "dark"})
    assert set(figures(answer.text)) == {"dark"}
    assert 'data-theme="dark"' in answer.text
    assert "no filter here" not in answer.text


def test_a_stranger_in_the_address_earns_a_notice_on_the_page(client: TestClient) -> None:
    answer = client.get("/view/pledges", params={"c": "<b>Atlantis</b>"})
    assert answer.status_code == 200
    assert "&lt;b&gt;Atlantis&lt;/b&gt;" in answer.text
    assert "<b>Atlantis" not in answer.text


def test_an_unknown_parameter_is_refused_with_the_known_ones(client: TestClient) -> None:
    answer = client.get("/api/pledges.csv", params={"country": "FRA"})
    assert answer.status_code == 400
    assert answer.json()["unknown"] == ["country"]
    assert answer.json()["known"] == list(known(Selection("pledges")))


@pytest.mark.parametrize("asked", [{"asof": "2025-02-30"}, {"c": "ATLANTIS"}, {"asof": "1999-01-01"}])
def test_a_value_that_would_be_dropped_is_refused(client: TestClient, asked: dict[str, str]) -> None:
    answer = client.get("/api/pledges.csv", params=asked)
    assert answer.status_code == 400
    assert answer.json()["problems"]


def test_the_same_table_is_not_sent_twice(client: TestClient) -> None:
    first = client.get("/api/pledges.csv")
    again = client.get("/api/pledges.csv", headers={"If-None-Match": first.headers["etag"]})
    other = client.get(
        "/api/pledges.csv", params={"asof": "2025-04-11"}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert first.headers["x-release"] in first.headers["etag"]
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


def test_a_table_of_another_release_is_refused_and_the_served_one_named(client: TestClient) -> None:
    served = client.get("/readyz").json()["release"]
    assert client.get("/api/pledges.csv", params={"release": served}).status_code == 200
    answer = client.get("/api/pledges.csv", params={"release": "2025-01-01-00000000"})
    assert (answer.status_code, answer.json()["release"]) == (400, served)
    assert client.get("/view/pledges", params={"release": "2025-01-01-00000000"}).status_code == 200


@pytest.mark.parametrize(
    "asked", [{"from": "2026-01-01", "until": "2025-01-01"}, {"kind": "weapons"}, {"q": "x" * 101}]
)
def test_a_refusal_promises_nothing_that_is_shown(client: TestClient, asked: dict[str, str]) -> None:
    answer = client.get("/api/pledges.csv", params=asked)
    assert answer.status_code == 400
    assert "shown" not in answer.json()["problems"][0]


@pytest.mark.parametrize(
    "path", ["/view/nothing", "/view/pledges/x", "/api/nothing.csv", "/api/x/y", "/api/pledges", *BARE]
)
def test_unknown_addresses_are_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_without_a_database_each_ending_says_so(client_without_data: TestClient) -> None:
    page = client_without_data.get("/view/pledges")
    assert page.status_code == 503
    assert "make build" in page.text
    assert client_without_data.get("/api/pledges.csv").status_code == 503
    unready = client_without_data.get("/readyz")
    assert unready.status_code == 503
    assert "no database" in unready.json()["reason"]
    assert client_without_data.get("/healthz").json() == {"status": "ok"}
