"""A card beside a chart that has its row to itself: nothing moves or changes, what was clicked stays in sight."""

from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e import lines, strips, ties
from tests.e2e.conftest import Visit

STATE = """chart => ({
  width: chart._fullLayout.width,
  height: chart.clientHeight,
  marks: [...new Set(chart._fullData.flatMap(one => Array.from(one.customdata || [], ([id]) => id)))].sort(),
  texts: [...chart.querySelectorAll('.textpoint text, .ytick text')].map(one => one.textContent).sort(),
})"""
SEEN = """chart => {
  const { left, right } = chart.parentElement.getBoundingClientRect();
  return { left, right, scrolled: chart.parentElement.scrollLeft };
}"""


class Shape(NamedTuple):
    """A chart, one of its marks, and how to find that on screen."""

    path: str
    chart: str
    mark: str

    def place(self, chart: Locator) -> dict[str, float]:
        """Where the mark stands, in pixels of the window."""
        is_ledger = "ledger" in self.chart
        found: dict[str, float] = (
            chart.evaluate(strips.PLACE, ["segments", self.mark])
            if is_ledger
            else chart.evaluate(lines.MARK, self.mark)
        )
        return found


LEDGER = Shape("pledges?shape=ledger", "pledges_ledger", "DEU-2025-12-03-ground_troops")
TIMELINE = Shape("timeline?from=2025-03-01&until=2025-05-01", "timeline_lanes", "2025-04-10-lakeside-conference")
LATE = Shape("timeline?from=2024-12-01&until=2025-04-20", "timeline_lanes", "2025-04-10-lakeside-conference")


@pytest.mark.parametrize("width", [1280, 1440])
@pytest.mark.parametrize("shape", [LEDGER, TIMELINE])
def test_a_click_moves_nothing(plain_visit: Visit, server: str, shape: Shape, width: int) -> None:
    page = plain_visit.page
    page.set_viewport_size({"width": width, "height": 900})
    plain_visit.open(f"{server}/{shape.path}")
    chart = plain_visit.chart(shape.chart)
    place, state = shape.place(chart), chart.evaluate(STATE)
    chart.evaluate("chart => { window.kept = chart; }")
    page.mouse.move(place["x"] - 2, place["y"])
    page.mouse.move(place["x"], place["y"])
    page.mouse.click(place["x"], place["y"])
    expect(page.locator(".st-key-card")).to_be_visible()
    plain_visit.settle()
    assert chart.evaluate("chart => chart === window.kept")
    assert same(state, chart.evaluate(STATE))
    after, seen = shape.place(chart), chart.evaluate(SEEN)
    assert after["y"] == pytest.approx(place["y"], abs=0.5)
    assert seen["left"] < after["x"] < seen["right"] < page.locator(".st-key-card").bounding_box()["x"]  # type: ignore[index]
    page.locator(".g-close").click()
    expect(page.locator(".st-key-card")).to_have_count(0)
    plain_visit.settle()
    assert shape.place(chart) == place
    assert chart.evaluate(STATE) == state
    assert plain_visit.overflow() <= 0


