"""By keyboard and by ear: all is reached in order, where one is shows, nothing holds one; what changes is said."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import walk
from tests.e2e.conftest import Visit
from tests.e2e.visits import READY, unguarded

MOST = 400
HEARING = "html[data-room]"
# Where the keyboard is: its place in the document, how it shows, and whether it comes after the last one.
# Past the last one it is nowhere, or at once on the first again.
HERE = r"""() => {
  const one = document.activeElement;
  if (!one || one === document.body || (one === window.first && one !== window.last)) return null;
  window.first ??= one;
  const shows = (node) => { const s = getComputedStyle(node);
    const faint = /rgba\([^)]*, 0(\.[0-4]\d*)?\)/;
    return (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1 && !faint.test(s.outlineColor))
      || (s.boxShadow !== "none" && !faint.test(s.boxShadow)); };
  const isAfter = !window.last || window.last === one
    || Boolean(window.last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  // Nothing that sticks may lie over it: its middle is its own, or that of its label where the box itself is unseen.
  const isCovered = (node) => {
    const box = node.getClientRects()[0] ?? new DOMRect();
    if (box.width < 4 || box.height < 4) return Boolean(node.closest("label")) && isCovered(node.closest("label"));
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
    const [x, y] = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
    const hit = document.elementFromPoint(x, y);
    return !hit || !(node.contains(hit) || hit.contains(node) || node.closest("label")?.contains(hit));
  };
  window.last = one;
  one.dataset.reached = "";
  const words = `${one.tagName} ${one.getAttribute("aria-label") || one.innerText || one.name || ""}`.slice(0, 60);
  return { words, shows: shows(one) || shows(one.closest("label") ?? one), isAfter, isCovered: isCovered(one) };
}"""
# What is in sight and can be used, but was not reached. A group of radio buttons is one stop.
MISSED = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
  .filter((one) => !(one.type === "radio" && document.querySelector(`[name="${one.name}"][data-reached]`)))
  .filter((one) => !("reached" in one.dataset)).map((one) => one.outerHTML.slice(0, 120))"""
PLACES = (
    *("", "timeline", "pledges", "pledges?shape=ledger", "pledges?shape=compare", "pledges?shape=contributions"),
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


def open_page(page: Page, url: str) -> None:
    """Open an address and wait until it hears the keyboard."""
    page.goto(url)
    page.wait_for_load_state("networkidle")
    if page.locator("#root").count():
        expect(page.locator(READY)).to_be_visible()
        expect(page.locator(HEARING)).to_be_attached()
        expect(page.locator(".g-plot:not(:has(.main-svg)), [data-testid=stSkeleton]")).to_have_count(0)


def walked(page: Page) -> Iterator[dict[str, Any]]:
    """Each stop of the key Tab, until it leaves the page."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(HERE)
        if stop is None:
            return
        yield stop
    raise AssertionError(f"Still on the page after {MOST} stops")


@pytest.mark.parametrize("place", PLACES)
def test_all_is_reached_in_order_and_shows_it(page: Page, server: str, place: str) -> None:
    open_page(page, f"{server}/{place}")
    stops = list(walked(page))
    assert len(stops) > 4
    assert [stop["words"] for stop in stops if not stop["shows"]] == []
    assert [stop["words"] for stop in stops if not stop["isAfter"]] == []
    assert [stop["words"] for stop in stops if stop["isCovered"]] == []
    assert page.evaluate(MISSED) == []


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
    expect(said).to_have_attribute("data-shown", re.compile("^32 statements"))
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
    expect(said).to_have_attribute("data-shown", re.compile("^32 statements"))
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
    expect(said).to_have_attribute("data-shown", re.compile("^32 statements"))
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
