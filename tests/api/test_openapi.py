"""The document that describes the API holds: a client that knows nothing else meets no answer it doesn't expect."""

import subprocess
import sys
from pathlib import Path

from starlette.testclient import TestClient

from dashboard.address import KEYS
from dashboard.endings.registry import ENDINGS
from dashboard.exhibits.registry import EXHIBITS

# Views with settings of every sort, endings with keys of their own: all others are made of the same.
ASKED = r"^/api/(pledges\.(json|cite)|network\.csv)$"
OPTIONS = (
    *("--include-path-regex", ASKED, "--phases", "examples,coverage,fuzzing", "--max-examples", "2"),
    *("--generation-deterministic", "--suppress-health-check", "all", "--no-color"),
)


def test_an_independent_client_finds_what_the_document_says(server: str) -> None:
    config = Path(__file__).with_name("schemathesis.toml")
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"]
    done = subprocess.run(
        [*command, f"{server}/api/openapi.json", *OPTIONS], capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "Tested: 3" in done.stdout


def test_the_document_names_every_ending_of_every_view(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    assert {f"/api/{page}.{name}" for page in EXHIBITS for name in ENDINGS} < set(told["paths"])


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
