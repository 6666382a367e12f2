"""The selection lives in the address: links reproduce it, Back and Forward step through what the reader did."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.conftest import Visit

AFTER, DURING = re.compile("after the fighting"), re.compile("during the war")


def test_back_and_forward_step_through_what_the_reader_did(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    sentence = page.locator(".g-sentence")
    expect(sentence).to_have_text(AFTER)
    page.locator("[data-name=phase]").get_by_text("During the war").click()
    expect(sentence).to_have_text(DURING)
    page.locator(".g-set-shape").get_by_text("Ledger").click()
    expect(page).to_have_url(re.compile("phase=wartime.*shape=ledger"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("shape=ledger"))
    expect(sentence).to_have_text(re.compile("during the war, as of"))
    page.go_back()
    expect(sentence).to_have_text(AFTER)
    page.go_forward()
    expect(sentence).to_have_text(DURING)
    expect(page).to_have_url(re.compile("phase=wartime"))


def test_a_link_opens_the_same_view_elsewhere(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?c=FRA&c=DEU&asof=2025-06-01&framing=world")
    said = page.locator(".g-sentence").inner_text()
    page.locator(".g-menu-link summary").click()
    address = page.locator(".g-address")
    expect(address).to_contain_text(server)
    page.goto(address.inner_text().strip())
    plain_visit.settle()
    expect(page.locator(".g-sentence")).to_have_text(said)
    expect(page.locator(".g-chips")).to_contain_text("Germany")


def test_a_link_is_told_even_if_it_was_asked_for_before_the_page_listened(plain_visit: Visit, server: str) -> None:
    held: list[Route] = []
    page = plain_visit.page
    page.route(re.compile(r"bridge[^/]*\.js"), lambda route: held.append(route))
    plain_visit.open_plain(f"{server}/pledges?c=FRA")
    page.locator(".g-menu-link summary").click()
    address = page.locator(".g-address")
    expect(address).to_be_attached()
    expect(address).to_be_empty()
    for one in held:
        one.continue_()
    expect(address).to_contain_text(server)


def test_filters_come_along_to_another_page_and_settings_stay(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?c=FRA&framing=world")
    page.locator(".g-pages").get_by_text("Timeline").click()
    expect(page).to_have_url(re.compile(r"/timeline\?c=FRA$"))
    expect(page.locator(".g-chips").get_by_role("link", name="Take off: France")).to_be_visible()


def test_a_chip_takes_its_filter_off(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?c=FRA&c=DEU&topic=ceasefire")
    page.locator(".g-chips").get_by_role("link", name="Take off: France").click()
    expect(page).to_have_url(re.compile(r"\?c=DEU&topic=ceasefire$"))
    page.locator(".g-chips").get_by_role("link", name="Reset", exact=True).click()
    expect(page).to_have_url(re.compile(r"/timeline$"))


def test_a_preset_is_chosen_from_a_menu_that_closes(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?shape=ledger&c=FRA")
    page.locator(".g-menu-presets summary").click()
    page.get_by_text("The wartime debate of 2024").click()
    expect(page).to_have_url(re.compile("from=2024-.*until=2024-12-31.*c=FRA.*phase=wartime"))
    expect(page.locator(".g-sentence")).to_have_text(re.compile("of France, during the war, .* 31 December 2024"))
    expect(page.get_by_text("Since the invasion")).not_to_be_visible()


@pytest.mark.parametrize("path", ["timeline", "pledges", "network", "statements", "country", "speaker", "event"])
def test_a_hostile_address_never_breaks_a_page(plain_visit: Visit, server: str, path: str) -> None:
    hostile = "c=%3Cscript%3Ealert(1)%3C/script%3E&asof=9999-99-99&focus=..%2F..&shape=zzz&at=-1&group=%00&kiel=x"
    page = plain_visit.open(f"{server}/{path}?{hostile}&{'q=' + 'x' * 3000}")
    expect(page.get_by_role("status").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)
