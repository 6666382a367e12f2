"""Light or dark as the reader's system is, whenever it changes."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.visits import PAPER

SEEN = {
    "the app": "[data-testid=stApp]",
    "the title": "h1",
    "the chart": ".js-plotly-plot",
}


@pytest.mark.parametrize("seen", SEEN)
def test_a_change_while_the_page_is_coming_is_noticed(plain_visit: Visit, server: str, seen: str) -> None:
    page = plain_visit.page
    page.emulate_media(color_scheme="dark")
    plain_visit.open_plain(f"{server}/pledges")
    page.wait_for_selector(SEEN[seen])
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_css("--g-paper", "#fdfcfa", timeout=10_000)
    expect(page.locator("[data-testid=stApp]")).to_have_css("background-color", PAPER["light"])
