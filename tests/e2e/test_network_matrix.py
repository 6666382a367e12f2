"""The matrix and the actors in a browser: boxes are links, names stay in sight, headings sort."""

import csv
import io
import re
from urllib.request import urlopen

from playwright.sync_api import expect

from tests.e2e.conftest import Visit

YEAR = "from=2025-04-01&until=2026-03-13"
MATRIX = ".g-matrix"


def ties(server: str) -> int:
    with urlopen(f"{server}/api/network.csv?{YEAR}", timeout=20) as answer:
        return len(list(csv.DictReader(io.StringIO(answer.read().decode()))))


def test_the_matrix_has_a_box_per_tie(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/network?{YEAR}&shape=matrix")
    expect(page.locator(f"{MATRIX} td a")).to_have_count(ties(server))
    expect(page.locator(f"{MATRIX} tbody th").first).to_have_text("Ukraine")


def test_a_box_opens_its_statements(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}&shape=matrix")
    page.get_by_role("link", name="Russia on Ukraine: 3 statements").click()
    expect(page.locator(".st-key-card")).to_contain_text("Russia on Ukraine: 3 statements")
    expect(page.locator(f"{MATRIX} .g-picked")).to_have_css("display", "table-cell")
    expect(page).to_have_url(re.compile("shape=matrix"))


def test_a_box_is_reached_by_keyboard(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}&shape=matrix")
    page.get_by_role("link", name="Russia on Ukraine: 3 statements").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card")).to_contain_text("Russia on Ukraine: 3 statements")


def test_on_a_phone_the_matrix_scrolls_within_itself_and_names_stay(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/network?{YEAR}&shape=matrix")
    name = page.locator(f"{MATRIX} tbody th").first
    name.scroll_into_view_if_needed()
    page.locator(".g-within").evaluate("(box) => { box.scrollLeft = 300; }")
    expect(name).to_be_in_viewport()
    assert page.locator(".g-within").evaluate("(box) => box.scrollLeft") > 100
    assert phone.overflow() <= 0


def test_on_a_phone_the_strongest_ties_come_as_a_list(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/network?{YEAR}")
    page.get_by_role("list", name="Strongest ties").get_by_role("link").first.click()
    expect(page.locator(".st-key-card")).to_be_visible()
    expect(page).to_have_url(re.compile("focus="))


def test_headings_of_actors_sort_and_names_lead_to_profiles(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network?{YEAR}&shape=actors")
    first = page.locator(".g-actors tbody th").first
    expect(first).to_have_text("Ukraine")
    page.locator(".g-actors thead").get_by_role("link", name="Speaks of").click()
    expect(page).to_have_url(re.compile("sort=out_ties"))
    expect(page.locator(".g-actors thead [aria-sort]")).to_have_text("Speaks of ▾")
    page.locator(".g-actors tbody").get_by_role("link", name="France", exact=True).click()
    expect(page).to_have_url(re.compile(r"/country\?c=FRA"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("France")


def test_the_published_matrix_is_the_same_table(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/network?{YEAR}&shape=matrix")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    expect(page.locator(f"{MATRIX}:visible td a")).to_have_count(ties(server))
    assert plain_visit.overflow() <= 0
