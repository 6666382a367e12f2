"""The window of the timeline: brushed along the strip of weeks, chosen by a click, by presets, by keyboard."""

import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.lines import click, drag


def window(page: Page) -> list[dt.date]:
    """First and last day as the address has them."""
    query = parse_qs(urlsplit(page.url).query)
    return [dt.date.fromisoformat(query[key][0]) for key in ("from", "until")]


def test_a_brush_along_the_strip_sets_the_dates(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/timeline")
    drag(visit.chart("timeline_lanes_weeks"), "2025-03-01", "2025-07-01")
    expect(page).to_have_url(re.compile("from=2025-0[23]-"))
    visit.settle()
    for found, wanted in zip(window(page), (dt.date(2025, 3, 1), dt.date(2025, 7, 1)), strict=True):
        assert abs((found - wanted).days) <= 2
    expect(page.locator(".g-sentence")).to_contain_text("2025")
    expect(visit.chart("timeline_lanes").get_by_text("Lakeside Conference on").first).to_be_visible()


def test_a_brush_beyond_the_strips_end_stays_within_what_is_covered(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline")
    drag(plain_visit.chart("timeline_lanes_weeks"), "2026-03-01", "2026-07-30")
    expect(page).to_have_url(re.compile("until=2026-07-05"))
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_click_on_a_week_moves_the_window_there(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline")
    click(plain_visit.chart("timeline_lanes_weeks"), "2025-04-07..2025-04-13")
    expect(page).to_have_url(re.compile("from=2025-04-07&until=2025-04-13"))


def test_presets_change_the_window_around_the_focus(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?from=2025-04-01&until=2025-04-30&focus=2025-04-11-viktor-zorin-targets")
    zoom = page.get_by_role("group", name="Zoom")
    zoom.get_by_role("link", name="One year").click()
    expect(page).to_have_url(re.compile("from=2024-10-11&until=2025-10-10"))
    expect(zoom.locator("[aria-current]")).to_have_text("1 y")
    expect(page.locator(".st-key-card")).to_contain_text("Viktor Zorin")
    zoom.get_by_role("link", name="All that is covered").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("from=2021-12-17&until=2026-07-05"))


def test_the_next_item_is_a_step_away(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?from=2025-04-01&until=2025-04-30&focus=2025-04-11-viktor-zorin-targets")
    page.get_by_role("group", name="Item").get_by_role("link", name="Next").click()
    expect(page.locator(".st-key-card h3").first).not_to_contain_text("Zorin")
    expect(page).to_have_url(re.compile("focus=2025-04-11-(bruno|remo)"))
