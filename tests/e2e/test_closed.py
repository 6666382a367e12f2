"""In a closed network nothing is missed: neither a reader's browser nor the server asks for anything elsewhere."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from dashboard.pictures.chrome import SETTING
from tests.e2e import walk
from tests.e2e.browser import find
from tests.e2e.visits import DESKTOP, QUIET, READY, ROOT, free_port, wait_until_up

# Written by every Python of the server's, the queries' own processes apart, which may open nothing at all.
SPY = """
import os, sys
def heard(event, told, file=open(os.environ["SPIED"], "a", buffering=1)):
    if event in {"socket.connect", "socket.sendto"}:
        print(event, told[1] if isinstance(told[1], (str, bytes)) else told[1][0], file=file)
    elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request"}:
        print(event, told[0], file=file)
sys.addaudithook(heard)
"""
HERE = {"127.0.0.1", "::1", "localhost", "None", "", "0.0.0.0", "::"}
# What a Chromium asks its maker for on its own account, whatever it shows: none of these serves what a page is made of.
MAKER = re.compile(
    r"^(accounts|clients\d?|mtalk|android\.clients)\.google\.com$|\.gvt1\.com$"
    r"|^(update|content-autofill|safebrowsing|[\w-]+-pa)\.googleapis\.com$"
)
NOWHERE = "~notfound"  # what every other name is looked up as
SHUT = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
ASKED = re.compile(r'"(?:url|host|hostname)":"((?:https?|wss?)://[^"]*|[\w.-]+\.[a-z]+)"')
# A browser driven by a program looks no names up in advance; another one would for these.
AHEAD = """() => [...document.querySelectorAll("link[href]")]
  .filter(({ rel }) => /dns-prefetch|preconnect|prefetch|preload|prerender|stylesheet|icon|manifest/.test(rel))
  .map(({ href }) => href).filter((href) => new URL(href).host !== location.host)"""


@dataclass(frozen=True)
class Watched:
    """A server, what its processes were heard to ask for, and what the Chrome that draws its pictures notes."""

    url: str
    heard: Path
    noted: Path
    process: psutil.Process

    @property
    def archive(self) -> str:
        """The name of the release's archive."""
        with urllib.request.urlopen(f"{self.url}/readyz") as answer:
            return f"guarantees-{json.load(answer)['release']}.zip"

    def elsewhere(self) -> list[str]:
        """What was asked of other hosts."""
        told = [line.split(" ", 1) for line in self.heard.read_text().splitlines()]
        return [" ".join(one) for one in told if host(one[-1]) not in HERE and not one[-1].startswith("/")]


def host(place: str) -> str:
    """The host of an address, or the word itself."""
    return urlsplit(place).hostname or "" if "://" in place else place


def names_in(netlog: Path) -> set[str]:
    """The hosts that a Chromium asked for or looked up, its maker's and its own machine's apart."""
    found = {host(place) for place in ASKED.findall(netlog.read_text(errors="replace"))}
    return {name for name in found if name not in HERE and not MAKER.search(name) and name != NOWHERE}


@contextmanager
def watched(database: Path, folder: Path, address: str = "127.0.0.1") -> Iterator[Watched]:
    """The app as `make run` starts it, opening a browser and all, with every process of it heard."""
    (folder / "sitecustomize.py").write_text(SPY)
    heard, noted, chrome = folder / "heard.txt", folder / "pictures.json", folder / "chrome"
    heard.touch()
    chrome.write_text(f'#!/bin/sh\nexec "{find()}" "$@" --log-net-log="{noted}"\n')
    chrome.chmod(0o755)
    own = {"PYTHONPATH": str(folder), "SPIED": str(heard), SETTING: str(chrome), "BROWSER": "true"}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.address", address]
    command += ["--server.port", str(port := free_port())]
    environment = {**os.environ, **own, "GUARANTEES_DATABASE": str(database)}
    with (log := folder / "output.txt").open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            wait_until_up(process, url := f"http://127.0.0.1:{port}", log)
            yield Watched(url, heard, noted, psutil.Process(process.pid))
        finally:
            process.terminate()
            process.wait(timeout=20)
    assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture(scope="module")
def closed(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """A server that is watched, for all tests of this module that don't start one."""
    folder = tmp_path_factory.mktemp("closed")
    database = Path(shutil.copy(tiny_database, folder / "guarantees.duckdb"))
    with watched(database, folder) as server:
        with zipfile.ZipFile(folder / server.archive, "w") as archive:
            archive.write(database, database.name)
        yield server


@contextmanager
def shut_in(browser: Browser, noted: Path) -> Iterator[tuple[Page, list[str]]]:
    """A browser that knows no host but this machine, and the requests of its page; what it asked for is in `noted`."""
    asked = list[str]()
    opened = browser.browser_type.launch_persistent_context(
        noted.with_suffix(".profile"),
        executable_path=find(),
        args=[*QUIET, SHUT, f"--log-net-log={noted}"],
        viewport=DESKTOP,
        reduced_motion="reduce",
    )
    page = opened.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    yield page, asked
    opened.close()


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


def test_no_page_asks_for_anything_elsewhere(browser: Browser, closed: Watched, tmp_path: Path) -> None:
    with shut_in(browser, tmp_path / "net.json") as (page, asked):
        for place in walk.APP:
            answer = page.goto(f"{closed.url}/{place}")
            assert answer is not None
            assert answer.headers["x-dns-prefetch-control"] == "off"
            expect(page.locator(READY)).to_be_visible()
            page.wait_for_load_state("networkidle")
            assert page.evaluate(AHEAD) == []
            use(page)
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
