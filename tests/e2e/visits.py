"""A reader's visit in a real browser. Any console error or request to another host fails a test."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright

from tests.e2e.browser import HOW, find

ROOT = Path(__file__).resolve().parent.parent.parent
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
PAPER = {"light": "rgb(253, 252, 250)", "dark": "rgb(20, 21, 23)"}
# At rest once it has run: before its first run, too, an app says that nothing runs. By then its bridge listens.
LISTENS = "html:is([data-room], :not(:has(.st-key-unseen)))"
READY = f"{LISTENS} [data-testid=stApp][data-test-script-state=notRunning]:has(h1)"
# What slides in or away lies over others until it is there; what turns for ever isn't waited for.
AT_REST = """() => Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime < Infinity).map((one) => one.finished))"""
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_up(url: str) -> bool:
    """Whether the app answers that it is well."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:
            return bool(answer.read() == b"ok")
    except (urllib.error.URLError, OSError):
        return False


def wait_until_up(process: subprocess.Popen, url: str, log: Path) -> None:
    """Returns when the app answers; fails with the server's output if it ended or takes over a minute."""
    for _ in range(600):
        if is_up(url):
            return
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail(f"The server didn't come up:\n{log.read_text()}")


@contextmanager
def served(
    database: Path, log: Path, port: int | None = None, before: Callable[[], None] | None = None
) -> Iterator[str]:
    """The address of the real app, serving `database` on that port or a free one; its output stands in `log`.

    The server calls `before` before it runs.
    """
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py"]
    options = ["--server.port", str(port), "--server.headless", "true"]
    environment = dict(os.environ, GUARANTEES_DATABASE=str(database))
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, *options], cwd=ROOT, env=environment, stdout=output, stderr=output, preexec_fn=before
        )
        try:
            wait_until_up(process, url, log)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser with a profile, whose visits keep the scripts that it has read: that halves what opening a page takes.

    Without a browser the tests fail, they never skip.
    """
    program = find()
    if not program:
        pytest.fail(HOW)
    with sync_playwright() as playwright:
        profile = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=program,
            args=list(QUIET),
            viewport=DESKTOP,
            reduced_motion="reduce",
            locale="en-GB",
        )
        profile.set_default_timeout(PATIENCE)
        assert profile.browser is not None
        yield profile.browser
        profile.close()


def unguarded(browser: Browser) -> Page:
    """A page of the profile on which what a test runs isn't stopped by the app's policy."""
    page = browser.contexts[0].new_page()
    page.context.new_cdp_session(page).send("Page.setBypassCSP", {"enabled": True})
    return page


WIDE = """Math.max(...[document.documentElement, ...document.querySelectorAll("[data-testid=stMain]")]
    .map((one) => one.scrollWidth - one.clientWidth))"""


class Visit:
    """One reader's visit: a page whose every complaint is kept, to be judged when the test ends."""

    def __init__(self, browser: Browser, scheme: Literal["light", "dark"] = "light", phone: bool = False) -> None:
        self.scheme = scheme
        self.complaints: list[str] = []
        self.expected = set[str]()  # what the console says when a test takes the network away, late ones included
        self.foreign: list[str] = []
        self.host = ""
        self.origins = set[str]()
        self.context = browser.contexts[0]
        self.others = self.context.pages
        self.page: Page = self.context.new_page()
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size(PHONE if phone else DESKTOP)
        self.page.on("console", self.on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("request", self.on_request)

    def on_console(self, message: object) -> None:
        """Keep errors; and warnings about what the policy forbids."""
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        if kind == "error" or "Content Security Policy" in text:
            self.complaints.append(f"{kind}: {text} {getattr(message, 'location', '')}")

    def on_request(self, request: object) -> None:
        """Keep requests to another host than the one visited."""
        parts = urlsplit(getattr(request, "url", ""))
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.foreign.append(getattr(request, "url", ""))

    def open(self, url: str) -> Page:
        """Open an address of the app and wait until its script has come to rest."""
        self.open_plain(url)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the app's script has come to rest."""
        expect(self.page.locator(READY)).to_be_visible()

    def chart(self, name: str = "") -> Locator:
        """The page's first chart, or the one of that name, once it is drawn and listens."""
        within = f".st-key-chart_{name} " if name else ""
        drawn = self.page.locator(f"{within}.js-plotly-plot:has(.main-svg)").first
        expect(drawn).to_be_visible()
        # Where the server took long, what was drawn for another width stands there first.
        self.page.wait_for_function("node => !node.chart?.isForAnotherRoom()", arg=drawn.element_handle())
        drawn.evaluate("node => node.chart?.ready()")
        return drawn

    def overflow(self) -> int:
        """By how many pixels the page, or what it scrolls its content in, is wider than its window."""
        wide: int = self.page.evaluate(WIDE)
        return wide

    def open_plain(self, url: str) -> Page:
        """Open an address that is no page of the app."""
        self.host = urlsplit(url).netloc
        self.origins.add("/".join(url.split("/")[:3]))
        self.page.goto(url)
        return self.page

    def close(self) -> None:
        """End the visit and leave nothing of it to the next; fail on any complaint or foreign request."""
        wire = self.context.new_cdp_session(self.page)
        for origin in self.origins:
            wire.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage,indexeddb"})
        self.context.clear_cookies()
        self.context.clear_permissions()
        for page in set(self.context.pages) - set(self.others):
            page.close()
        found = [one for one in self.complaints if not any(words in one for words in self.expected)]
        assert not found, "\n".join(found)
        assert not self.foreign, "\n".join(self.foreign)


@pytest.fixture(params=["light", "dark"])
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """A visit on a wide screen, once in the light and once in the dark; its ground must be that of the scheme."""
    made = Visit(browser, scheme=request.param)
    yield made
    ground = made.page.locator("[data-testid=stApp], body:not(:has(#root))").first
    expect(ground).to_have_css("background-color", PAPER[made.scheme])
    made.close()


@pytest.fixture
def plain_visit(browser: Browser) -> Iterator[Visit]:
    """A visit on a wide screen, in the light."""
    made = Visit(browser)
    yield made
    made.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Visit]:
    """A visit on a phone, 390 pixels wide."""
    made = Visit(browser, phone=True)
    yield made
    made.close()
