"""A view on the whole screen: its steps are there before they are asked for, whatever the network does."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.canvases import LEAST, STUMBLES
from tests.e2e.conftest import Visit
from tests.e2e.presenting import FRAMES, limited, present, seen, shown

PROJECTOR, LARGE = (1280, 720), (3840, 2160)
# A key pressed, and what is seen when the browser has heard of it, before anything else can happen.
PRESSED = """key => {
  window.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
  const page = document.querySelector("iframe.front").contentDocument;
  return page.querySelector(".sentence").textContent + (page.querySelector("#chart .main-svg") ? "" : " without chart");
}"""
SMALL = """least => [...document.querySelectorAll("#stage p, #keys *")]
  .filter((node) => node.checkVisibility() && parseFloat(getComputedStyle(node).fontSize) < least)
  .map((node) => node.textContent)"""


def drawn(page: Page, step: int) -> None:
    """Wait until a step is drawn, seen or not."""
    expect(page.locator(f"iframe[data-step='{step}']")).to_be_attached()


def letters(page: Page) -> list[str]:
    """What stands on the map."""
    return shown(page).locator("#chart .scattergeo text").all_text_contents()


def test_until_the_first_step_is_there_a_quiet_line_says_that_it_is_coming(plain_visit: Visit, server: str) -> None:
    page, held = plain_visit.page, list[Route]()
    is_held = True
    page.set_viewport_size({"width": LARGE[0], "height": LARGE[1]})
    page.route("**/view/pledges?*", lambda route: held.append(route) if is_held else route.continue_())
    plain_visit.open_plain(f"{server}/present/pledges?asof=2025-04-10")
    line = page.locator("#edge")
    expect(line).to_have_text("Loading …")
    expect(line).to_have_css("opacity", "1")
    expect(line).to_be_in_viewport(ratio=1)
    is_held = False
    held[0].continue_()
    expect(page.locator("body[data-step]")).to_be_visible()
    expect(line).to_have_text("")


def test_arrow_keys_step_through_the_days_and_all_of_the_view_follows(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/pledges?asof=2025-04-10")
    view = shown(page)
    expect(view.locator(".sentence")).to_contain_text("as of 10 April 2025")
    before = letters(page), view.locator(".aside").inner_text(), view.locator(".reading").inner_text()
    page.keyboard.press("ArrowRight")
    expect(view.locator(".sentence")).to_contain_text("as of 11 April 2025")
    expect(view.locator(".reading")).to_contain_text("On 11 April 2025")
    after = letters(page), view.locator(".aside").inner_text(), view.locator(".reading").inner_text()
    assert all(old != new for old, new in zip(before, after, strict=True))
    expect(page).to_have_url(re.compile(r"/present/pledges\?.*asof=2025-04-11"))
    expect(page).to_have_title(re.compile(r"\w · As of 11 April 2025 · Guarantees$"))
    page.reload()
    expect(shown(page).locator(".sentence")).to_contain_text("as of 11 April 2025")
    page.keyboard.press("PageUp")
    expect(shown(page).locator(".sentence")).to_contain_text("as of 10 April 2025")
    page.keyboard.press("End")
    expect(shown(page).locator(".sentence")).to_contain_text("as of 10 February 2026")
    page.keyboard.press("Home")
    expect(shown(page).locator(".sentence")).to_contain_text("as of 20 March 2025")


def test_all_steps_are_fetched_while_nothing_else_is_asked_and_last_when_the_network_drops(
    plain_visit: Visit, server: str
) -> None:
    page = present(plain_visit, f"{server}/present/network?from=2025-01-01&until=2025-03-31")
    first = int(page.locator("body").get_attribute("data-step") or "")
    every = page.evaluate("JSON.parse(document.getElementById('walk').textContent).steps.length")
    assert first > 12 < every - first
    expect(page.locator(f"body[data-held='{every}']")).to_be_attached(timeout=30_000)
    expect(page.locator("iframe[data-step]")).to_have_count(FRAMES)
    page.route("**/*", lambda route: route.abort())
    assert "2025" in page.evaluate(PRESSED, "ArrowRight")
    for key, step in (("End", every - 1), ("ArrowLeft", every - 2), ("Home", 0), ("ArrowRight", 1)):
        page.keyboard.press(key)
        expect(page.locator(f"body[data-step='{step}']")).to_be_attached()
        expect(shown(page).locator(".reading, .said").first).to_be_visible()
    expect(page.locator("#edge")).to_have_text("")
    plain_visit.expected.add("net::ERR_FAILED")


def test_offline_it_says_how_far_it_can_go_and_goes_on_at_once_when_it_can(plain_visit: Visit, server: str) -> None:
    limited(plain_visit.page, 12)
    page = present(plain_visit, f"{server}/present/timeline?from=2026-01-01&until=2026-01-07")
    edge, first = page.locator("#edge"), int(page.locator("body").get_attribute("data-step") or "")
    expect(edge).to_have_text("Offline: 5 steps ahead, 4 back")
    expect(page.locator("iframe[data-step]")).to_have_count(FRAMES)
    for step in range(first + 1, first + 6):
        drawn(page, step)
        assert "2026" in page.evaluate(PRESSED, "ArrowRight")
        assert page.locator("body").get_attribute("data-step") == str(step)
    page.keyboard.press("ArrowRight")
    expect(edge).to_contain_text("Offline: no step ahead")
    expect(page.locator(f"body[data-step='{first + 5}']")).to_be_attached()
    for step in range(first + 4, first - 5, -1):
        page.keyboard.press("ArrowLeft")
        expect(page.locator(f"body[data-step='{step}']")).to_be_attached()
    page.keyboard.press("ArrowLeft")
    expect(edge).to_contain_text("none back")
    page.unroute("**/view/**")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.keyboard.press("ArrowLeft")
    # the key before counts too if what it asked for was under way when the network came back
    expect(page.locator(f"body:is([data-step='{first - 5}'], [data-step='{first - 6}'])")).to_be_attached()
    expect(edge).to_have_text("")
    plain_visit.expected.add("net::ERR_FAILED")


def test_a_key_pressed_when_the_network_is_back_counts_though_an_old_request_still_fails(
    plain_visit: Visit, server: str
) -> None:
    limited(plain_visit.page, 12)
    page = present(plain_visit, f"{server}/present/timeline?from=2026-01-01&until=2026-01-07")
    first, held = int(page.locator("body").get_attribute("data-step") or ""), list[Route]()
    expect(page.locator("#edge")).to_have_text("Offline: 5 steps ahead, 4 back")
    page.unroute("**/view/**")
    page.route("**/view/**", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/view/**"):
        page.keyboard.press("ArrowRight")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    for _ in range(FRAMES + 1):
        page.keyboard.press("ArrowLeft")
    held[0].abort()
    expect(page.locator(f"body[data-step='{first - FRAMES}']")).to_be_attached()
    plain_visit.expected.add("net::ERR_FAILED")


def test_escape_lands_in_the_app_at_the_day_reached(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/pledges?asof=2025-04-10&c=FRA&c=DEU")
    page.keyboard.press("PageDown")
    expect(shown(page).locator(".sentence")).not_to_contain_text("10 April 2025")
    day = (shown(page).locator(".sentence").inner_text()).partition("as of ")[2]
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(rf"{server}/pledges\?"))
    plain_visit.settle()
    expect(page.locator(".g-sentence")).to_contain_text(f"as of {day}")
    expect(page.locator(".g-sentence")).to_contain_text("France and Germany")


def test_keys_are_heard_from_within_the_chart_and_links_lead_nowhere(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/pledges?asof=2025-04-10")
    expect(page.locator("#keys")).to_be_hidden()
    shown(page).locator("#chart").click(position={"x": 8, "y": 8})
    shown(page).locator(".aside a").first.click()
    for day in ("11 April 2025", "12 April 2025"):
        page.keyboard.press("ArrowRight")
        expect(shown(page).locator(".sentence")).to_contain_text(f"as of {day}")


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("timeline?from=2025-04-01&until=2025-04-30", "1–30 April 2025", "1–30 May 2025"),
        ("network?from=2025-04-01&until=2025-04-30", "1–30 April 2025", "2–31 May 2025"),
        ("pledges?shape=ledger&until=2025-04-11", "11 April 2025", "12 April 2025"),
    ],
)
def test_windows_move(visit: Visit, server: str, path: str, first: str, second: str) -> None:
    page = present(visit, f"{server}/present/{path}&theme={visit.scheme}")
    expect(shown(page).locator(".sentence")).to_contain_text(first)
    page.keyboard.press("ArrowRight")
    expect(shown(page).locator(".sentence")).to_contain_text(second)
    expect(shown(page).locator("#chart .main-svg").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"theme={visit.scheme}"))


@pytest.mark.parametrize("size", [PROJECTOR, LARGE])
@pytest.mark.parametrize("path", ["pledges?asof=2025-04-10", "timeline?from=2025-03-01", "network"])
def test_a_screen_is_filled_and_nothing_is_cut(visit: Visit, server: str, path: str, size: tuple[int, int]) -> None:
    page = present(visit, f"{server}/present/{path}", size)
    assert page.locator("iframe.front").bounding_box() == {"x": 0, "y": 0, "width": size[0], "height": size[1]}
    expect(shown(page).locator(f"html[data-theme={visit.scheme}]")).to_be_attached()
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("h")
    keys = page.locator("#keys").bounding_box()
    assert keys
    assert keys["x"] > 0 < keys["y"]
    assert keys["x"] + keys["width"] < size[0] > size[1] > keys["y"] + keys["height"]
    assert not page.evaluate(SMALL, LEAST)
    assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [*size]
    assert not seen(page).evaluate(STUMBLES, LEAST)


def test_another_shape_of_window_leaves_bars(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/pledges", (1024, 768))
    assert page.locator("iframe.front").bounding_box() == {"x": 0, "y": 96, "width": 1024, "height": 576}
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(page.locator("iframe.front")).to_be_in_viewport(ratio=1)
    assert page.locator("iframe.front").bounding_box() == {"x": 0, "y": 0, "width": 1280, "height": 720}
