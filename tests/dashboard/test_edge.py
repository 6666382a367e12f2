"""Headers, closed doors, compressed static files, the page's head."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard import guard, head, packing
from dashboard.database import Database
from dashboard.edge import middleware, static_file
from dashboard.routes import front

OUTLINES = "/app/static/v1/world_50m.json"


@pytest.fixture(scope="module")
def client() -> TestClient:
    pages = front.routes(Database(Path("nowhere.duckdb")))
    inner = [*pages, Route("/{rest:path}", lambda request: PlainTextResponse(f"inner {request.url.path}"))]
    return TestClient(Starlette(routes=inner, middleware=middleware()))


@pytest.mark.parametrize("path", ["/", "/pledges", "/view/pledges", "/healthz", OUTLINES, "/nothing"])
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "object-src 'none'; base-uri 'self'; form-action 'self'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


def test_inline_scripts_of_the_head_are_allowed_by_hash_alone(client: TestClient) -> None:
    answer = client.get("/pledges")
    scripts = re.findall(r"<script>", answer.text)
    policy = answer.headers["content-security-policy"]
    assert len(re.findall(r"'sha256-", policy)) == len(scripts)
    assert not re.search(r"script-src[^;]*'unsafe-inline'", policy)


def test_published_pages_may_be_framed_the_app_only_by_itself(client: TestClient) -> None:
    assert "frame-ancestors 'self' *" in client.get("/view/pledges").headers["content-security-policy"]
    assert client.get("/pledges").headers["content-security-policy"].endswith("frame-ancestors 'self'")


@pytest.mark.parametrize(
    ("setting", "others"),
    [
        ("'none'", ""),
        ("'self'", ""),
        ("*", " *"),
        (
            "https://intranet.example https://*.office.example:8443",
            " https://intranet.example https://*.office.example:8443",
        ),
    ],
)
@pytest.mark.parametrize("path", ["/view/pledges", "/pledges", "/nothing"])
def test_a_setting_says_who_else_may_frame_anything(
    monkeypatch: pytest.MonkeyPatch, path: str, setting: str, others: str
) -> None:
    monkeypatch.setenv(guard.SETTING, setting)
    asked = TestClient(Starlette(routes=[], middleware=middleware())).get(path)
    assert asked.headers["content-security-policy"].endswith(f"frame-ancestors 'self'{others}")


@pytest.mark.parametrize(
    "setting",
    [
        "https://x;script-src *",
        "'none' *",
        "javascript:",
        "http://a b<c",
        "x,y",
        "https://a/b",
        "*.*",
        "'unsafe-inline'",
    ],
)
def test_a_setting_that_is_no_list_of_sources_is_refused_at_start(
    monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv(guard.SETTING, setting)
    with pytest.raises(guard.WrongSetting, match=guard.SETTING):
        middleware()


@pytest.mark.parametrize("setting", ["guarantees.example", "javascript:alert(1)", "https://x?y", "https://a b"])
def test_an_address_that_is_none_is_refused_at_start(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("GUARANTEES_URL", setting)
    with pytest.raises(guard.WrongSetting, match="such as https://guarantees.example"):
        middleware()


def test_the_head_says_the_page_and_offers_nothing_that_is_closed(client: TestClient) -> None:
    text = client.get("/pledges").text
    assert "<title>Pledges · Guarantees</title>" in text
    assert "BACKEND_BASE_URL" in text
    assert "_stcore/agent" not in text
    assert "Streamlit app" not in text


@pytest.mark.parametrize(("accepted", "undo"), [("br, gzip", brotli.decompress), ("gzip", gzip.decompress)])
def test_static_files_are_compressed_and_kept(accepted: str, undo: object) -> None:
    path = packing.OURS / "v1" / "world_50m.json"
    body, encoding = packing.content(path, accepted)
    assert encoding == accepted.split(",")[0]
    assert callable(undo)
    assert undo(body) == path.read_bytes()
    assert len(body) < 0.4 * path.stat().st_size


def test_static_answers_name_their_encoding_and_lifetime(client: TestClient) -> None:
    answer = client.get(OUTLINES, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.json()["type"] == "Topology"


def test_a_refused_encoding_is_not_used() -> None:
    path = packing.OURS / "v1" / "world_50m.json"
    assert packing.content(path, "br;q=0, gzip;q=0")[1] == ""
    assert packing.content(path, "")[0] == path.read_bytes()


def test_plotly_is_served_under_its_own_name(client: TestClient) -> None:
    answer = client.get(f"/plotly/{packing.plotly_name()}")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "plotly.js" in answer.text[:200]


@pytest.mark.parametrize(
    "path", ["/app/static/../app.py", "/app/static/v1/../../app.py", "/static/../index.html", "/static/\0"]
)
def test_nothing_outside_the_static_folders_is_served(path: str) -> None:
    assert static_file(path) is None


def test_packing_writes_each_file_once_at_its_smallest(tmp_path: Path) -> None:
    path = packing.OURS / "v1" / "published.css"
    assert packing.pack([path], tmp_path) == 1
    assert packing.pack([path], tmp_path) == 0
    written = next(tmp_path.iterdir())
    assert brotli.decompress(written.read_bytes()) == path.read_bytes()


def test_every_page_has_a_title() -> None:
    assert all("Guarantees" in head.plain(page) for page in head.TITLES)


async def told_host(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers["host"])
    await socket.close()


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (None, "testserver"),
        ("https://guarantees.office.example", "testserver"),
        ("https://guarantees.office.example", "guarantees.office.example"),
        ("http://localhost:8501", "localhost:8501"),
        ("http://127.0.0.1:8501", "127.0.0.1:8501"),
        ("http://[::1]:8501", "[::1]:8501"),
    ],
)
@pytest.mark.parametrize("public", ["https://guarantees.office.example/", "https://Guarantees.office.example:443"])
def test_a_websocket_opens_for_pages_of_the_public_address_and_of_the_machine_itself(
    monkeypatch: pytest.MonkeyPatch, public: str, origin: str | None, host: str
) -> None:
    monkeypatch.setenv("GUARANTEES_URL", public)
    asked = TestClient(Starlette(routes=[WebSocketRoute("/x", told_host)], middleware=middleware()))
    with asked.websocket_connect("/x", headers={"host": host, **({"origin": origin} if origin else {})}) as socket:
        assert socket.receive_text() == (host if origin is None else guard.netloc(origin))


def test_without_a_public_address_the_host_that_was_asked_is_taken_for_this_servers_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GUARANTEES_URL", raising=False)
    asked = TestClient(Starlette(routes=[WebSocketRoute("/x", told_host)], middleware=middleware()))
    with asked.websocket_connect("/x", headers={"origin": "http://testserver"}) as socket:
        assert socket.receive_text() == "testserver"


@pytest.mark.parametrize("host", ["testserver", "rebound.invalid:8501", "127.0.0.1.rebound.invalid"])
def test_with_a_public_address_a_name_that_only_leads_here_opens_no_websocket(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("GUARANTEES_URL", "https://guarantees.office.example")
    asked = TestClient(Starlette(routes=[WebSocketRoute("/x", told_host)], middleware=middleware()))
    headers = {"host": host, "origin": f"http://{host}"}
    with pytest.raises(WebSocketDisconnect), asked.websocket_connect("/x", headers=headers):
        pass


@pytest.mark.parametrize("origin", ["https://ill.invalid", "null", "", "http://testserver:81", "http://[", "file://"])
def test_and_for_no_other(origin: str) -> None:
    asked = TestClient(Starlette(routes=[WebSocketRoute("/x", told_host)], middleware=middleware()))
    with pytest.raises(WebSocketDisconnect), asked.websocket_connect("/x", headers={"origin": origin}):
        pass


@pytest.mark.parametrize("accepted", ["identity", "gzip"])
def test_what_an_answer_varies_by_is_said_once(accepted: str) -> None:
    def told(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("x" * 5000, headers={"Vary": "Accept-Encoding, Origin"})

    packed = GZipMiddleware(Starlette(routes=[Route("/api/x.csv", told)]))
    asked = TestClient(Starlette(routes=[Mount("/", packed)], middleware=middleware()))
    answer = asked.get("/api/x.csv", headers={"Accept-Encoding": accepted})
    assert answer.status_code == 200
    assert answer.headers["vary"] == "Accept-Encoding, Origin"
