"""A matrix wider or taller than its place says so at the edge, until its end is in sight; keys scroll it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.sight import sight

YEAR = "from=2025-04-01&until=2026-03-13"
ALL = "from=2021-12-17&until=2026-07-05&fold=both"


def grounds(page: Page, box: Locator, is_right: bool) -> set[bool]:
    """Whether pixels along the right or the lower edge of the box are those of a cell's ground."""
    place = box.bounding_box()
    assert place
    x, y, wide, high = (place[name] for name in ("x", "y", "width", "height"))
    strip = (x + wide - 2, y + 0.4 * high, 1, 0.5 * high) if is_right else (x + 0.4 * wide, y + high - 2, 0.5 * wide, 1)
    left, top, across, down = (int(part) for part in strip)
    seen = sight(page).crop((left, top, left + across, top + down))
    ground = box.locator("tbody th").first.evaluate("(head) => getComputedStyle(head).backgroundColor")
    return {f"rgb{colour}" == ground for _, colour in seen.getcolors() or []}


@pytest.mark.parametrize("address", ["network", "view/network"])
@pytest.mark.parametrize("size", [(390, 500), (320, 500), (1080, 500)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_edge_beyond_which_the_matrix_goes_on_is_shaded(
    browser: object, server: str, address: str, size: tuple[int, int], theme: str
) -> None:
    visit = Visit(browser, theme)  # type: ignore[arg-type]
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = (visit.open_plain if "view" in address else visit.open)(f"{server}/{address}?{ALL}&shape=matrix")
    box = page.locator(".g-within:visible")
    box.evaluate("(box) => box.scrollIntoView({ block: 'end' })")
    for is_right, scroll in ((True, "box.scrollLeft = box.scrollWidth"), (False, "box.scrollTop = box.scrollHeight")):
        assert grounds(page, box, is_right) == {False}
        box.evaluate(f"(box) => {{ {scroll}; }}")
        assert grounds(page, box, is_right) == {True}
    visit.close()


def test_the_names_stay_at_their_edges_and_are_whole(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/network?{ALL}&shape=matrix")
    box = page.locator(".g-within")
    box.evaluate("(box) => { box.scrollTo(300, 300); box.scrollIntoView(); }")
    edge = box.bounding_box()
    row, column = (page.locator(f".g-matrix {part}").last.bounding_box() for part in ("tbody th", "thead th"))
    assert edge
    assert row
    assert column
    assert abs(row["x"] - edge["x"]) < 1
    assert abs(column["y"] - edge["y"]) < 1
    cut = page.locator(".g-matrix thead span").evaluate_all(
        "(names) => names.filter((name) => name.scrollHeight > name.clientHeight + 1).map((name) => name.textContent)"
    )
    assert cut == []


def test_keys_scroll_the_matrix_in_a_frame_that_shows_where_they_go(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/network?{YEAR}&shape=matrix")
    box = page.get_by_role("region", name="Who speaks of whom")
    box.focus()
    page.keyboard.press("ArrowRight")
    expect(box).to_have_css("outline-style", "solid")
    expect(box).not_to_have_js_property("scrollLeft", 0)
