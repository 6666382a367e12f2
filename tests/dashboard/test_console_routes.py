"""The SQL page over HTTP: who may ask, how much, and what others notice of it."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.console.page import page
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.routes import routes

HEAVY = "select count(*) from range(10000000) a, range(10000000) b"


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> Iterator[TestClient]:
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    with TestClient(app) as made:
        yield made


def ask(client: TestClient, sql: object, **headers: str) -> Any:
    return client.post(
        "/api/sql", json={"sql": sql}, headers={name.replace("_", "-"): it for name, it in headers.items()}
    )


def test_a_query_is_answered_compressed_and_never_kept(client: TestClient) -> None:
    answer = ask(client, "from release")
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["rows"][0][0].startswith("2026-11-25-")
    assert ask(client, "from release", accept_encoding="identity").json()["rows"] == answer.json()["rows"]


def test_a_refusal_is_a_4xx_in_words(client: TestClient) -> None:
    answer = ask(client, "from pledge")
    assert answer.status_code == 422
    assert set(answer.json()) == {"error", "hint", "said", "line", "column"}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"origin": "http://testserver:99"},
    ],
)
def test_another_servers_page_may_not_ask(client: TestClient, headers: dict[str, str]) -> None:
    assert ask(client, "select 1", **headers).status_code == 403


@pytest.mark.parametrize("headers", [{"origin": "http://testserver"}, {"sec_fetch_site": "same-origin"}, {}])
def test_our_own_page_and_scripts_may(client: TestClient, headers: dict[str, str]) -> None:
    assert ask(client, "select 1", **headers).status_code == 200


def test_behind_a_public_address_its_pages_may_ask(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARANTEES_URL", "https://guarantees.example")
    assert ask(client, "select 1", origin="https://guarantees.example").status_code == 200


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b'{"sql": "select 1"}', "text/plain", 415),
        (b"sql=select+1", "application/x-www-form-urlencoded", 415),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"sql": 1}', "application/json", 400),
        (b'{"sql": ""}', "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 19_000, "application/json", 400),
        (b'{"sql": "\\ud800"}', "application/json", 422),
        (b'{"sql": "' + b"x" * 60_000 + b'"}', "application/json", 413),
    ],
)
def test_what_is_no_query_is_refused(client: TestClient, body: bytes, kind: str, status: int) -> None:
    answer = client.post("/api/sql", content=body, headers={"content-type": kind})
    assert answer.status_code == status
    assert answer.json()["error"]


def test_there_is_nothing_to_get_at_its_address(client: TestClient) -> None:
    assert client.get("/api/sql").status_code in (404, 405)
    assert client.get("/sql/x").status_code == 404


def test_others_are_answered_while_a_heavy_query_runs(client: TestClient) -> None:
    with ThreadPoolExecutor(4) as pool:
        heavy = [pool.submit(ask, client, HEAVY) for _ in range(4)]
        client.get("/api/pledges.csv")
        began = time.perf_counter()
        assert client.get("/view/pledges").status_code == 200
        assert client.get("/api/pledges.csv").status_code == 200
        assert not all(one.done() for one in heavy)
        assert time.perf_counter() - began < 4
        assert {one.result().status_code for one in heavy} <= {422, 503}


def test_without_a_database_it_says_so(tmp_path: Path) -> None:
    bare = TestClient(Starlette(routes=routes(Database(tmp_path / "none.duckdb")), middleware=middleware()))
    assert ask(bare, "select 1").status_code == 503
    assert bare.get("/sql").status_code == 503


def test_the_page_runs_no_script_but_its_own_file(client: TestClient) -> None:
    answer = client.get("/sql")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert answer.text.count("<script") == 1
    assert " onclick" not in answer.text


def test_the_page_opens_with_what_the_address_holds(client: TestClient) -> None:
    assert "select &#x27;&lt;/textarea&gt;&#x27;" in client.get("/sql", params={"sql": "select '</textarea>'"}).text
    assert "from positions_on(date &#x27;2026-03-13&#x27;)" in client.get("/sql?example=who_would_send_troops").text
    own = client.get("/sql?page=pledges&asof=2025-04-11").text
    assert "date &#x27;2025-04-11&#x27;" in own
    assert "$day" not in own.partition("<textarea")[2].partition("</textarea>")[0]
    assert "There is no page “nothing”." in client.get("/sql?page=nothing").text


def test_where_queries_cannot_be_fenced_in_the_page_says_why() -> None:
    html = page("", (), "2026-11-25-abc", {}, off="The SQL page is off: …")
    assert 'id="run" disabled' in html
    assert "The SQL page is off" in html


def test_the_statement_that_a_views_table_comes_from_is_opened_first(client: TestClient) -> None:
    view = "shape=ledger&from=2025-01-01&until=2025-12-31"
    table = client.get(f"/api/pledges.csv?{view}").text.splitlines()[1:]
    html = client.get(f"/sql?page=pledges&{view}").text
    sql = unescape(html.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0])
    given = ask(client, sql).json()
    ids = {str(row[given["columns"].index("pledge_id")]) for row in given["rows"]}
    assert all(any(one in line for one in ids) for line in table)
    assert "The first line of each statement says what it gives:" in html
    assert f"Statement 1: {len(given['rows'])} rows" in html
