"""The place to drop a picture on, as a reader meets it on Overview and Data."""

import pytest
from playwright.sync_api import expect

from tests.e2e.visits import Visit


@pytest.mark.parametrize("address", ["", "data", "data?shape=codebook", "data?shape=quality", "data?shape=release"])
def test_the_box_is_ours_and_opens_from_the_keyboard(plain_visit: Visit, server: str, address: str) -> None:
    page = plain_visit.open(f"{server}/{address}")
    box = page.get_by_label("Choose a picture")
    expect(box).to_have_count(1)
    expect(box).to_have_css("opacity", "0")
    with page.expect_file_chooser():
        box.press("Enter")
    if address:
        expect(page.locator(".g-drop")).to_be_in_viewport()
