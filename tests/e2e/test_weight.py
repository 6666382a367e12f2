"""A first visit weighs at most 2.5 MB over the wire on any page, what comes over the websocket included."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.address import SHAPES
from tests.e2e.visits import DESKTOP, PATIENCE, READY

MOST = 2_500_000
UNDRAWN = ".g-plot:not(:has(.main-svg)), [data-testid=stSkeleton]"
PROFILES = ("country?c=FRA", "speaker?s=vladimir-putin", "event?e=2025-09-04-paris-coalition-summit")
APP = ("", *(page for page in SHAPES if page != "overview"), *PROFILES, "pledges?shape=ledger", "network?shape=matrix")
PLAIN = ("view/pledges", "view/network", "view/timeline", "view/statements", "sql", "deck", "api")
PRESENT = ("pledges", "pledges?shape=ledger", "network", "timeline")
GRID = re.compile(r"/static/js/DataFrame\.")
KEPT = re.compile(r"/(static|app/static|plotly)/")
SMALL = 3000  # what is smaller is sent as it is, and has headers of its own
TEXT = re.compile(r"\.(js|css|json)(\?|$)")


class Scale:
    """A reader with an empty cache; weighs what comes, by address."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="en-GB")
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.named: dict[str, str] = {}
        self.headers: dict[str, dict[str, str]] = {}
        self.weights: dict[str, float] = {}
        wire = self.context.new_cdp_session(self.page)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", self.on_answer)
        wire.on("Network.loadingFinished", self.on_loaded)
        wire.on("Network.webSocketFrameReceived", self.on_frame)

    def on_answer(self, event: dict[str, Any]) -> None:
        """Remember whose answer it is."""
        response = event["response"]
        self.named[event["requestId"]] = response["url"]
        self.headers[response["url"]] = {name.lower(): value for name, value in response["headers"].items()}

    def on_loaded(self, event: dict[str, Any]) -> None:
        """What an answer weighed on the wire, its headers included."""
        url = self.named.get(event["requestId"], "?")
        self.weights[url] = self.weights.get(url, 0) + event["encodedDataLength"]

    def on_frame(self, event: dict[str, Any]) -> None:
        """A message over the websocket, unpacked: four letters of the protocol's text stand for three bytes."""
        frame = event["response"]
        size = len(frame["payloadData"]) * (0.75 if frame["opcode"] == 2 else 1)
        self.weights["websocket"] = self.weights.get("websocket", 0) + size

    def open(self, url: str) -> None:
        """Open an address and wait until all has come."""
        self.page.goto(url)
        self.page.wait_for_load_state("networkidle", timeout=3 * PATIENCE)  # a presentation fetches a dozen steps
        if self.page.locator("#root").count():
            expect(self.page.locator(READY)).to_be_visible()
            expect(self.page.locator(UNDRAWN)).to_have_count(0)
            self.page.wait_for_load_state("networkidle")

    def told(self) -> str:
        """The heaviest parts, for a failure."""
        heavy = sorted(self.weights.items(), key=lambda one: -one[1])[:8]
        return "\n".join(f"{size / 1000:8.0f} kB {url}" for url, size in heavy)


@pytest.fixture
def scale(browser: Browser) -> Iterator[Scale]:
    made = Scale(browser)
    yield made
    made.context.close()


@pytest.mark.parametrize("place", [*APP, *PLAIN, *(f"present/{page}" for page in PRESENT)])
def test_a_first_visit_is_light(scale: Scale, real_server: str, place: str) -> None:
    scale.open(f"{real_server}/{place}")
    assert 10_000 < sum(scale.weights.values()) <= MOST, scale.told()
    assert ("websocket" in scale.weights) == (place in APP)
    assert not [url for url in scale.weights if GRID.search(url)], "the data grid waits for a table"
    for url, headers in scale.headers.items():
        if KEPT.search(url):
            assert headers["cache-control"] == "public, max-age=31536000, immutable", url
            is_worth_it = TEXT.search(url) and scale.weights.get(url, 0) > SMALL
            assert headers.get("content-encoding") == "br" or not is_worth_it, url


def test_a_second_visit_asks_for_no_file_again(scale: Scale, real_server: str) -> None:
    scale.open(f"{real_server}/pledges")
    first = dict(scale.weights)
    scale.weights.clear()
    scale.open(f"{real_server}/pledges?shape=ledger")
    again = {url: size for url, size in scale.weights.items() if KEPT.search(url) and size > 0 and url in first}
    assert again == {}
    assert sum(scale.weights.values()) < sum(first.values()) / 3, scale.told()


def test_the_data_grid_comes_with_the_first_table(scale: Scale, real_server: str) -> None:
    scale.open(f"{real_server}/pledges")
    assert not [url for url in scale.weights if GRID.search(url)]
    scale.page.locator(".g-table").click()
    expect(scale.page.get_by_test_id("stDataFrame")).to_be_visible()
    assert [url for url in scale.weights if GRID.search(url)]
