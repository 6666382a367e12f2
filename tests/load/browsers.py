"""A few readers, each with a browser of their own among the crowd: they open pages and follow links at their pace."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import psutil
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import Error as BrowserError

from tests.bench.reader import browser
from tests.e2e.visits import READY
from tests.load.client import PAGES

LAST = 19  # the place of a process in the queue for the processor
REST = f"{READY}, body:not(:has(#root))"  # the SQL page is none of the app's
LINKS = "nav a[href]:visible, [data-testid=stMain] a[href^='?']:visible"
GONE = "not attached"  # a link that left with its page, which was changing, before it could be clicked


@dataclass
class Browsed:
    """How many pages were seen to the end, and what went wrong."""

    pages: int = 0
    faults: list[str] = field(default_factory=list)


def browse(url: str, readers: int, seconds: float, pause: float) -> Browsed:
    """So many at once, each with an act every `pause` seconds, or at once after a slow one, until the time is over."""
    with ThreadPoolExecutor(max(readers, 1)) as pool:
        told = list(pool.map(lambda at: visit(url, Random(500 + at), seconds, pause), range(readers)))
    return Browsed(sum(one.pages for one in told), [fault for one in told for fault in one.faults])


def visit(url: str, dice: Random, seconds: float, pause: float) -> Browsed:
    """One reader from the opening of the browser to the end.

    The browser gives way to the server, whose cores it would not share if it ran where readers sit.
    """
    found, until = Browsed(), time.monotonic() + seconds
    with browser() as opened:
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.NoSuchProcess, ProcessLookupError, FileNotFoundError):  # ended since it was counted
                if "chrom" in process.name():
                    give_way(process)
        page = window(opened, found)
        page.wait_for_timeout(1000 * dice.uniform(0, pause))
        while (began := time.monotonic()) < until:
            act(page, url, dice, found)
            page.wait_for_timeout(1000 * max(pause - (time.monotonic() - began), 0))
        page.context.close()
    return found


def give_way(process: psutil.Process) -> None:
    """Let the process wait for all others. Raises OSError where the system refuses.

    A browser begins a session of its own, and Linux may share the cores out by session first (sched(7), autogroup):
    there a process stands back only behind those of its session, and its session has to stand back, too.
    """
    process.nice(LAST)
    session = Path(f"/proc/{process.pid}/autogroup")
    while session.exists():
        try:
            session.write_text(str(LAST), encoding="ascii")
            return
        except BlockingIOError:  # the system takes one such wish every tenth of a second
            time.sleep(0.1)


def window(opened: Browser, found: Browsed) -> Page:
    """A window of its own, whose complaints are kept."""
    page = opened.new_context(reduced_motion="reduce").new_page()
    page.on("pageerror", lambda error: found.faults.append(f"in a browser: {error}"))
    page.on("console", lambda said: found.faults.extend([f"in a browser: {said.text}"] * (said.type == "error")))
    return page


def act(page: Page, url: str, dice: Random, found: Browsed) -> None:
    """Open a page, or follow one of the links of the page that is open; now and then another before it is answered."""
    try:
        links = page.locator(LINKS)
        if page.url == "about:blank" or dice.random() < 0.2 or not links.count():
            page.goto(f"{url}/{dice.choice(PAGES)}")
        else:
            shown = links.element_handles()
            for link in dice.sample(shown, min(dice.choice((1, 1, 2)), len(shown))):
                link.click(timeout=10_000)
        expect(page.locator(REST).first).to_be_visible()
        expect(page.locator("h1").first).to_be_visible()
        found.pages += 1
    except (BrowserError, AssertionError) as error:
        if GONE in str(error):
            return
        found.faults.append(f"in a browser: {page.url}: {str(error).splitlines()[0]}")
