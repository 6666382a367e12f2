"""The panel of filters by keyboard: closed it holds nobody, open over a page it hides nothing that can be reached."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.e2e import walk
from tests.e2e.keys import faults, open_page, walked
from tests.e2e.visits import AT_REST, DESKTOP, PHONE, READY, unguarded

ZOOMED: ViewportSize = {"width": 720, "height": 450}  # a desktop at 200 %
NARROW = pytest.mark.parametrize("window", [PHONE, ZOOMED], ids=["phone", "zoomed"])
OPENER, CLOSER, PANEL = "stExpandSidebarButton", "stSidebarCollapseButton", "stSidebar"
INSIDE = "() => Boolean(document.activeElement.closest('[data-testid=stSidebar]'))"
PLACES = (
    *("", "timeline", "pledges", "pledges?shape=ledger", "network", "statements", "pledges?c=FRA&focus=FRA"),
    *(*walk.PROFILES, "data", "view/pledges"),
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all addresses."""
    page = unguarded(browser)
    yield page
    page.close()


@pytest.fixture(autouse=True)
def forgetting(page: Page) -> Iterator[None]:
    """What the browser keeps of the panel stays within a test."""
    yield
    page.evaluate("localStorage.clear()")


def opened(page: Page, url: str) -> None:
    """A page with its panel open, by keyboard."""
    open_page(page, url)
    page.get_by_test_id(OPENER).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id(PANEL)).to_have_attribute("data-collapsed", "false")
    page.evaluate(AT_REST)


@NARROW
@pytest.mark.parametrize("place", PLACES)
def test_with_the_panel_closed_each_stop_is_seen(page: Page, server: str, window: ViewportSize, place: str) -> None:
    page.set_viewport_size(window)
    open_page(page, f"{server}/{place}")
    assert faults(page) == []


@NARROW
@pytest.mark.parametrize("place", ["", "pledges", "statements"])
def test_with_the_panel_over_the_page_all_stops_are_in_it(
    page: Page, server: str, window: ViewportSize, place: str
) -> None:
    page.set_viewport_size(window)
    opened(page, f"{server}/{place}")
    expect(page.get_by_role("button", name="Collapse sidebar")).to_be_focused()
    page.evaluate("document.activeElement.blur()")
    outside = []
    for stop in walked(page):
        assert not stop["isCovered"], stop["words"]
        outside += [] if page.evaluate(INSIDE) else [stop["words"]]
    assert outside == []


@NARROW
def test_escape_closes_the_panel_and_gives_the_keyboard_back(page: Page, server: str, window: ViewportSize) -> None:
    page.set_viewport_size(window)
    opened(page, f"{server}/pledges?c=FRA&focus=FRA")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id(PANEL)).to_have_attribute("data-collapsed", "true")
    expect(page.get_by_test_id(OPENER)).to_be_focused()
    expect(page.locator(".st-key-card")).to_be_visible()
    expect(page.locator("main[inert]")).to_have_count(0)


def test_a_list_of_a_filter_is_closed_first(page: Page, server: str) -> None:
    page.set_viewport_size(PHONE)
    opened(page, f"{server}/pledges")
    page.locator("[data-name=c] [role=combobox]").fill("a")
    expect(page.locator("[data-name=c] [role=listbox]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-name=c] [role=listbox]")).to_be_hidden()
    expect(page.get_by_test_id(PANEL)).to_have_attribute("data-collapsed", "false")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id(PANEL)).to_have_attribute("data-collapsed", "true")


def test_on_a_desktop_the_panel_is_closed_and_opened_by_keyboard(page: Page, server: str) -> None:
    page.set_viewport_size(DESKTOP)
    open_page(page, f"{server}/pledges")
    page.get_by_role("button", name="Collapse sidebar").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id(OPENER)).to_be_focused()
    expect(page.get_by_role("search", name="Filters")).to_be_hidden()
    open_page(page, f"{server}/pledges")
    assert faults(page) == []
    page.get_by_test_id(OPENER).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Collapse sidebar")).to_be_focused()
    expect(page.get_by_role("search", name="Filters")).to_be_visible()
    expect(page.locator("main[inert]")).to_have_count(0)


@NARROW
def test_on_a_narrow_window_who_left_the_panel_open_comes_back_to_the_page(
    page: Page, server: str, window: ViewportSize
) -> None:
    page.set_viewport_size(window)
    opened(page, f"{server}/pledges")
    page.reload()
    expect(page.locator(READY)).to_be_visible()
    expect(page.get_by_test_id(PANEL)).to_have_attribute("data-collapsed", "true")
    expect(page.locator("main[inert]")).to_have_count(0)


@NARROW
def test_another_page_is_not_hidden_behind_the_panel(page: Page, server: str, window: ViewportSize) -> None:
    page.set_viewport_size(window)
    opened(page, f"{server}/pledges")
    page.evaluate("document.dispatchEvent(new CustomEvent('guarantees:go', { detail: 'network' }))")
    expect(page.locator(".g-title")).to_have_text("Who speaks of whom, and how")
    expect(page.get_by_test_id(PANEL)).to_have_attribute("data-collapsed", "true")
    expect(page.locator("main[inert]")).to_have_count(0)
