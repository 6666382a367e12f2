"""What a view comes to in words stands on every picture of it: more rows are no reason to leave that out."""

import pytest
from playwright.sync_api import expect

from tests.e2e.canvases import SIZES, canvas, stumbles
from tests.e2e.visits import Visit

ALL = "from=2021-12-17&until=2026-07-05"
VIEWS = (
    "pledges?shape=ledger",
    f"pledges?shape=ledger&{ALL}&kind=guarantee&also=ground_troops&also=training",
    "pledges?shape=compare&asof2=2025-09-01&asof=2026-07-05",
    "pledges?shape=conditions&over=all",
    "pledges?shape=contributions",
    "statements",
    "timeline",
    f"network?{ALL}",
)


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_keeps_its_reading(plain_visit: Visit, real_server: str, view: str) -> None:
    for size in SIZES:
        page = canvas(plain_visit, f"{real_server}/view/{view}", size)
        expect(page.locator(".reading")).to_be_in_viewport(ratio=0.99)
        assert not stumbles(page, size), size


@pytest.mark.parametrize("framing", ["", "framing=world&"])
def test_a_map_tells_the_position_of_the_eu_on_every_picture(
    plain_visit: Visit, real_server: str, framing: str
) -> None:
    for size in SIZES:
        page = canvas(plain_visit, f"{real_server}/view/pledges?{framing}asof=2026-03-13", size)
        expect(page.locator(".g-badge:visible").filter(has_text="EU: undecided")).to_have_count(1)
        expect(page.locator(".aside:visible .g-answer .g-names:visible").first).to_contain_text("France")
        assert not stumbles(page, size), size
