"""On a phone, 390 pixels wide, nothing scrolls sideways and what matters is in reach."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e import walk
from tests.e2e.conftest import Visit

PAGES = ["", "timeline", "pledges", "pledges?shape=ledger", "network"]


@pytest.mark.parametrize("path", PAGES)
def test_the_app_fits_a_phone(phone: Visit, server: str, path: str) -> None:
    page = phone.open(f"{server}/{path}")
    phone.chart()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert phone.overflow() <= 0


@pytest.mark.parametrize("path", [*walk.SHAPED, *walk.PROFILES, "view/network?shape=actors"])
def test_nothing_scrolls_sideways_on_the_narrowest_screen(phone: Visit, server: str, path: str) -> None:
    phone.page.set_viewport_size({"width": 320, "height": 640})
    is_beside = path.startswith("view")
    (phone.open_plain if is_beside else phone.open)(f"{server}/{path.replace('overview', '')}")
    phone.page.wait_for_load_state("networkidle")
    assert phone.overflow() <= 0


# Words of a text that are printed over each other; those in a strip are cut off where it ends.
OVER = """() => {
  const main = document.querySelector("[data-testid=stMain], main"), words = [], found = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const unseen = (node) => node && (getComputedStyle(node).clipPath !== "none" || unseen(node.parentElement));
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, script, style, .js-plotly-plot, .g-period")) continue;
    if (unseen(parent) || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) words.push([box, node.data.trim()]);
  }
  words.sort(([one], [other]) => one.top - other.top);
  words.forEach(([one, said], at) => {
    for (let next = at + 1; next < words.length && words[next][0].top < one.bottom; next += 1) {
      const [other, told] = words[next];
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top, low = Math.min(one.height, other.height);
      if (across > 2 && down > low / 2) found.push(`${said} | ${told}`);
    }
  });
  return found;
}"""


@pytest.mark.parametrize("start", ["", "view/"])
@pytest.mark.parametrize(
    "path",
    [
        "pledges",
        "pledges?shape=conditions",
        "pledges?shape=compare&asof2=2025-03-01",
        "country?c=FRA",
        "event?e=2025-09-04-paris-coalition-summit",
        "statements?q=soldiers",
    ],
)
def test_no_words_are_printed_over_others(phone: Visit, real_server: str, start: str, path: str) -> None:
    phone.page.set_viewport_size({"width": 320, "height": 640})
    (phone.open_plain if start else phone.open)(f"{real_server}/{start}{path}")
    phone.page.wait_for_load_state("networkidle")
    expect(phone.page.locator(".g-reading, .reading, .g-hits").first).to_be_visible()
    assert phone.page.evaluate(OVER) == []


# Signs of doubt that stand in another line than the end of what they follow.
PARTED = """() => [...document.querySelectorAll(".g-questions")].filter((one) => one.offsetParent).filter((one) => {
  const before = document.createRange();
  before.selectNode(one.previousSibling);
  return one.querySelector("[aria-hidden]").getBoundingClientRect().top >= [...before.getClientRects()].at(-1).bottom;
}).map((one) => one.previousSibling.textContent)"""


@pytest.mark.parametrize("start", ["", "view/"])
@pytest.mark.parametrize(
    "path",
    [
        "pledges?asof=2025-09-05",
        "pledges?shape=conditions",
        "country?c=FRA",
        "event?e=2025-09-04-paris-coalition-summit",
    ],
)
def test_a_sign_of_doubt_stays_with_its_name(phone: Visit, real_server: str, start: str, path: str) -> None:
    (phone.open_plain if start else phone.open)(f"{real_server}/{start}{path}")
    expect(phone.page.locator(".g-questions").first).to_be_attached()
    for width in (320, 390, 600):
        phone.page.set_viewport_size({"width": width, "height": 844})
        phone.page.wait_for_load_state("networkidle")
        assert phone.page.evaluate(PARTED) == []


SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }"""
LONG = "statements?q=peacekeepers+and+soldiers+promised+to+the+lakeside+conference+by+everybody"


@pytest.mark.parametrize("path", ["", "pledges", "pledges?shape=ledger", LONG, *walk.PROFILES])
def test_nor_where_a_reader_spaces_her_text(phone: Visit, server: str, path: str) -> None:
    phone.page.set_viewport_size({"width": 320, "height": 640})
    phone.open(f"{server}/{path}")
    phone.page.wait_for_load_state("networkidle")
    phone.page.evaluate(
        "style => document.body.append(Object.assign(document.createElement('style'), style))", {"textContent": SPACED}
    )
    assert phone.overflow() <= 0


