"""What nothing knows is not found, Streamlit's own addresses that the app doesn't need among it."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.routes import front


@pytest.fixture(scope="module")
def client() -> TestClient:
    pages = front.routes(Database(Path("nowhere.duckdb")))
    inner = [*pages, Route("/{rest:path}", lambda request: PlainTextResponse(f"inner {request.url.path}"))]
    return TestClient(Starlette(routes=inner, middleware=middleware()))


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/mcp",
        "/_stcore/upload_file/x/y",
        "/_stcore/stream",
        "/_stcore/health/x",
        "/healthz/x",
        "/readyz/x",
        "/favicon.png/x",
        "/manifest.json/x",
        "/media",
        "/component/",
        "/auth/login",
        "/nothing",
        "/pledges/x",
        "/pledges.csv",
    ],
)
def test_closed_and_unknown_addresses_are_not_found(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "inner" not in answer.text


@pytest.mark.parametrize("path", ["/_stcore/health", "/api/pledges.csv", "/view/pledges", "/favicon.png", "/pledges/"])
def test_known_addresses_go_on(client: TestClient, path: str) -> None:
    assert client.get(path).text == f"inner {path}"
