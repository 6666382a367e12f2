"""What an address asks for in vain is told in one line, however much it is; the line opens to all of it."""

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.e2e.visits import Visit

FIVE = "&".join(f"c=ZZ{place}" for place in range(5))


@pytest.mark.parametrize(("width", "height", "most"), [(1440, 900, 36), (390, 844, 48)])
def test_five_wrong_values_take_one_line_that_opens(
    plain_visit: Visit, server: str, width: int, height: int, most: int
) -> None:
    plain_visit.page.set_viewport_size(ViewportSize(width=width, height=height))
    page = plain_visit.open(f"{server}/pledges?{FIVE}")
    line = page.locator(".g-notices")
    box = line.bounding_box()
    assert box
    assert box["height"] <= most
    assert plain_visit.overflow() <= 0
    expect(line.get_by_text("“ZZ0” is no country or organisation")).to_be_visible()
    expect(line.get_by_text("“ZZ4” is no country or organisation")).to_be_hidden()
    line.get_by_text("and 4 more").click()
    for place in range(5):
        expect(line.get_by_text(f"“ZZ{place}” is no country or organisation")).to_be_visible()
