"""What promises hang on, as a reader finds it: choose all kinds, click a bar, read who named it, follow a name."""

import re

from playwright.sync_api import expect

from tests.e2e.bars import click
from tests.e2e.conftest import Visit

SHAPE = "pledges?shape=conditions"


def test_a_bar_opens_who_named_the_condition_and_where_it_was_said(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/{SHAPE}")
    page.locator(".g-settings").get_by_role("link", name="All kinds").click()
    expect(page).to_have_url(re.compile("over=all"))
    visit.settle()
    click(visit.chart("pledges_conditions"), "us_backstop")
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Named in the current row: 1")
    expect(card).to_contain_text("Named 10 Apr 2025, not repeated since")
    expect(page).to_have_url(re.compile("focus=us_backstop"))
    card.get_by_role("link", name="United Kingdom").click()
    expect(page).to_have_url(re.compile(r"/country\?c=GBR"))


def test_one_address_answers_in_another_browser(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{SHAPE}&over=all&focus=us_backstop")
    expect(page.locator(".st-key-card")).to_contain_text("US backstop")
    expect(page.locator(".g-reading")).to_contain_text("US backstop: named now by France")
    page.locator(".g-close").click()
    listed = page.locator(".g-hanging")
    expect(listed).to_contain_text("End of the fighting")
    listed.get_by_role("link", name="UN mandate").click()
    expect(page.locator(".st-key-card")).to_contain_text("Italy")
    page.go_back()
    expect(listed).to_be_visible()


def test_a_number_tells_its_rows_and_its_rule(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{SHAPE}")
    page.get_by_role("button", name="Why these numbers?").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("1 · Vote of parliament").click()
    expect(dialog).to_contain_text("ended on 10 February 2026")


def test_on_a_phone_the_list_comes_first_and_nothing_scrolls_sideways(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/{SHAPE}&over=all")
    chart = phone.chart("pledges_conditions").bounding_box()
    listed = page.locator(".g-hanging").bounding_box()
    assert chart
    assert listed
    assert listed["y"] < chart["y"]
    assert phone.overflow() <= 0


def test_the_published_page_shows_bars_and_names(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/{SHAPE}&over=all")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    expect(page.locator("#chart .barlayer .point").first).to_be_attached()
    expect(page.locator(".aside .g-hanging:visible")).to_contain_text("Türkiye")
