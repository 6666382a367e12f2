"""The document that describes the API holds: a client that knows nothing else meets no answer it doesn't expect."""

import re
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard import signin
from dashboard.address import KEYS, PUBLISHED, SLIPS
from dashboard.choices import LABELS
from dashboard.database import Database
from dashboard.endings.registry import ENDINGS
from dashboard.exhibits.registry import EXHIBITS
from dashboard.routes import routes

# Views with settings of every sort, endings with keys of their own: all others are made of the same.
OPTIONS = ("--generation-deterministic", "--suppress-health-check", "all", "--no-color")
ENDED = r"^/api/pledges\.(json|cite)$"
# What takes no keys of a view, or no others than those above; pictures and slides need a browser each.
ALONE = (
    r"^/(healthz|readyz|picture/(ready|open)|part/(options|style).*|api|api/openapi\.json|api/sql|sql|deck"
    r"|(country|speaker|event|release)/.*)$"
)
VIEWED = (
    r"^/(view/|present/|part/(sources|why)/|picture/.page.\.txt|brief/|api/.page./days|deck\.pptx|api/network\.csv$)"
)


@pytest.mark.parametrize(
    ("paths", "count", "phases", "most"),
    [
        (ENDED, 2, "examples,coverage,fuzzing", 2),
        (ALONE, 15, "examples,coverage,fuzzing", 2),
        (VIEWED, 11, "examples,fuzzing", 6),
    ],
)
def test_an_independent_client_finds_what_the_document_says(
    server: str, paths: str, count: int, phases: str, most: int
) -> None:
    config = Path(__file__).with_name("schemathesis.toml")
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"]
    options = ["--include-path-regex", paths, "--phases", phases, "--max-examples", str(most), *OPTIONS]
    done = subprocess.run(
        [*command, f"{server}/api/openapi.json", *options], capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert f"Tested: {count}" in done.stdout


def test_the_document_names_every_ending_of_every_view(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    assert {f"/api/{page}.{name}" for page in EXHIBITS for name in ENDINGS} < set(told["paths"])


def test_the_document_names_every_address_that_answers(client: TestClient, tiny_database: Path) -> None:
    told = client.get("/api/openapi.json").json()["paths"]
    ours = [route.path for route in routes(Database(tiny_database)) if isinstance(route, Route)]
    ways = {f"/{slip}{end}" for slip in SLIPS for end in ("", "/")}
    app = {"/", "/api/", *(f"/{page}" for page in PUBLISHED), *ways}  # the pages of the app itself, and ways to them
    known = {blanked(one.replace("{page}", page)) for one in told for page in PUBLISHED}
    for path in ours:
        if "{rest:path}" not in path and path not in app:
            assert blanked(path.replace("{page}", "pledges" if "brief" not in path else "country")) in known, path


def blanked(path: str) -> str:
    """A path whose parts are left open, but for the name of a part of a page."""
    return re.sub(r"\{\w+(:path)?\}", "*", path.replace("{what}", "why"))


def test_an_address_beside_the_api_answers_as_it_is_described(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    names = [one["operationId"] for path in paths.values() for one in path.values()]
    assert len(set(names)) == len(names)
    for path, verbs in paths.items():
        if path.startswith("/api/") or "get" not in verbs or "{id}" in path or path.startswith("/release"):
            continue
        page = "country" if path.startswith("/brief") else "pledges"
        answer = client.get(path.replace("{page}", page), params={"c": "FRA"} if page == "country" else {})
        described = verbs["get"]["responses"][str(answer.status_code)]
        assert answer.headers["content-type"].partition(";")[0] in described["content"], path


def test_every_route_says_what_a_failure_and_a_lacking_sign_in_look_like(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    for path, verbs in paths.items():
        for told in verbs.values():
            assert "500" in told["responses"], path
            assert ("401" in told["responses"]) is not signin.is_open(path), path


@pytest.mark.parametrize("path", ["/api/sql", "/picture/open"])
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
def test_what_takes_a_body_says_that_it_is_sent_by_post(server: str, path: str, method: str) -> None:
    connection = HTTPConnection(urlsplit(server).netloc, timeout=20)
    connection.request(method, path)
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("allow")) == (405, "POST")


def test_every_parameter_that_is_known_is_described(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    known = told["components"]["parameters"]
    named = {
        known[one["$ref"].rsplit("/", 1)[1]]["name"] for one in told["paths"]["/api/pledges.csv"]["get"]["parameters"]
    }
    assert named - {"If-None-Match"} <= {key.name for key in KEYS}
    refused = client.get("/api/pledges.csv", params={"nothing": "x"}).json()["known"]
    assert {one["name"] for one in known.values()} >= set(refused)


def test_the_page_for_people_runs_no_script_and_tells_of_every_ending_and_key(client: TestClient) -> None:
    page = client.get("/api")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert [name for name in ENDINGS if f"<code>.{name}</code>" not in page.text] == []
    assert [key.name for key in KEYS if f"<code>{key.name}</code>" not in page.text] == []
    assert client.get("/api/", follow_redirects=False).status_code == 308


def test_each_key_says_what_it_is_for_not_the_label_beside_a_menu(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()["components"]["parameters"]
    page = client.get("/api").text
    for name, label in LABELS.items():
        said = {one["description"].rstrip(".") for one in told.values() if one["name"] == name}
        assert said
        assert label not in said
        assert f"<td><code>{name}</code></td><td>{label}</td>" not in page
