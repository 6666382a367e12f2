"""Where a country's letter stands on a map that is on screen, so that a test can point at it as a reader does."""

from playwright.sync_api import Locator, expect

PLACE = """(chart, actor) => {
  for (const text of chart.querySelectorAll(".scattergeo text")) {
    const [{ trace }] = text.closest(".scattergeo").__data__, [lon, lat] = text.__data__.lonlat;
    const at = trace.customdata ? trace.lon.findIndex((one, i) => one === lon && trace.lat[i] === lat) : -1;
    if (at < 0 || trace.customdata[at][0] !== actor) continue;
    const box = text.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }
}"""


def point_at(chart: Locator, actor_id: str) -> tuple[float, float]:
    """The point of the window where the country's letter stands, in pixels."""
    expect(chart.locator(".choroplethlayer path").first).to_be_visible()
    chart.scroll_into_view_if_needed()
    place: dict[str, float] = chart.evaluate(PLACE, actor_id)
    return place["x"], place["y"]


def click(chart: Locator, actor_id: str) -> None:
    """Move to the country and click it."""
    x, y = point_at(chart, actor_id)
    chart.page.mouse.move(x - 3, y)
    chart.page.mouse.move(x, y)
    chart.page.mouse.click(x, y)
