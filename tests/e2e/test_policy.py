"""The security policy holds in a real browser and on the real server: what the app needs runs, a stranger's doesn't."""

import http.client
import http.server
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.e2e.conftest import Visit
from tests.e2e.visits import ROOT
from tests.hostile.test_requests import CLIMBS, TELLING

SLIPPED_IN = """() => {
  const script = document.createElement("script");
  script.textContent = "window.slippedIn = true";
  document.body.append(script);
  return window.slippedIn === true;
}"""
# Streamlit's own safe defaults, and ours: what the settings come to, wherever they were set.
SETTINGS = {
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.corsAllowedOrigins": [],
    "server.address": "127.0.0.1",
    "client.allowedOrigins": [],
    "client.showErrorDetails": "none",
    "browser.gatherUsageStats": False,
    "global.developmentMode": False,
}
READ = (
    "import json,sys; from streamlit import config as c; print(json.dumps({n: c.get_option(n) for n in sys.argv[1:]}))"
)


@pytest.mark.parametrize("path", ["pledges", "view/pledges"])
def test_an_inline_script_does_not_run(plain_visit: Visit, server: str, path: str) -> None:
    page = plain_visit.open_plain(f"{server}/{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(SLIPPED_IN) is False
    told, plain_visit.complaints = plain_visit.complaints, []
    assert len(told) == 1
    assert "Content Security Policy" in told[0]


def headers(url: str, method: str = "GET") -> dict[str, str]:
    try:
        with urlopen(Request(url, method=method), timeout=60) as answer:
            found = answer.headers
    except HTTPError as error:
        found = error.headers
    return {name.lower(): value for name, value in found.items()}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/pledges?shape=ledger"),
        ("GET", "/view/pledges"),
        ("GET", "/api/pledges.csv"),
        ("GET", "/api/pledges.csv?ill=1"),
        ("GET", "/api/nothing"),
        ("POST", "/pledges"),
        ("POST", "/api/sql"),
        ("DELETE", "/view/pledges"),
        ("GET", "/nothing"),
        ("GET", "/app/static/v1/published.css"),
        ("GET", "/app/static/nothing.css"),
        ("GET", "/static/nothing.js"),
        ("GET", "/favicon.png"),
        ("GET", "/media/nothing"),
        ("GET", "/component/nothing/x.js"),
        ("GET", "/_stcore/health"),
        ("GET", "/_stcore/host-config"),
        ("GET", "/_stcore/metrics"),
        ("GET", "/_stcore/stream"),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd"),
        ("GET", "/static/%2e%2e/%2e%2e/index.html"),
    ],
)
def test_every_answer_of_the_server_carries_the_policy(server: str, method: str, path: str) -> None:
    found = headers(server + path, method)
    assert "default-src 'self'" in found["content-security-policy"]
    assert "frame-ancestors 'self'" in found["content-security-policy"]
    assert (found["x-content-type-options"], found["referrer-policy"]) == ("nosniff", "same-origin")
    assert found["cross-origin-opener-policy"] == "same-origin"
    assert "permissions-policy" in found


@pytest.mark.parametrize(
    "folder", ["static", "app/static", "media", "component", "_stcore/bidi-components", "_stcore", ""]
)
def test_no_path_climbs_out_of_a_folder_of_the_real_server(server: str, folder: str) -> None:
    for climb in CLIMBS:
        line = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
        line.putrequest("GET", f"/{folder}/{quote(climb, safe='%/;:~')}", skip_host=True)
        line.putheader("Host", "app.example")
        line.endheaders()
        answer = line.getresponse()
        text = answer.read().decode(errors="replace")
        assert 400 <= answer.status < 500, climb
        assert not TELLING.search(text), climb
        line.close()


def test_the_settings_are_the_safe_ones() -> None:
    said = subprocess.run([sys.executable, "-c", READ, *SETTINGS], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(said.stdout) == SETTINGS


def test_no_page_of_another_server_is_told_that_it_may_steer_the_app(server: str) -> None:
    with urlopen(f"{server}/_stcore/host-config") as answer:
        assert json.load(answer)["allowedOrigins"] == []


def opens(server: str, origin: str | None) -> bool:
    """Whether a websocket opens for a page of this origin."""
    address = f"{server.replace('http', 'ws')}/_stcore/stream"
    try:
        with connect(address, origin=Origin(origin) if origin else None, subprotocols=[Subprotocol("streamlit")]):
            return True
    except InvalidStatus as refusal:
        return refusal.response.status_code != 403


@pytest.mark.parametrize(
    "origin",
    [
        "https://ill.invalid",
        "http://127.0.0.1:1",
        "http://localhost",
        "null",
        "http://[",
        "http://127.0.0.1.ill.invalid",
    ],
)
def test_a_page_of_another_origin_opens_no_websocket(server: str, origin: str) -> None:
    assert not opens(server, origin)


def test_the_app_s_own_pages_open_one_and_programs_too(server: str) -> None:
    assert opens(server, server)
    assert opens(server, None)


class Framing(http.server.BaseHTTPRequestHandler):
    """A page of another server that frames what its address names."""

    def do_GET(self) -> None:
        body = f'<!doctype html><title>x</title><link rel=icon href=data:,><iframe src="{self.path[1:]}"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Framing) as other:
        thread = threading.Thread(target=other.serve_forever, daemon=True)
        thread.start()
        yield f"http://localhost:{other.server_address[1]}"
        other.shutdown()
        thread.join()


def test_another_server_s_page_may_frame_a_published_page_but_not_the_app(
    browser: Browser, server: str, elsewhere: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{elsewhere}/{server}/view/pledges?embed=1")
        expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.goto(f"{elsewhere}/{server}/pledges")
        expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_count(0)
        assert any("frame-ancestors" in text for text in told)
