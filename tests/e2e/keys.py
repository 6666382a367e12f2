"""Walking a page by the key Tab: where the keyboard is, how it shows, what it misses."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.visits import AT_REST, READY

MOST = 1200
HEARING = "html[data-room]"
# Where the keyboard is: its place in the document, how it shows, and whether it comes after the last one.
# Past the last one it is nowhere, or at once on the first again.
HERE = r"""() => {
  const one = document.activeElement;
  if (!one || one === document.body || (one === window.first && one !== window.last)) return null;
  window.first ??= one;
  // A grid draws the frame of the cell where the keyboard is by itself, on its canvas, which its scroller lies over.
  const isGrid = one.matches("canvas[data-testid=data-grid-canvas]");
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
  const isShown = isGrid || shows(one) || shows(one.closest("label") ?? one);
  return { words, shows: isShown, isAfter, isCovered: !isGrid && isCovered(one) };
}"""
# What is in sight and can be used, but was not reached. A group of radio buttons is one stop.
MISSED = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
  .filter((one) => !(one.type === "radio" && document.querySelector(`[name="${one.name}"][data-reached]`)))
  .filter((one) => !("reached" in one.dataset)).map((one) => one.outerHTML.slice(0, 120))"""


def open_page(page: Page, url: str) -> None:
    """Open an address and wait until it hears the keyboard and nothing moves."""
    page.goto(url)
    page.wait_for_load_state("networkidle")
    if page.locator("#root").count():
        expect(page.locator(READY)).to_be_visible()
        expect(page.locator(HEARING)).to_be_attached()
        expect(page.locator(".g-plot:not(:has(.main-svg)), [data-testid=stSkeleton]")).to_have_count(0)
    page.evaluate(AT_REST)


def walked(page: Page) -> Iterator[dict[str, Any]]:
    """Each stop of the key Tab, until it leaves the page."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(HERE)
        if stop is None:
            return
        yield stop
    raise AssertionError(f"Still on the page after {MOST} stops")


def faults(page: Page) -> list[str]:
    """What is wrong on a walk: stops that don't show, come before the last or lie under something; what is missed."""
    stops = list(walked(page))
    wrong = {
        "too few stops": [] if len(stops) > 4 else stops,
        "not shown": [stop["words"] for stop in stops if not stop["shows"]],
        "out of order": [stop["words"] for stop in stops if not stop["isAfter"]],
        "covered": [stop["words"] for stop in stops if stop["isCovered"]],
        "missed": page.evaluate(MISSED),
    }
    return [f"{name}: {one}" for name, ones in wrong.items() for one in ones]
