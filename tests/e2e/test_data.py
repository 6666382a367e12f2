"""The Data page in a browser: documents, tables of the codebook and rows by links; the keyboard's way; no filters."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.visits import PHONE


def test_the_documents_tables_and_rows_are_links(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/pledges?c=FRA")
    page.locator(".g-pages").get_by_role("link", name="Data", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How these data were made")
    expect(page.locator("[data-testid=stSidebar]")).to_be_hidden()
    page.locator(".g-segments").get_by_role("link", name="Codebook").click()
    page.locator(".g-listing").get_by_role("link", name="pledge_status", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Codebook: pledge_status")
    expect(page).to_have_url(re.compile(r"/data\?.*table=pledge_status"))
    page.locator(".g-codes tr", has_text="Declined").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/sql\?sql=select"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Codebook: pledge_status")
    page.locator(".g-pages").get_by_role("link", name="Pledges").click()
    expect(page.locator(".g-rail-filters")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/pledges\?c=FRA"))


def test_a_month_leads_to_its_rows_and_a_number_says_why(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/data?shape=quality")
    page.get_by_role("button", name="Why these numbers?").click()
    expect(page.locator(".g-dialog")).to_contain_text("that rest on a single page")
    page.keyboard.press("Escape")
    month = page.locator(".g-monthly").get_by_role("link", name=re.compile("April 2025"))
    counted = sum(map(int, re.findall(r"(\d+) (?:event|statement|pledge)", month.get_attribute("aria-label") or "")))
    month.click()
    expect(page).to_have_url(re.compile(r"/sql\?"))
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator("#rows tbody tr")).to_have_count(counted)


@pytest.mark.parametrize("shape", ["method", "codebook", "quality", "release"])
def test_a_document_is_published_and_fits_a_phone(visit: Visit, server: str, shape: str) -> None:
    page = visit.open_plain(f"{server}/view/data?shape={shape}")
    expect(page.locator(".g-data:visible")).to_be_visible()
    assert visit.overflow() <= 0
    page.set_viewport_size(PHONE)
    assert visit.overflow() <= 0
