"""The ledger as a reader uses it: a segment opens the words behind it; orders, groups, kinds; on a phone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.strips import click

LEDGER = "pledges?shape=ledger"
MOVED = "DEU-2025-12-03-ground_troops"


def names(chart: Locator) -> list[str]:
    return [text.split(" ·")[0].strip(" ?*\u200b") for text in chart.locator(".ytick text").all_text_contents()]


def choose(page: Page, setting: str, words: str) -> None:
    page.locator(f".g-set-{setting} select").select_option(label=words)


def test_a_segment_opens_the_statement_and_sources_of_its_change(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/{LEDGER}")
    click(visit.chart("pledges_ledger"), MOVED)
    card = page.locator(".g-position").first
    expect(card).to_contain_text("Germany")
    expect(card).to_contain_text("3 December 2025")
    expect(page.locator(".g-card a[href^=http]").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"focus={MOVED}"))
    visit.settle()
    assert not page.get_by_text("Traceback").count()


def test_the_address_opens_the_same_card(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{LEDGER}&focus={MOVED}")
    expect(page.locator(".g-position").first).to_contain_text("3 December 2025")
    assert plain_visit.chart("pledges_ledger").evaluate(
        "chart => chart.layout.shapes.some(one => one.name === 'focus')"
    )


def test_names_stay_in_sight_where_a_card_makes_the_strips_scroll(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{LEDGER}&focus={MOVED}")
    chart, kept = plain_visit.chart("pledges_ledger"), page.locator(".st-key-chart_pledges_ledger .g-kept")
    expect(page.locator(".g-position").first).to_be_visible()
    chart.evaluate("chart => { chart.parentElement.scrollLeft = 0; }")
    expect(kept).to_be_hidden()
    chart.evaluate("chart => { chart.parentElement.scrollLeft = 1000; }")
    assert chart.evaluate("chart => chart.parentElement.scrollLeft") > 0
    expect(kept.get_by_text("Poland")).to_be_in_viewport()
    expect(kept.get_by_text("Declined ·")).to_be_in_viewport()
    assert kept.locator(".ytick text").all_text_contents() == chart.locator(".ytick text").all_text_contents()
    tops = [
        one.locator(".ytick text", has_text="Poland").evaluate("text => text.getBoundingClientRect().top")
        for one in (chart, kept)
    ]
    assert abs(tops[0] - tops[1]) < 1


@pytest.mark.parametrize("country", ["POL", "DEU"])
def test_a_country_in_focus_is_in_sight_as_it_stands_now(plain_visit: Visit, server: str, country: str) -> None:
    page = plain_visit.open(f"{server}/{LEDGER}&focus={country}")
    expect(page.locator(".g-position").first).to_be_visible()
    chart = plain_visit.chart("pledges_ledger")
    seen, whole, at = chart.evaluate(
        "({ parentElement: place }) => [place.clientWidth, place.scrollWidth, place.scrollLeft]"
    )
    assert whole > seen
    assert at + seen > whole - 100


def test_orders_and_groups_change_the_strips_and_the_address(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{LEDGER}")
    chart = plain_visit.chart("pledges_ledger")
    expect(chart.locator(".ytick text").first).to_be_visible()
    choose(page, "sort", "Name")
    expect(page).to_have_url(re.compile("sort=name"))
    expect(page.get_by_text("by name").first).to_be_visible()
    plain_visit.settle()
    found = names(plain_visit.chart("pledges_ledger"))
    assert found == sorted(found)
    choose(page, "group", "NATO")
    expect(chart.get_by_text("NATO · ").first).to_be_visible()
    expect(chart.get_by_text("Others · ").first).to_be_visible()
    expect(page).to_have_url(re.compile("group=NATO"))


def test_several_kinds_share_the_axis(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{LEDGER}&also=naval")
    chart = plain_visit.chart("pledges_ledger")
    expect(chart.get_by_text("Ground troops · ").first).to_be_visible()
    expect(chart.get_by_text("Naval").first).to_be_visible()
    expect(page.locator(".g-sentence")).to_contain_text("beside it on naval forces")
    assert chart.locator(".xaxislayer-above").count() <= 1


def test_only_voices_that_bind(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{LEDGER}&voices=binding")
    assert "Netherlands" not in names(plain_visit.chart("pledges_ledger"))
    expect(page.locator(".g-reading")).not_to_contain_text("hollow")
    plain_visit.open(f"{server}/{LEDGER}")
    assert "Netherlands" in names(plain_visit.chart("pledges_ledger"))


def test_on_a_phone_no_word_begins_before_the_chart(phone: Visit, server: str) -> None:
    phone.open(f"{server}/{LEDGER}")
    begins = phone.chart("pledges_ledger").evaluate(
        "chart => Math.min(...[...chart.querySelectorAll('.annotation text')].map(it => it.getClientRects()[0].left))"
    )
    assert begins >= 0


def test_on_a_phone_names_stand_above_their_strips(phone: Visit, server: str) -> None:
    phone.open(f"{server}/{LEDGER}")
    chart = phone.chart("pledges_ledger")
    expect(chart.get_by_text("Poland").first).to_be_visible()
    expect(chart.locator(".ytick text")).to_have_count(0)
    assert phone.overflow() <= 0


def test_the_published_page_shows_the_same(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/{LEDGER}&group=EU&sort=last")
    expect(page.locator(".sentence")).to_contain_text("members first: European Union")
    expect(page.locator("#chart .barlayer .point").first).to_be_attached()
