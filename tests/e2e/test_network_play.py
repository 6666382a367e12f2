"""The network plays: windows move in the browser, and the one where the reader rests stands in the address."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Visit


def test_a_step_moves_the_window_and_the_address_follows(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?from=2025-04-01&until=2025-04-30")
    plain_visit.chart()
    page.get_by_role("button", name="Later window").click()
    expect(page).to_have_url(re.compile("from=2025-05-02&until=2025-05-31"))
    expect(page.locator(".g-sentence")).to_contain_text("2–31 May 2025")
    expect(page.get_by_role("button", name="Later window")).to_be_visible()


def test_from_where_only_thin_coverage_is_left_it_plays_from_the_start(plain_visit: Visit, server: str) -> None:
    page = plain_visit.page
    plain_visit.open(f"{server}/network?from=2025-12-14&until=2026-03-13")
    page.emulate_media(reduced_motion="no-preference")
    plain_visit.chart()
    control = page.locator(".g-play")
    slider = control.get_by_role("slider")
    at, most = slider.evaluate("node => [Number(node.value), Number(node.max)]")
    assert 0 < at < most
    control.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function("at => Number(document.querySelector('.g-play [type=range]').value) < at", arg=at)
