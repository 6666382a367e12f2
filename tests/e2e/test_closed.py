"""In a closed network nothing is missed: neither a reader's browser nor the server asks for anything elsewhere."""

import shutil
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.e2e import walk
from tests.e2e.visits import READY
from tests.e2e.watching import HERE, Watched, host, names_in, shut_in, watched

# A browser driven by a program looks no names up in advance; another one would for these.
AHEAD = """() => [...document.querySelectorAll("link[href]")]
  .filter(({ rel }) => /dns-prefetch|preconnect|prefetch|preload|prerender|stylesheet|icon|manifest/.test(rel))
  .map(({ href }) => href).filter((href) => new URL(href).host !== location.host)"""


@pytest.fixture(scope="module")
def closed(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """A server that is watched, for all tests of this module that don't start one."""
    folder = tmp_path_factory.mktemp("closed")
    database = Path(shutil.copy(tiny_database, folder / "guarantees.duckdb"))
    with watched(database, folder) as server:
        with zipfile.ZipFile(folder / server.archive, "w") as archive:
            archive.write(database, database.name)
        yield server


def test_what_is_asked_elsewhere_would_be_heard(browser: Browser, tmp_path: Path) -> None:
    """The check itself: an image, a socket, a beacon and what is fetched in advance are all noted."""
    page_text = (
        '<img src="http://image.example/x.png"><link rel="prefetch" href="http://fetched.example/x">'
        '<script>navigator.sendBeacon("http://beacon.example/");new WebSocket("ws://socket.example/")</script>'
        '<img src="http://fonts.googleapis.com/x.png">'
    )
    (page_file := tmp_path / "page.html").write_text(page_text)
    with shut_in(browser, tmp_path / "net.json") as (page, asked):
        page.goto(page_file.as_uri())
        page.wait_for_load_state("networkidle")
        assert page.evaluate(AHEAD) == ["http://fetched.example/x"]
    elsewhere = {*(f"{name}.example" for name in ("image", "fetched", "beacon", "socket")), "fonts.googleapis.com"}
    assert names_in(tmp_path / "net.json") == elsewhere
    assert {"image.example", "socket.example"} <= {host(one) for one in asked}


def use(page: Page) -> None:
    """What a reader opens on a page beside the page: the menus, the sources, why the numbers are what they are."""
    for summary in page.locator(".g-actions summary").all():
        summary.click()
    page.keyboard.press("Escape")
    for button in page.locator("button[data-part]").all():
        button.click()
        expect(page.locator(".g-dialog-body")).not_to_have_text("…")
        page.locator(".g-dialog .g-close").click()


def visit(page: Page, url: str) -> None:
    """A page of the app as a reader opens and uses it."""
    answer = page.goto(url)
    assert answer is not None
    assert answer.headers["x-dns-prefetch-control"] == "off"
    expect(page.locator(READY)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(AHEAD) == []
    use(page)


def test_no_page_asks_for_anything_elsewhere(browser: Browser, closed: Watched, tmp_path: Path) -> None:
    with shut_in(browser, tmp_path / "net.json") as (page, asked):
        for place in walk.APP:
            visit(page, f"{closed.url}/{place}")
        for place in (*walk.PUBLISHED, *walk.PRESENTED, *walk.BESIDE):
            page.goto(f"{closed.url}/{place}")
            page.wait_for_load_state("networkidle")
            assert page.evaluate(AHEAD) == []
        page.goto(f"{closed.url}/sql?sql=select+1")
        expect(page.locator("body[data-ready]")).to_be_visible()
        page.get_by_role("button", name="Run").click()
        expect(page.get_by_role("status").filter(has_text="row in")).to_be_visible()
    assert len(asked) > len(walk.APP) * 2
    assert {host(one) for one in asked} - {""} == {"127.0.0.1"}
    assert names_in(tmp_path / "net.json") == set()
    assert closed.elsewhere() == []


def test_no_page_of_the_real_data_asks_for_anything_elsewhere(
    browser: Browser, real_database: Path, tmp_path: Path
) -> None:
    with watched(real_database, tmp_path) as server, shut_in(browser, tmp_path / "net.json") as (page, asked):
        for place in walk.LONG:
            visit(page, f"{server.url}/{place}")
        assert server.elsewhere() == []
    assert len(asked) > len(walk.LONG) * 2
    assert {host(one) for one in asked} - {""} == {"127.0.0.1"}
    assert names_in(tmp_path / "net.json") == set()


def test_no_ending_asks_for_anything_elsewhere(closed: Watched) -> None:
    """What is fetched alone, pictures and slides with them, which a Chrome of the server's draws."""
    drawn = [f"picture/{page}.{form}" for page, form in (("pledges", "png"), ("timeline", "svg"), ("network", "png"))]
    decks = ["deck/pledges.pptx", walk.DECK.replace("deck?", "deck.pptx?"), "brief/country.docx?c=FRA"]
    files = [f"view/{page}.html" for page in ("pledges", "timeline", "network", "statements")]
    whole = ["api/openapi.json", "picture/pledges.txt", f"release/{closed.archive}", "healthz"]
    for place in (*walk.ENDED, *files, *drawn, *decks, *whole):
        assert answered(f"{closed.url}/{place}") in walk.fitting(place), place
    children = closed.process.children(recursive=True)
    held = [one for process in (closed.process, *children) for one in process.net_connections("inet") if one.raddr]
    assert [one.raddr.ip for one in held if one.raddr.ip not in HERE] == []
    assert names_in(closed.noted) == set()
    assert "127.0.0.1" in closed.noted.read_text()
    assert closed.elsewhere() == []


def answered(url: str) -> int:
    """The status of the answer to a question without a browser."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        return refusal.code


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
def test_the_server_does_not_look_itself_up(tiny_database: Path, tmp_path: Path, address: str) -> None:
    with watched(tiny_database, tmp_path, address) as server:
        assert answered(f"{server.url}/") == 200
        assert server.elsewhere() == []


@pytest.mark.parametrize("origin", ["http://stranger.example", "null", "http://["])
def test_a_stranger_who_knocks_makes_nobody_look_anything_up(closed: Watched, origin: str) -> None:
    """A page from elsewhere that opens the app's socket is refused by what it says, without asking who we are."""
    with pytest.raises(InvalidStatus, match="403"):
        connect(closed.url.replace("http", "ws") + "/_stcore/stream", origin=Origin(origin))
    assert closed.elsewhere() == []


def test_who_comes_from_here_is_let_in(closed: Watched) -> None:
    for origin in (Origin(closed.url), None):
        with connect(closed.url.replace("http", "ws") + "/_stcore/stream", origin=origin) as opened:
            assert opened.response is not None
            assert opened.response.status_code == 101
