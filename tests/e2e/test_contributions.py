"""Contributions as a reader finds them: totals, months, agreements and announcements, each with what is behind it."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.bars import click
from tests.e2e.conftest import Visit

SHAPE = "pledges?shape=contributions"


def test_a_donor_opens_each_release_and_leads_to_its_months(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/{SHAPE}")
    click(visit.chart("pledges_contributions"), "DEU")
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Release 30")
    expect(card).to_contain_text("Release 29")
    card.get_by_role("link", name="Month by month").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("month by month: Kiel release 29")
    expect(page.locator(".g-reading")).to_contain_text("0.50% of GDP (joint 1st of 4 states)")
    expect(page).to_have_url(re.compile("c=DEU.*part=months|part=months.*c=DEU"))


def test_months_change_from_running_total_to_each_month(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{SHAPE}&part=months&c=FRA")
    plain_visit.chart("pledges_contributions")
    page.locator(".g-settings").get_by_role("link", name="Each month").click()
    expect(page).to_have_url(re.compile("pace=monthly"))
    expect(page.locator(".g-sentence")).to_contain_text("each month")


MONTH = re.compile(r"^(France|Germany), \w+ 20\d\d\s?(Military|Financial|Humanitarian|nothing)")


def test_every_month_is_read_out_by_keys(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{SHAPE}&part=months&c=FRA&c=DEU")
    plain_visit.chart("pledges_contributions").focus()
    told, said = page.locator(".g-told"), list[str]()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        expect(told).to_have_text(
            re.compile(r"^(France|Germany), \w+ 20\d\d\s?(Military|Financial|Humanitarian|nothing)")
        )
        said.append(told.inner_text())
    assert len({*said}) == len(said)


def test_an_announcement_opens_its_doubt_and_leads_to_the_same_money(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/{SHAPE}&part=items&c=CAN")
    listed = page.locator(".g-offers:visible")
    expect(listed).to_contain_text("C$500 million")
    listed.get_by_role("link", name="weapons, 20 Aug 2025").click()
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Delivered · weapons")
    card.get_by_role("link", name="funding, 18 Jun 2025").click()
    expect(card).to_contain_text("Two figures are given")


def test_a_stop_stands_in_its_own_column(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{SHAPE}&part=items")
    offered = page.locator(".g-offered", has_text="Germany promised a battery").bounding_box()
    stopped = page.locator(".g-refused", has_text="Washington stopped").bounding_box()
    assert offered
    assert stopped
    assert offered["x"] + offered["width"] <= stopped["x"]


def test_an_agreement_leads_to_its_document_and_its_event(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{SHAPE}&part=agreements")
    row = page.get_by_role("row", name="United Kingdom")
    expect(row).to_contain_text("10 years")
    row.get_by_role("link", name="Agreement").click()
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Britain signed a ten-year agreement")
    expect(row.get_by_role("link", name="event")).to_be_hidden()
    card.locator("a[href^='event?e=']").click()
    expect(page).to_have_url(re.compile(r"/event\?e="))


@pytest.mark.parametrize("part", ["totals", "months", "agreements", "items"])
def test_each_part_fits_a_phone_and_is_published(phone: Visit, server: str, part: str) -> None:
    phone.open(f"{server}/{SHAPE}&part={part}")
    assert phone.overflow() <= 0
    page = phone.open_plain(f"{server}/view/{SHAPE}&part={part}")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    assert phone.overflow() <= 0
    expect(page.locator("#chart .barlayer .point, table, .g-offers").locator("visible=true").first).to_be_visible()
