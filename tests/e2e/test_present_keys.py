"""The keys of a presentation: told in a line at the start, in full on request, and what they do."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Visit
from tests.e2e.presenting import FRAMES, SLIDE, present, shown


@pytest.fixture
def lively(browser: Browser) -> Iterator[Visit]:
    """A visit by someone who doesn't mind motion."""
    made = Visit(browser)
    made.page.emulate_media(reduced_motion="no-preference")
    yield made
    made.close()


def test_a_line_at_the_start_names_the_chief_keys_until_the_first_one(lively: Visit, server: str) -> None:
    page = present(lively, f"{server}/present/pledges?asof=2025-04-10")
    hint, keys = page.locator("#hint"), page.locator("#keys")
    expect(hint).to_have_text("→ next change day · Space plays · H shows the keys", use_inner_text=True)
    line, title = hint.bounding_box(), shown(page).locator("h1").bounding_box()
    assert line
    assert title
    assert line["height"] < 40
    assert line["y"] + line["height"] <= title["y"]
    assert keys.is_hidden()
    page.keyboard.press("ArrowRight")
    assert hint.is_hidden()
    assert keys.is_hidden()
    page.keyboard.press("h")
    expect(keys).to_be_visible()
    assert hint.is_hidden()


def test_the_keys_are_told_on_request_alone(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/pledges?asof=2025-04-10")
    keys = page.get_by_role("region", name="Keys")
    expect(page.locator("#hint")).not_to_contain_text("Space", use_inner_text=True)
    expect(keys).to_be_hidden()
    for key in ("h", "?"):
        page.keyboard.press(key)
        expect(keys).to_contain_text("Next change day")
        page.keyboard.press(key)
        expect(keys).to_be_hidden()
    page.keyboard.press("h")
    expect(keys).to_contain_text("Nothing plays: this device asks for less motion")
    page.get_by_role("button", name="Next change day").click()
    expect(shown(page).locator(".sentence")).to_contain_text("as of 11 April 2025")
    page.keyboard.press("Space")
    assert page.locator("body").get_attribute("data-playing") is None


def test_the_first_key_that_steps_closes_the_keys_which_cover_no_reading(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/pledges?asof=2025-04-10")
    page.keyboard.press("h")
    expect(page.locator("#keys")).to_be_visible()
    keys, reading = page.locator("#keys").bounding_box(), shown(page).locator(".reading").bounding_box()
    assert keys
    assert reading
    assert 0 < keys["y"] < keys["y"] + keys["height"] < reading["y"]
    assert keys["x"] > SLIDE[0] / 2
    page.keyboard.press("ArrowRight")
    assert page.locator("#keys").is_hidden()


def test_where_nothing_is_stepped_through_nothing_is_said_of_steps(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/pledges?shape=contributions&nonsense=1")
    hint = page.locator("#hint")
    expect(hint).to_have_text("“nonsense” is no filter here · H shows the keys", use_inner_text=True)
    sentence = shown(page).locator(".sentence").inner_text()
    page.keyboard.press("ArrowRight")
    assert shown(page).locator(".sentence").inner_text() == sentence
    assert hint.is_hidden()
    page.keyboard.press("?")
    expect(page.locator("#keys .notice")).to_have_text("“nonsense” is no filter here.")
    expect(page.locator("#keys")).not_to_contain_text("step")


def test_statements_are_stepped_through_one_by_one(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/statements")
    words = shown(page).locator(".g-hits > li").first.locator("h2").inner_text()
    page.keyboard.press("ArrowRight")
    expect(shown(page).locator(".g-quotecard")).to_contain_text(words.split(",")[0].split(" on ")[0])
    expect(page).to_have_url(re.compile(r"/present/statements\?.*focus="))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(rf"{server}/statements\?.*focus="))


def test_escape_without_a_network_keeps_the_talk_on_the_screen(plain_visit: Visit, server: str) -> None:
    page = present(plain_visit, f"{server}/present/pledges?asof=2025-04-10")
    start = int(page.locator("body").get_attribute("data-step") or "")
    expect(page.locator("iframe[data-step]")).to_have_count(FRAMES)
    page.context.set_offline(True)
    page.keyboard.press("Escape")
    expect(page.locator("#edge")).to_contain_text("Offline: the app can’t be reached; ")
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"body[data-step='{start + 1}']")).to_be_attached()
    page.context.set_offline(False)
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(rf"{server}/pledges\?"))
    plain_visit.expected.add("net::ERR_INTERNET_DISCONNECTED")


def test_space_plays_and_pauses(lively: Visit, server: str) -> None:
    page = present(lively, f"{server}/present/pledges?asof=2025-04-10")
    start = int(page.locator("body").get_attribute("data-step") or "")
    page.keyboard.press("Space")
    expect(page.locator(f"body[data-playing][data-step='{start + 1}']")).to_be_attached()
    expect(page.locator(f"body[data-playing][data-step='{start + 2}']")).to_be_attached()
    page.keyboard.press("Space")
    expect(page.locator("body:not([data-playing])")).to_be_attached()
