"""Profiles as a reader uses them: from a view to a country, to what was said, to where it was said, and back."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Visit

EVENT = "2025-04-10-lakeside-conference"


def test_the_walk_from_pledges_to_country_to_statement_to_event_and_back(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/pledges?asof=2025-12-31&focus=EST")
    visit.chart()
    page.locator(".st-key-card").get_by_role("link", name="Estonia").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Estonia on ground troops: would send")
    expect(page).to_have_url(re.compile(r"/country\?.*c=EST"))
    page.locator("#changes").get_by_role("link", name="Estonia promised a company.").click()
    expect(page).to_have_url(re.compile(r"/statements\?focus=2025-04-10-tove-lind-company"))
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Lind promised a company of soldiers")
    card.get_by_role("link", name="Lakeside Conference on a force for Ukraine").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lakeside Conference on a force for Ukraine")
    page.locator(".g-onrecord").get_by_role("link", name="Poland").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Poland on ground troops: declined")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lakeside Conference on a force for Ukraine")


def test_the_walk_from_an_answer_on_the_timeline_to_what_it_answers(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?from=2025-04-01&until=2025-04-30&focus=2025-04-11-viktor-zorin-targets")
    card = page.locator(".st-key-card")
    card.get_by_role("link", name="Viktor Zorin").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Viktor Zorin")
    page.locator("#talks").get_by_role("link", name="Alma Varenne").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alma Varenne")
    page.locator("#answered").get_by_role("link", name=re.compile("Lakeside Conference")).first.click()
    talk = page.locator("#talk")
    expect(talk).to_contain_text("foreign soldiers would be lawful targets")
    expect(talk.locator(".g-deep-2", has_text="Moscow has no say")).to_be_visible()


def test_the_event_tells_the_number_who_took_part_and_what_each_had_on_record(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/event?e={EVENT}")
    expect(page.locator(".g-facts li").first).to_contain_text("12")
    expect(page.locator(".g-facts li").first).to_contain_text("Alma Varenne")
    row = page.locator(".g-onrecord tr", has_text="Italy")
    expect(row).to_contain_text("10 Apr 2025")
    expect(row.locator(".g-chip").first).to_have_text("D")
    expect(page.locator("#against")).to_contain_text("Outlets differ.")
    expect(page.locator("#outside")).to_contain_text("Selim Aksoy")


def test_ways_lead_to_sections_of_the_same_page(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/country?c=EST")
    page.get_by_role("navigation", name="Sections of this profile").get_by_role("link", name="Contested").click()
    expect(page.locator("#doubts h2")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"c=EST"))


def test_two_countries_stand_beside_each_other(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/country?c=FRA&c=GBR")
    left, right = page.locator("#positions .g-column").evaluate_all(
        "columns => columns.slice(0, 2).map(one => one.getBoundingClientRect().toJSON())"
    )
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == right["y"]


def test_short_addresses_open_in_the_app(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/speaker/viktor-zorin")
    expect(page.get_by_role("heading", level=1)).to_have_text("Viktor Zorin")


def test_profiles_fit_a_phone(phone: Visit, server: str) -> None:
    for path in (f"event?e={EVENT}", "country?c=FRA", "country?c=FRA&c=USA", "speaker?s=viktor-zorin", "event"):
        page = phone.open(f"{server}/{path}")
        expect(page.locator(".g-profile, .g-index").first).to_be_visible()
        assert phone.overflow() <= 0, path
    page = phone.open(f"{server}/country?c=FRA&c=USA")
    upper, lower = (page.locator("#positions .g-column").nth(place).bounding_box() for place in (0, 1))
    assert upper
    assert lower
    assert upper["y"] + upper["height"] <= lower["y"] + 1


def test_a_profile_has_the_whole_row(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/country?c=FRA&c=DEU")
    plain_visit.settle()
    profile, title = page.locator(".g-profile").bounding_box(), page.locator(".g-chips").bounding_box()
    assert profile
    assert title
    assert profile["width"] > 0.95 * title["width"]


def test_a_doubt_beside_a_position_leads_to_what_is_contested(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/country?c=EST")
    page.locator("#changes .g-questions").first.click()
    expect(page.locator("#doubts h2")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"/country\?.*c=EST"))
    for is_dark, name in ((False, "doubts"), (True, "dark-doubts")):
        page.emulate_media(color_scheme="dark" if is_dark else "light")
        page.goto(f"{server}/view/country?c=EST")
        page.locator("#changes .g-questions, #dark-changes .g-questions").locator("visible=true").first.click()
        expect(page.locator(f"#{name} h2")).to_be_in_viewport()


def test_a_section_in_an_address_opened_cold_is_brought_to_the_top(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/country?c=EST#doubts")
    expect(page.locator("#doubts h2")).to_be_in_viewport()


def test_no_year_under_a_strip_is_cut(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/country?c=FRA&c=DEU&asof=2026-01-10")
    axes = page.locator(".g-axis")
    expect(axes.last).to_contain_text("2026")
    cut = """(spans) => spans.filter((span) => {
      const [own, axis] = [span, span.parentElement].map((node) => node.getBoundingClientRect());
      return own.right > axis.right + 1 || own.left < axis.left - 1;
    }).map((span) => span.textContent)"""
    assert axes.locator("span").evaluate_all(cut) == []
