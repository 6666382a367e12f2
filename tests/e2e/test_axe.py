"""Accessibility as axe-core checks it: every page and shape, light and dark, wide and on a phone; nothing is found."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.e2e import walk
from tests.e2e.visits import DESKTOP, PHONE, READY, unguarded

UNDRAWN = ".g-plot:not(:has(.main-svg)), [data-testid=stSkeleton]"
PAPER = {"light": "#fdfcfa", "dark": "#141517"}
IN_FORCE = """(paper) => document.querySelector("[data-testid=stApp]")
  ? getComputedStyle(document.documentElement).getPropertyValue("--g-paper").trim() === paper
  : matchMedia(`(prefers-color-scheme: ${paper === "#141517" ? "dark" : "light"})`).matches"""
RUN = """(only) => axe.run({ resultTypes: ["violations"], preload: false, iframes: false,
  ...(only && { runOnly: only }) })"""
FEW = ("present/pledges?shape=map", "present/network?shape=network", "present/timeline?shape=lanes")
LONG = ("view/pledges?shape=conditions", "view/country?c=FRA", "view/statements")
BESIDE = (*walk.BESIDE, *FEW)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all addresses. The checks are slipped in, which the app's policy forbids: it is set aside."""
    page = unguarded(browser)
    page.add_init_script(AXE_SCRIPT)
    yield page
    page.close()


def look(page: Page, scheme: Any) -> None:
    """Another colour scheme, once the page wears it."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(IN_FORCE, arg=PAPER[scheme])
    rest(page)


def rest(page: Page) -> None:
    """Wait until the page is there and drawn."""
    if page.locator("#root").count():
        expect(page.locator(READY)).to_be_visible()
    expect(page.locator(UNDRAWN)).to_have_count(0)


def found(page: Page, *only: str) -> list[str]:
    """What axe finds, by all its rules or those named."""
    told = page.evaluate(RUN, list(only) or None)["violations"]
    return [
        f"{one['impact']} {one['id']}: {node['html'][:200]} {node['failureSummary']}"
        for one in told
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("place", [*walk.APP, *walk.PUBLISHED, *BESIDE])
def test_nothing_is_found(page: Page, server: str, place: str) -> None:
    assert_sound(page, f"{server}/{place}")


@pytest.mark.parametrize(
    "place", [*walk.LONG, "view/pledges?shape=conditions", "view/country?c=FRA", "view/statements"]
)
def test_nothing_is_found_in_the_real_data(page: Page, real_server: str, place: str) -> None:
    assert_sound(page, f"{real_server}/{place}")


def assert_sound(page: Page, url: str) -> None:
    """Light and dark, wide and on a phone."""
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="light")
    page.goto(url)
    look(page, "light")
    assert found(page) == []
    look(page, "dark")
    assert found(page, "color-contrast") == []
    page.set_viewport_size(PHONE)
    rest(page)
    assert found(page) == []
    look(page, "light")
    assert found(page, "color-contrast") == []


def test_what_opens_over_a_page_is_sound(page: Page, server: str) -> None:
    """Menus, the dialogs of sources and numbers, a filter's list, the filters of a phone."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"{server}/pledges")
    look(page, "light")
    for summary in page.locator(".g-actions summary").all():
        summary.click()
        assert found(page) == []
    page.keyboard.press("Escape")
    for button in page.locator("button[data-part]").all():
        button.click()
        expect(page.locator(".g-dialog-body")).not_to_have_text("…")
        assert found(page) == []
        page.locator(".g-dialog .g-close").click()
    page.locator("[data-name=c] [role=combobox]").fill("a")
    expect(page.locator("[data-name=c] [role=option]").first).to_be_visible()
    assert found(page) == []
    page.set_viewport_size(PHONE)
    page.goto(f"{server}/pledges")
    rest(page)
    page.locator("[data-testid=stExpandSidebarButton]").click()
    expect(page.locator(".g-rail-filters")).to_be_visible()
    assert found(page) == []