def test_the_weightiest_of_a_window_stand_before_its_chart(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/timeline?from=2025-01-01&until=2025-12-31")
    chart, chief = phone.chart("timeline_lanes"), page.locator(".g-daylist li")
    expect(chief).to_have_count(6)
    above, below = chief.last.bounding_box(), chart.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    expect(chief.first).to_be_in_viewport()
    named = chief.first.locator("b").inner_text()
    chief.first.get_by_role("link").click()
    expect(page.locator(".st-key-card")).to_contain_text(named)
    expect(page.locator(".g-daylist")).to_have_count(0)


def test_a_sign_of_doubt_stands_in_its_titles_last_line(phone: Visit, real_server: str) -> None:
    page = phone.open(f"{real_server}/timeline?from=2025-12-14&until=2026-03-13")
    title = page.locator(".g-daylist li > a:has(+ .g-questions)").first
    ends = title.evaluate("one => [...one.getClientRects()].at(-1).bottom")
    sign = page.locator(".g-daylist .g-questions [aria-hidden]").first.bounding_box()
    assert sign
    assert sign["y"] < ends


def test_the_latest_changes_stand_before_the_ledger(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/pledges?shape=ledger")
    chart, changes = phone.chart("pledges_ledger"), page.locator(".g-moves li")
    above, below = changes.last.bounding_box(), chart.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    expect(changes.first).to_be_in_viewport()
    named = changes.first.get_by_role("link").inner_text()
    changes.first.get_by_role("link").click()
    expect(page.locator(".st-key-card")).to_contain_text(named)
    expect(page.locator(".g-moves")).to_have_count(0)


@pytest.mark.parametrize("path", ["pledges", "timeline", "network", "overview"])
def test_the_published_page_fits_a_phone(phone: Visit, server: str, path: str) -> None:
    page = phone.open_plain(f"{server}/view/{path}")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    assert phone.overflow() <= 0


LOW = """() => [...document.querySelectorAll("[data-testid=stMain] :is(a[href], button, summary)")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height < 43.5)
  .map((one) => `${one.innerText}: ${one.getBoundingClientRect().height}`)"""


@pytest.mark.parametrize(
    "path",
    [
        "timeline",
        "pledges",
        "pledges?shape=ledger",
        "pledges?shape=compare&asof=2026-03-13&asof2=2025-05-01",
        "pledges?shape=contributions&part=agreements",
        "statements?q=soldiers",
        "country?c=EST",
        "speaker?s=viktor-zorin",
        "event?e=2025-04-10-lakeside-conference",
    ],
)
def test_a_finger_hits_what_can_be_pressed(phone: Visit, server: str, path: str) -> None:
    page = phone.open(f"{server}/{path}")
    if path.startswith(("timeline", "pledges")) and "agreements" not in path:
        phone.chart()
    expect(page.locator(".g-actions")).to_be_visible()
    assert page.evaluate(LOW) == []
    tops = page.locator(".g-actions > *").evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
    assert phone.overflow() <= 0


@pytest.mark.parametrize(
    "path",
    [
        "pledges?focus=DEU",
        "pledges?shape=ledger&focus=DEU-2025-12-03-ground_troops",
        "network?from=2025-01-01&until=2025-12-31&focus=RUS%3EUKR",
        "timeline?from=2025-04-01&until=2025-04-30&focus=2025-04-11-viktor-zorin-targets",
    ],
)
def test_a_finger_hits_what_can_be_pressed_on_a_card(phone: Visit, server: str, path: str) -> None:
    page = phone.open(f"{server}/{path}")
    links = page.locator(".st-key-card").get_by_role("link")
    expect(links.first).to_be_visible()
    low = links.evaluate_all(
        "all => all.map(one => [one.innerText, one.getBoundingClientRect().height]).filter(([, high]) => high < 43.5)"
    )
    assert low == []


def test_a_page_left_before_it_told_its_width_is_left(phone: Visit, server: str) -> None:
    phone.host = urlsplit(server).netloc
    page = phone.page
    for _ in range(3):
        page.goto(f"{server}/pledges")
        page.locator(".g-pages").get_by_role("link", name="Statements").click()
        page.wait_for_url("**/statements*")
        expect(page.locator(".g-reading").filter(has_text="statements by")).to_be_visible()
        phone.settle()
        expect(page.locator(".g-reading").filter(has_text="statements by")).to_be_visible()
