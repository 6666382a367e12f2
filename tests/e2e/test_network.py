"""The network as a reader uses it: what is clicked opens, settings and windows stand in the address."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import ties
from tests.e2e.conftest import Visit

YEAR = "from=2025-04-01&until=2026-03-13"


def card(page: Page) -> str:
    """The selector of the card of what is in focus."""
    expect(page.locator(".st-key-card")).to_be_visible()
    return ".st-key-card"


def test_the_network_names_every_actor(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/network?{YEAR}")
    chart = visit.chart()
    for name in ("Ukraine", "Russia", "France", "United Kingdom"):
        expect(chart.get_by_text(name, exact=True)).to_be_visible()
    expect(page.get_by_text("1 April 2025 – 13 March 2026").first).to_be_visible()


def test_a_click_on_a_node_opens_its_statements_and_fades_the_rest(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}")
    ties.click(plain_visit.chart(), "EU")
    expect(page).to_have_url(re.compile("focus=EU"))
    expect(page.locator(card(page))).to_contain_text("EU on others: 1 statement")
    expect(page.locator(card(page))).to_contain_text("Calder announced the package.")
    expect(page.locator(".g-sentence")).to_contain_text("Statements of and about the EU")
    page.get_by_role("link", name="Close").click()
    expect(page).not_to_have_url(re.compile("focus="))


def test_a_click_on_empty_ground_takes_the_focus_off(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}&focus=EU")
    chart = plain_visit.chart()
    chart.scroll_into_view_if_needed()
    chart.click(position={"x": 3, "y": 3})
    expect(page).not_to_have_url(re.compile("focus="))
    expect(page.locator(".st-key-card")).to_have_count(0)


def test_a_click_on_an_edge_opens_its_statements_with_their_tone(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}&focus=RUS")
    ties.click(plain_visit.chart(), "RUS>UKR")
    expect(page).to_have_url(re.compile("focus=RUS%3EUKR"))
    expect(page.locator(card(page))).to_contain_text("Russia on Ukraine: 3 statements")
    expect(page.locator(card(page)).locator(".g-tone-hostile")).to_have_count(2)
    page.locator(card(page)).get_by_role("link", name="Russia", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/country\?c=RUS"))


def test_a_path_is_asked_for_in_the_sidebar(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}&focus=EU")
    asked = page.get_by_role("combobox", name="Path from the focus to")
    asked.click()
    asked.fill("France")
    expect(page.get_by_role("option", name="France", exact=True)).to_be_visible()
    asked.press("Enter")
    expect(page).to_have_url(re.compile("to=FRA"))
    expect(page.locator(card(page))).to_contain_text("2. Russia on France: 2 statements")
    expect(page.locator(".g-reading")).to_contain_text("the shortest path from the EU to France has 2 ties")


def test_the_fold_is_a_setting_in_the_address(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}")
    page.locator(".g-set-fold select").select_option(label="Persons")
    expect(page).to_have_url(re.compile("fold=persons"))
    expect(plain_visit.chart().get_by_text("Viktor Zorin", exact=True)).to_be_visible()
    expect(page.locator(".g-sentence")).to_contain_text("persons on persons only")


def test_two_steps_show_more_than_one(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}&focus=EU")
    expect(page.locator(".g-proof")).to_contain_text("2 of 37 ties")
    page.locator(".g-set-steps").get_by_text("Two steps").click()
    expect(page).to_have_url(re.compile("steps=2"))
    expect(page.locator(".g-proof")).to_contain_text("12 of 37 ties")


def test_windows_step_back_and_forth(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?from=2025-04-01&until=2025-04-30")
    page.get_by_role("link", name="1–30 May 2025 ▶").click()
    expect(page.locator(".g-sentence")).to_contain_text("1–30 May 2025")
    page.get_by_role("link", name="◀ 1–30 April 2025").click()
    expect(page.locator(".g-sentence")).to_contain_text("1–30 April 2025")
