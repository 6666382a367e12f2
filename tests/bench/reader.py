"""A reader with a browser: opens pages, changes filters, and notes when the last of it was painted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.bench.acts import Act
from tests.e2e.browser import HOW, find
from tests.e2e.conftest import DESKTOP, PATIENCE, QUIET

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Change:
    """One change of a filter, in milliseconds from the reader's act: the answer is all there, chart and page painted.

    `drawing` runs from the moment when Streamlit hands the figure to the chart to its last repaint; None where the
    chart stayed as it was. `kilobytes` came over the websocket, unpacked.
    """

    arrived: float
    painted: float
    drawing: float | None
    kilobytes: float


@dataclass(frozen=True)
class Opening:
    """One first view: milliseconds from the start of the navigation, kilobytes over the wire with all that came."""

    painted: float
    kilobytes: float


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser; leaves with a clear word where there is none."""
    program = find()
    if not program:
        raise SystemExit(HOW)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield opened
        opened.close()


class Reader:
    """One reader's window; `close` it. A reader comes with an empty cache and keeps it."""

    def __init__(self, opened: Browser) -> None:
        self.context = opened.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="en-GB")
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.wire = self.context.new_cdp_session(self.page)
        self.bytes = 0.0
        self.wire.send("Network.enable")
        self.wire.on("Network.loadingFinished", self.on_loaded)
        self.page.add_init_script(WATCH)

    def on_loaded(self, event: dict[str, Any]) -> None:
        """Count what came over the wire."""
        self.bytes += event["encodedDataLength"]

    def open(self, url: str) -> Opening:
        """Open an address of the app, to its last repaint."""
        self.bytes = 0.0
        self.page.goto(url)
        self.page.evaluate("bench.rest()")
        self.page.wait_for_load_state("networkidle")
        expect(self.page.locator(".g-plot:not(:has(.main-svg)), [data-testid=stSkeleton]")).to_have_count(0)
        log = self.page.evaluate("bench.rest()")
        return Opening(log["page"], (self.bytes + log["bytes"]) / 1000)

    def open_bare(self, url: str) -> Opening:
        """Open a published page, until it says that it is drawn."""
        self.bytes = 0.0
        self.page.goto(url)
        self.page.wait_for_selector("body[data-ready]")
        painted = self.page.evaluate("new Promise((done) => requestAnimationFrame(() => done(performance.now())))")
        return Opening(painted, self.bytes / 1000)

    def change(self, act: Act) -> Change | None:
        """Change a filter as a reader does, to the last repaint; None where the page didn't answer with anything."""
        act.prepare(self.page)
        self.page.evaluate("bench.start()")
        act.do(self.page)
        log = self.page.evaluate("bench.rest()")
        return measured(log) if log["page"] > log["acted"] > 0 else None

    def chart(self) -> dict[str, Any] | None:
        """The largest chart on the page, as Plotly takes it, in its size; None where there is none."""
        found: dict[str, Any] | None = self.page.evaluate(
            """() => [...document.querySelectorAll("[data-testid=stMain] .js-plotly-plot")]
                .map(({ data, layout, clientWidth: width, clientHeight: height }) =>
                    ({ figure: JSON.stringify({ data, layout: { ...layout, width, height } }), width, height }))
                .sort((one, other) => other.width * other.height - one.width * one.height)[0] ?? null"""
        )
        return found

    def close(self) -> None:
        """End the visit."""
        self.context.close()


def measured(log: dict[str, Any]) -> Change:
    """What the page noted, as milliseconds from the act."""
    begun = log["acted"]
    answers = [moment for moment, _ in log["arrived"] if moment >= begun]
    return Change(
        arrived=max(answers, default=begun) - begun,
        painted=log["page"] - begun,
        drawing=log["chart"] - log["handed"] if log["chart"] else None,
        kilobytes=log["bytes"] / 1000,
    )
