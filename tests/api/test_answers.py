"""How the API answers: tags, heads, refusals, who may read."""

import gzip
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.endings.registry import ENDINGS
from dashboard.routes import routes
from dashboard.routes.kept import Kept, Shelf


@pytest.mark.parametrize("name", ENDINGS)
def test_an_answer_is_sent_once(client: TestClient, name: str) -> None:
    first = client.get(f"/api/pledges.{name}")
    tag = first.headers["etag"]
    assert tag.startswith(f'"{first.headers["x-release"]}-')
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(f"/api/pledges.{name}", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"/api/pledges.{name}", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("name", ENDINGS)
def test_a_head_is_an_answer_without_its_body(client: TestClient, name: str) -> None:
    whole, head = client.get(f"/api/pledges.{name}"), client.head(f"/api/pledges.{name}")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert head.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize("name", ENDINGS)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_anything_but_reading_is_refused(client: TestClient, name: str, method: str) -> None:
    answer = client.request(method, f"/api/pledges.{name}")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_what_is_compressed_has_a_tag_of_its_own(client: TestClient) -> None:
    packed = client.get("/api/pledges.json", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/api/pledges.json", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["etag"] != plain.headers["etag"]
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"])
    assert client.get("/api/pledges.xlsx").headers.get("content-encoding") is None


@pytest.mark.parametrize("path", ["/api/pledges.csv", "/api/pledges.csv?x=1", "/api/nothing.csv", "/api/openapi.json"])
def test_pages_of_any_host_may_read_what_is_public(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Origin": "https://elsewhere.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


def test_what_nothing_knows_is_told_what_there_is(client: TestClient) -> None:
    for path in ("/api/nothing.csv", "/api/pledges.doc", "/api/x/y"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "pledges" in answer.json()["pages"]
        assert "csv" in answer.json()["endings"]


@pytest.mark.parametrize("path", ["/api", "/api/openapi.json", "/release/pledges.csv", "/api/pledges.xlsx"])
def test_without_a_database_it_says_so(tmp_path: Path, path: str) -> None:
    client = TestClient(Starlette(routes=routes(Database(tmp_path / "none.duckdb"))))
    answer = client.get(path)
    assert answer.status_code == 503
    assert "no database" in answer.json()["error"]


def kept(size: int) -> Kept:
    return Kept(b"x" * size, "r", {"Content-Type": "application/octet-stream"})


def test_the_shelf_lets_the_longest_unused_go_first() -> None:
    shelf = Shelf(most=100)
    for name in range(9):
        shelf.get(name, lambda: kept(12))
    assert shelf.bytes <= 100
    made = [name for name in range(9) if shelf.get(name, lambda: kept(0)).body == b""]
    assert made == [0]


def test_the_shelf_holds_nothing_that_would_empty_it() -> None:
    shelf = Shelf(most=100)
    assert len(shelf.get("large", lambda: kept(90)).body) == 90
    assert shelf.bytes == 0


def test_a_packed_answer_unpacks_to_the_plain_one() -> None:
    made = Kept(b"a" * 5000, "r", {"Content-Type": "text/csv"})
    assert gzip.decompress(made.packed) == made.body
