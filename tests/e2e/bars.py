"""Where a bar stands on a chart that is on screen, so that a test can click it as a reader does."""

from playwright.sync_api import Locator, expect

PLACE = """(chart, code) => {
  for (const trace of chart.querySelectorAll(".barlayer .trace")) {
    const bars = trace.__data__, customdata = bars[0].trace.customdata;
    const points = [...trace.querySelectorAll(".point")];
    const at = points.findIndex(point => customdata[point.__data__.i][0] === code);
    const box = at < 0 ? null : points[at].querySelector("path").getBoundingClientRect();
    if (box && box.width > 0 && box.height > 0) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }
}"""


def click(chart: Locator, code: str) -> None:
    """Move to the first bar with this code as its custom data, and click it."""
    expect(chart.locator(".barlayer .point").first).to_be_attached()
    chart.scroll_into_view_if_needed()
    place: dict[str, float] = chart.evaluate(PLACE, code)
    chart.page.mouse.move(place["x"] - 2, place["y"])
    chart.page.mouse.move(place["x"], place["y"])
    chart.page.mouse.click(place["x"], place["y"])
