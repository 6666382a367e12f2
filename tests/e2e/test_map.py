"""The map as a reader uses it: frames, voices, the EU on its members, a country clicked, an empty day."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.maps import click

DAY = "asof=2025-12-31"


def test_the_world_is_a_click_away_and_part_of_the_link(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?{DAY}")
    chart = plain_visit.chart("pledges_map")
    expect(chart.get_by_text("Beyond this frame")).to_be_visible()
    page.get_by_text("World", exact=True).first.click()
    expect(page).to_have_url(re.compile("framing=world"))
    expect(chart.get_by_text("Beyond this frame")).to_have_count(0)
    click(chart, "CAN")
    expect(page.locator(".st-key-card")).to_contain_text("Canada")


def test_only_other_voices_leave_only_outlines(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?{DAY}&voices=others")
    expect(page.locator(".g-sentence")).to_contain_text("only voices that don’t bind")
    expect(page.locator(".g-answers")).to_contain_text("Not counted")
    expect(page.locator(".g-answers h2")).to_have_count(1)


def test_the_eu_on_its_members_is_said_in_sentence_reading_and_badge(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/pledges?kind=training&phase=standing&eu=members")
    expect(page.locator(".g-sentence")).to_contain_text("members of the EU coloured by its own position")
    expect(page.locator(".g-reading")).to_contain_text("members of the EU are coloured by the EU’s own position")
    expect(page.locator(".g-badge")).to_contain_text("its members are in its colour")
    chart = visit.chart("pledges_map")
    click(chart, "EST")
    expect(page).to_have_url(re.compile("focus=EST"))


@pytest.mark.parametrize("actor", ["FRA", "DEU", "GBR"])
def test_a_country_leads_to_its_card(plain_visit: Visit, server: str, actor: str) -> None:
    page = plain_visit.open(f"{server}/pledges?{DAY}")
    click(plain_visit.chart("pledges_map"), actor)
    expect(page).to_have_url(re.compile(f"focus={actor}"))
    expect(page.locator(".st-key-card .g-position, .st-key-card article").first).to_be_visible()


def test_a_day_before_the_debate_leads_to_the_one_that_there_was(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?asof=2024-06-01")
    page.locator(".st-key-empty").get_by_role("link", name=re.compile("during the war")).click()
    expect(page).to_have_url(re.compile("phase=wartime"))
    expect(page.locator(".g-answers")).to_contain_text("Poland")


def test_a_number_opens_its_rows_and_those_near_it(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?{DAY}")
    page.locator(".g-why-ask").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("not counted").first).to_be_visible()
    expect(dialog.locator(".g-why-rows")).to_be_visible()
