"""By keyboard and by ear: all is reached in order, where one is shows, nothing holds one; what changes is said."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import walk
from tests.e2e.conftest import Visit
from tests.e2e.keys import HEARING, faults, open_page, walked
from tests.e2e.visits import unguarded

PLACES = (
    *(
        "",
        "timeline",
        "pledges",
        "pledges?as=table",
        "?as=table",
        "timeline?as=table",
        "pledges?shape=ledger",
        "pledges?shape=compare",
        "pledges?shape=contributions",
    ),
    *("network", "network?shape=matrix", "statements", *walk.PROFILES, "data", "pledges?c=FRA&focus=FRA"),
    *("pledges?shape=conditions", *walk.PARTS, "network?shape=actors", "sql"),
    *("data?shape=codebook", "data?shape=quality", "data?shape=release"),
    *("view/pledges", "view/timeline", "view/statements", "view/network?shape=actors"),
    *("present/pledges", walk.DECK, "api"),
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all addresses; some of what is asked of it the app's policy forbids, which is set aside."""
    page = unguarded(browser)
    yield page
    page.close()


@pytest.mark.parametrize("place", PLACES)
def test_all_is_reached_in_order_and_shows_it(page: Page, server: str, place: str) -> None:
    open_page(page, f"{server}/{place}")
    assert faults(page) == []


@pytest.mark.parametrize("place", walk.LONG)
def test_all_is_reached_in_the_real_data(page: Page, real_server: str, place: str) -> None:
    open_page(page, f"{real_server}/{place}")
    assert faults(page) == []


def test_no_stop_lies_under_names_that_stick(page: Page, real_server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    open_page(page, f"{real_server}/view/network?shape=matrix")
    stops = list(walked(page))
    page.set_viewport_size({"width": 1440, "height": 900})
    assert len(stops) > 100
    assert [stop["words"] for stop in stops if stop["isCovered"]] == []


def test_the_first_stop_leads_past_the_filters(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[data-testid=stMain] :focus")).to_be_attached()


def test_what_a_mark_says_is_read_out_and_opened_by_keys(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?asof=2025-04-11")
    chart = plain_visit.chart("pledges_map")
    expect(page.locator(HEARING)).to_be_attached()
    chart.focus()
    told = page.locator(".g-told")
    page.keyboard.press("ArrowRight")
    expect(told).to_have_text(re.compile(r"\w{4}"))
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card")).to_be_visible()
    expect(page.get_by_role("heading", name="In focus")).to_be_attached()


def test_a_dialog_takes_the_keyboard_and_gives_it_back(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    expect(page.locator(HEARING)).to_be_attached()
    button = page.get_by_role("button", name="Sources", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Sources")
    expect(dialog.locator(":focus")).to_be_attached()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


@pytest.mark.parametrize("name", ["g-menu-download", "g-menu-picture", "g-menu-link", "g-menu-presets"])
def test_a_menu_closed_by_escape_gives_the_keyboard_back(plain_visit: Visit, server: str, name: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    expect(page.locator(HEARING)).to_be_attached()
    menu = page.locator(f".{name}")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(menu.locator(":scope > div :focus")).to_be_attached()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_a_change_of_filters_says_how_much_is_shown(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/statements")
    expect(page.locator(HEARING)).to_be_attached()
    said = page.locator("#g-said")
    expect(said).to_have_attribute("aria-live", "polite")
    expect(said).to_have_attribute("data-shown", re.compile("^32 of 32 statements"))
    page.get_by_role("combobox", name="Topics").fill("foreign")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(said).to_have_text(re.compile(r"^\d+ of \d+ statements"))
    first = said.inner_text()
    page.locator(".g-chips").get_by_role("link", name=re.compile("^Take off")).click()
    expect(said).not_to_have_text(first)


def test_what_a_slow_machine_shows_after_its_run_is_said_too(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/statements")
    said = page.locator("#g-said")
    expect(said).to_have_attribute("data-shown", re.compile("^32 of 32 statements"))
    page.evaluate(
        """() => {
            const app = document.querySelector("[data-testid=stApp]");
            app.dataset.testScriptState = "running";
            app.dataset.testScriptState = "notRunning";
            setTimeout(() => { document.querySelector(".g-sentence").textContent = "Words that came late"; }, 900);
        }"""
    )
    expect(said).to_have_text(re.compile("Words that came late$"), timeout=5000)


def test_what_a_run_over_at_once_shows_is_said_too(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/statements")
    said = page.locator("#g-said")
    expect(said).to_have_attribute("data-shown", re.compile("^32 of 32 statements"))
    page.evaluate(
        """() => {
            const set = Element.prototype.setAttribute;
            Element.prototype.setAttribute = function (name, value) {
                if (name !== "data-test-script-state") set.call(this, name, value);
            };
        }"""
    )
    page.get_by_role("combobox", name="Topics").fill("foreign")
    page.get_by_role("option", name="Foreign troops").click()
    expect(said).to_have_text(re.compile(r"^\d+ of 32 statements"), timeout=10_000)
