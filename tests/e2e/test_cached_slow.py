"""What a browser keeps of earlier views, on a slow line: a reader who comes back to one of them finds it, whole."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.slow import Slow

GO = "(places) => places.forEach((detail) => document.dispatchEvent(new CustomEvent('guarantees:go', { detail })))"
LEDGER = "pledges?shape=ledger"


def go(page: Page, *countries: str) -> None:
    """Ask for these countries' ledgers, one right after the other, as a reader does who clicks faster than answers."""
    page.evaluate(GO, [f"{LEDGER}&c={country}" for country in countries])


def test_a_view_seen_before_comes_back_when_the_one_between_is_answered_late(plain_visit: Visit, server: str) -> None:
    """What the browser had when it asked may be old by the time of the answer: it must have it still."""
    lines: list[Slow] = []
    plain_visit.page.route_web_socket(re.compile("stream"), lambda route: lines.append(Slow(route)))
    page = plain_visit.open(f"{server}/{LEDGER}&c=FRA")
    expect(page.locator("html[data-room]")).to_be_attached()
    plain_visit.chart()
    chips = page.locator(".g-chips")
    go(page, "DEU")
    expect(chips).to_contain_text("Germany")
    plain_visit.settle()
    lines[-1].hold()
    go(page, "POL", "FRA")
    expect(chips).to_contain_text("Poland")
    plain_visit.settle()
    lines[-1].let_go()
    expect(chips).to_contain_text("France")
    plain_visit.settle()
    plain_visit.chart()
