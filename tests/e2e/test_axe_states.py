"""Accessibility as axe-core checks it where a reader has done something: a film plays, nothing is found, on a phone."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.e2e.test_axe import found, look, rest
from tests.e2e.visits import AT_REST, DESKTOP, PHONE, unguarded

NOTHING = "q=zzzzqq"
LISTED = ".g-daylist h2, .g-list h2"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all addresses, with the checks slipped in."""
    page = unguarded(browser)
    page.add_init_script(AXE_SCRIPT)
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["pledges?asof=2025-03-20", "pledges?asof=2025-03-20&focus=FRA", "network"])
def test_a_playing_page_is_sound(page: Page, server: str, place: str, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme=scheme, reduced_motion="no-preference")
    page.goto(f"{server}/{place}")
    look(page, scheme)
    control = page.locator(".g-play")
    control.get_by_role("button", name="1", exact=True).click()
    control.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator("html[data-playing]")).to_be_attached()
    page.evaluate(AT_REST)
    seen = found(page)
    expect(page.locator("html[data-playing]")).to_be_attached()
    control.get_by_role("button", name="Pause", exact=True).click()
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert seen == []


@pytest.mark.parametrize("place", ["statements", "view/statements", "timeline", "view/timeline", "pledges", "network"])
def test_a_page_where_nothing_is_found_is_sound(page: Page, server: str, place: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(f"{server}/{place}?{NOTHING}")
    look(page, "light")
    assert found(page) == []


@pytest.mark.parametrize(
    ("place", "has_list"),
    [
        ("", False),
        ("timeline?from=2025-01-01&until=2025-12-31", True),
        ("pledges?shape=ledger", True),
        ("network", False),
        ("statements", False),
    ],
)
def test_a_page_as_a_phone_first_shows_it_is_sound(page: Page, server: str, place: str, has_list: bool) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{server}/{place}")
    rest(page)
    if has_list:
        expect(page.locator(LISTED).first).to_be_visible()
    assert found(page) == []
