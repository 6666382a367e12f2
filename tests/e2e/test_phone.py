"""On a phone, 390 pixels wide, nothing scrolls sideways and what matters is in reach."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit

PAGES = ["", "timeline", "pledges", "pledges?shape=ledger", "network"]


@pytest.mark.parametrize("path", PAGES)
def test_the_app_fits_a_phone(phone: Visit, server: str, path: str) -> None:
    page = phone.open(f"{server}/{path}")
    phone.chart()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert phone.overflow() <= 0


@pytest.mark.parametrize("path", ["pledges", "timeline", "network", "overview"])
def test_the_published_page_fits_a_phone(phone: Visit, server: str, path: str) -> None:
    page = phone.open_plain(f"{server}/view/{path}")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    assert phone.overflow() <= 0
