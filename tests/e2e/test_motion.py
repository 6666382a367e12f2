"""Who minds motion is offered steps instead of play; what plays already stops when the wish comes."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit


@pytest.mark.parametrize("place", ["pledges", "network"])
def test_who_minds_motion_is_offered_steps_and_no_play(plain_visit: Visit, server: str, place: str) -> None:
    page = plain_visit.open(f"{server}/{place}")
    control = page.locator(".g-play")
    expect(control.get_by_role("button", name=re.compile("^Earlier"))).to_be_visible()
    play = control.get_by_role("button", name=re.compile("^Play"))
    expect(play).to_have_count(0)
    page.emulate_media(reduced_motion="no-preference")
    expect(play).to_be_visible()
    page.emulate_media(reduced_motion="reduce")
    expect(play).to_have_count(0)


@pytest.mark.parametrize("place", ["pledges", "network"])
def test_who_comes_to_mind_motion_sees_it_stop(plain_visit: Visit, server: str, place: str) -> None:
    page = plain_visit.open(f"{server}/{place}")
    page.emulate_media(reduced_motion="no-preference")
    control = page.locator(".g-play")
    control.get_by_role("button", name="Play").click()
    expect(page.locator("html[data-playing]")).to_be_attached()
    page.emulate_media(reduced_motion="reduce")
    expect(page.locator("html:not([data-playing])")).to_be_attached()
    slider = control.get_by_role("slider")
    expect(slider).not_to_have_value(slider.get_attribute("max") or "")


def test_who_comes_to_mind_motion_sees_the_slides_stop(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/present/pledges?asof=2022-04-11")
    page.emulate_media(reduced_motion="no-preference")
    expect(page.locator("body[data-step]")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator("body[data-playing]")).to_be_attached()
    page.emulate_media(reduced_motion="reduce")
    expect(page.locator("body:not([data-playing])")).to_be_attached()
    stopped = int(page.locator("body").get_attribute("data-step") or 0)
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"body[data-step='{stopped + 1}']")).to_be_attached()


def test_who_minds_motion_sees_no_slides_pass_by_themselves(plain_visit: Visit, server: str) -> None:
    """Space, which plays, says that it doesn't; the arrows still step."""
    page = plain_visit.open_plain(f"{server}/present/pledges?asof=2025-04-11")
    expect(page.locator("body[data-step]")).to_be_visible()
    sentence = page.frame_locator("iframe.front").locator(".sentence")
    expect(sentence).to_contain_text("11 April 2025")
    page.keyboard.press("Space")
    expect(page.locator("body[data-playing]")).to_have_count(0)
    page.keyboard.press("ArrowLeft")
    expect(sentence).to_contain_text("10 April 2025")
