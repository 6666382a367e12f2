"""Where nodes and ties of a network stand on screen, so that a test can point at them as a reader does."""

from playwright.sync_api import Locator, expect

MARK = """(chart, wanted) => {
  const { xaxis, yaxis } = chart._fullLayout, box = chart.getBoundingClientRect();
  for (const trace of chart._fullData) {
    const at = Array.from(trace.customdata || []).findIndex(([id]) => id === wanted);
    if (at < 0) continue;
    const x = xaxis._offset + xaxis.d2p(trace.x[at]), y = yaxis._offset + yaxis.d2p(trace.y[at]);
    return { x: box.left + x, y: box.top + y };
  }
}"""


def click(chart: Locator, wanted: str) -> None:
    """Move to the node, or the first point of a tie, and click it."""
    expect(chart.locator(".scatterlayer").first).to_be_attached()
    chart.scroll_into_view_if_needed()
    place: dict[str, float] = chart.evaluate(MARK, wanted)
    assert place, f"nothing is drawn for {wanted}"
    chart.page.mouse.move(place["x"] - 2, place["y"] - 1)
    chart.page.mouse.move(place["x"], place["y"])
    chart.page.mouse.click(place["x"], place["y"])
