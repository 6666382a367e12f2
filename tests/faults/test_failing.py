"""A page, or an answer, that fails: a calm word with a reference, the details in the log, all else as before."""

import io
import json
import logging
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from dashboard import log
from dashboard.components.bridge import GOING
from dashboard.database import LOCATION, Database
from dashboard.edge import middleware
from dashboard.pictures.shot import NotTaken
from dashboard.pictures.studio import TooMany
from dashboard.routes import routes
from dashboard.routes.picture import failed
from etl.seal import seal
from tests.conftest import ROOT
from tests.dashboard.reader import links, titles, words

FRAME = ROOT / "dashboard" / "frame.py"
CALM = "This page can’t be shown just now"
BROKEN = "create or replace macro mention_edges(since, until) as table select error('broken') as oops"
REFERENCE = re.compile(r"\b[a-z2-9]{8}\b")


@pytest.fixture(scope="module")
def broken(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented world, whole but for one relation that only the network asks."""
    path = tmp_path_factory.mktemp("broken") / "broken.duckdb"
    shutil.copyfile(tiny_database, path)
    with duckdb.connect(str(path)) as connection:
        connection.execute(BROKEN)
    seal(path)
    return path


@pytest.fixture
def lines() -> Iterator[Callable[[], list[dict[str, object]]]]:
    """What was logged so far, a line each."""
    handler = logging.StreamHandler(written := io.StringIO())
    handler.setFormatter(log.Lines())
    log.LOG.addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    log.LOG.removeHandler(handler)


Logged = Callable[[], list[dict[str, object]]]


def opened(page: str, **query: list[str]) -> AppTest:
    at = AppTest.from_file(FRAME, default_timeout=60)
    at.session_state[GOING] = [page, query]
    return at.run()


def test_a_page_that_fails_says_so_and_the_others_work(
    broken: Path, monkeypatch: pytest.MonkeyPatch, lines: Logged
) -> None:
    monkeypatch.setenv(LOCATION, str(broken))
    at = opened("network", q=["a secret word"])
    assert titles(at) == [CALM]
    assert not at.exception
    assert links(at)["Pledges"]
    told = [line for line in lines() if line["event"] == "a page failed"]
    assert len(told) == 1
    assert str(told[0]["reference"]) in words(at)
    assert told[0]["page"] == "network"
    assert "Traceback" in str(told[0]["details"])
    assert "mention_edges($since, $until" in str(told[0]["details"]), "the question is told"
    assert "secret" not in json.dumps(told)
    assert {"time", "level", "query", "error"} <= set(told[0])
    for page in ("pledges", "data"):
        assert CALM not in titles(opened(page))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/view/network", "text/html"),
        ("/api/network.csv", "application/json"),
        ("/api/network.json", "application/json"),
        ("/view/network.json?width=800", "application/json"),
        ("/part/why/network", "text/html"),
    ],
)
def test_an_answer_that_fails_has_a_reference_and_no_trace(broken: Path, lines: Logged, path: str, kind: str) -> None:
    client = TestClient(Starlette(routes=routes(Database(broken)), middleware=middleware()))
    answer = client.get(path)
    assert answer.status_code == 500
    assert answer.headers["content-type"].startswith(kind)
    assert "content-security-policy" in answer.headers
    told = lines()
    assert len(told) == 1
    assert str(told[0]["reference"]) in answer.text
    assert answer.headers["x-reference"] == told[0]["reference"]
    assert "mention_edges($since, $until" in str(told[0]["details"])
    for secret in ("Traceback", "mention_edges", str(ROOT), str(broken.parent)):
        assert secret not in answer.text
    assert client.get("/api/pledges.csv").status_code == 200


TYPED = "jane@example.org"


@pytest.mark.parametrize("name", ["mail", "q", "c", "width", "focus", "release", "sql"])
def test_of_what_a_reader_typed_the_log_has_the_length_alone(lines: Logged, name: str) -> None:
    error = ValueError(f"not {TYPED.title()}")
    for page, query in (
        ("/api/pledges/days", {"c": ["FRA", TYPED], name: [TYPED, "9" * 4400], "asof": ["2025-04-11"]}),
        (f"/country/{TYPED}", {TYPED: ["1"], "pin": ["FRA@2025-01-01..2025-02-03"], "mail": ["e"]}),
    ):
        log.failed("an answer failed", error, page, query)
    first, second = lines()
    assert "jane" not in json.dumps([first, second]).lower()
    assert "9" * 100 not in json.dumps(first)
    assert first["page"] == "/api/pledges/days"
    told = {"c": ["FRA", "16 signs"], name: ["16 signs", "4400 signs"], "asof": ["2025-04-11"]}
    assert first["query"] == told
    assert second["page"] == "/country/16 signs"
    assert second["query"] == {"16 signs": ["1 signs"], "pin": ["FRA@2025-01-01..2025-02-03"], "mail": ["1 signs"]}
    assert "ValueError: not …" in str(first["details"])
    assert "ValueError: not …" in str(second["details"])


def test_a_picture_that_fails_has_a_reference_and_one_that_has_to_wait_has_none(lines: Logged) -> None:
    asked = Request({"type": "http", "path": "/picture/pledges.png", "query_string": b"q=secret", "headers": []})
    answer = failed(NotTaken("The page did not open."), asked)
    told = json.loads(bytes(answer.body))
    (line,) = lines()
    assert answer.status_code == 503
    assert told["reference"] == line["reference"]
    assert told["reference"] in told["error"]
    assert line["event"] == "a picture failed"
    assert "secret" not in json.dumps(line)
    assert "reference" not in json.loads(bytes(failed(TooMany("Later."), asked).body))
    assert len(lines()) == 1


def test_who_has_no_handler_is_told_as_json_too() -> None:
    warns = "logging.getLogger('choreographer.x').warning('no %s', 1)"
    said = f"import logging; from dashboard import log; log.start(); {warns}"
    done = subprocess.run([sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stderr)["event"] == "no 1"


def test_references_differ(broken: Path, lines: Logged) -> None:
    client = TestClient(Starlette(routes=routes(Database(broken)), middleware=middleware()))
    found = {client.get("/api/network.csv").json()["reference"] for _ in range(5)}
    assert len(found) == 5
    assert all(REFERENCE.fullmatch(one) for one in found)
    assert found == {line["reference"] for line in lines()}


def test_a_database_of_another_make_leaves_the_app_standing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: Logged
) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table release as select 'other' as release, date '2026-01-01' as recorded_on")
    seal(path)
    client = TestClient(Starlette(routes=routes(Database(path)), middleware=middleware()))
    assert client.get("/pledges").status_code == 200
    assert client.get("/readyz").status_code == 503
    assert {line["event"] for line in lines()} == {"a database was refused"}
    assert "built by another version" in str(lines()[0]["reason"])
    monkeypatch.setenv(LOCATION, str(path))
    at = opened("pledges")
    assert not at.exception
    assert "python -m etl build" in at.code[0].value