def same(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether all that was drawn is there still, as wide and as high; a focus may add marks of its own."""
    is_as_large = (before["width"], before["height"]) == (after["width"], after["height"])
    return is_as_large and set(before["marks"]) <= set(after["marks"])


@pytest.mark.parametrize("shape", [LEDGER, LATE])
def test_the_keyboard_reaches_what_lies_outside(plain_visit: Visit, server: str, shape: Shape) -> None:
    page = plain_visit.page
    page.set_viewport_size({"width": 1280, "height": 900})
    plain_visit.open(f"{server}/{shape.path}&focus={shape.mark}")
    chart = plain_visit.chart(shape.chart)
    expect(page.locator(".st-key-card")).to_be_visible()
    place, seen = shape.place(chart), chart.evaluate(SEEN)
    assert seen["scrolled"] > 0
    assert seen["left"] < place["x"] < seen["right"]
    chart.focus()
    page.keyboard.press("ArrowRight")
    told = page.locator(f".st-key-chart_{shape.chart} .g-told")
    expect(told).to_be_visible()
    page.wait_for_function(
        "([chart, from]) => chart.parentElement.scrollLeft < from", arg=[chart.element_handle(), seen["scrolled"]]
    )
    assert told.bounding_box()["x"] >= seen["left"]  # type: ignore[index]


def test_the_weeks_above_are_seen_whole_and_shading_says_where_the_lanes_go_on(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{LATE.path}&focus={LATE.mark}")
    expect(page.locator(".st-key-card")).to_be_visible()
    lanes, weeks = plain_visit.chart(LATE.chart), plain_visit.chart(f"{LATE.chart}_weeks")
    assert weeks.evaluate("chart => chart.parentElement.scrollWidth - chart.parentElement.clientWidth") == 0
    expect(weeks.locator(".shapelayer path[data-index]").last).to_be_in_viewport()
    box = page.locator(f".st-key-chart_{LATE.chart} .g-box")
    lanes.evaluate("chart => { chart.parentElement.scrollLeft = 0; }")
    expect(box).to_have_class("g-box goes-right")
    lanes.evaluate("chart => { chart.parentElement.scrollLeft = 4000; }")
    expect(box).to_have_class("g-box goes-left")
    page.locator(".g-close").click()
    expect(box).to_have_class("g-box")


ROOM = (
    "({ clientWidth: drawn, clientHeight: high, parentElement: it }) => [drawn, it.clientWidth, it.scrollWidth, high]"
)


def test_beside_a_card_the_network_is_drawn_for_what_is_left_of_the_row(plain_visit: Visit, server: str) -> None:
    page = plain_visit.page
    page.set_viewport_size({"width": 1440, "height": 900})
    plain_visit.open(f"{server}/network?from=2025-01-01&until=2025-12-31")
    chart = plain_visit.chart("network_network")
    whole = chart.evaluate(ROOM)
    ties.click(chart, "FRA")
    expect(page.locator(".st-key-card")).to_be_visible()
    plain_visit.settle()
    drawn, seen, all_of_it, high = chart.evaluate(ROOM)
    assert drawn == seen == all_of_it < whole[0]
    assert chart.evaluate("chart => chart._fullLayout.width") == drawn
    assert high == whole[3]
    for name in chart.locator(".textpoint").all():
        expect(name).to_be_in_viewport(ratio=0.99)
    page.locator(".g-close").click()
    expect(page.locator(".st-key-card")).to_have_count(0)
    plain_visit.settle()
    assert chart.evaluate(ROOM) == whole


def test_what_a_mark_says_is_not_cut_off_where_the_card_begins(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{TIMELINE.path}&focus={TIMELINE.mark}")
    expect(page.locator(".st-key-card")).to_be_visible()
    chart = plain_visit.chart(TIMELINE.chart)
    chart.evaluate(
        "(chart, [mark, near]) => { const at = chart.chart.placeOf(mark); "
        "chart.parentElement.scrollLeft = at - chart.parentElement.clientWidth + near; }",
        [TIMELINE.mark, 24],
    )
    place = TIMELINE.place(chart)
    page.mouse.move(place["x"] - 2, place["y"])
    page.mouse.move(place["x"], place["y"])
    said = chart.locator(".hoverlayer .hovertext")
    expect(said).to_be_visible()
    box, seen = said.bounding_box(), chart.evaluate(SEEN)
    assert box
    assert seen["left"] - 1 <= box["x"]
    assert box["x"] + box["width"] <= seen["right"] + 1


def test_lanes_keep_their_names_beside_a_card_and_the_card_its_place(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{LATE.path}&focus={LATE.mark}")
    lanes, kept = plain_visit.chart(LATE.chart), page.locator(f".st-key-chart_{LATE.chart} .g-kept")
    lanes.evaluate("chart => { chart.parentElement.scrollLeft = 0; }")
    expect(kept).to_be_hidden()
    lanes.evaluate("chart => { chart.parentElement.scrollLeft = 4000; }")
    expect(kept.locator("text", has_text="Summit")).to_be_in_viewport()
    told = [one.locator(".textpoint text", has_text="Summit").first.bounding_box() for one in (lanes, kept)]
    assert told[0]
    assert told[1]
    assert told[1]["y"] == pytest.approx(told[0]["y"], abs=1)
    page.locator("[data-testid=stMain]").evaluate("node => node.scrollTo(0, node.scrollHeight)")
    expect(page.locator(".st-key-card .g-close")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["pledges?focus=DEU", "network?focus=FRA", "pledges?as=table&focus=DEU"])
def test_in_half_a_window_the_card_lies_below_the_chart(plain_visit: Visit, server: str, path: str) -> None:
    page = plain_visit.page
    page.set_viewport_size({"width": 960, "height": 1080})
    plain_visit.open(f"{server}/{path}")
    card = page.locator(".st-key-card")
    expect(card).to_be_in_viewport(ratio=0.9)
    box, main = card.bounding_box(), page.locator("[data-testid=stMainBlockContainer]").bounding_box()
    assert box
    assert main
    assert box["width"] > 0.8 * main["width"]
    assert box["y"] > 1080 / 2
    assert plain_visit.overflow() <= 0


def test_on_a_phone_the_card_is_a_sheet_over_the_chart(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/{LEDGER.path}&focus={LEDGER.mark}")
    expect(page.locator(".st-key-card")).to_have_css("position", "fixed")
    expect(phone.chart(LEDGER.chart)).to_have_css("width", "358px")
    card = page.locator(".st-key-card").bounding_box()
    assert card
    assert (card["x"], card["width"]) == (0, 390)
    assert phone.overflow() <= 0
