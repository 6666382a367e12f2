"""Where the marks of a ledger stand on screen, so that a test can point at them as a reader does."""

from playwright.sync_api import Locator, expect

PLACE = """(chart, [name, pledge]) => {
  const trace = chart.data.find(one => one.name === name), at = trace.customdata.findIndex(one => one[0] === pledge);
  if (at < 0) return null;
  const { xaxis, yaxis } = chart._fullLayout, box = chart.getBoundingClientRect();
  const length = trace.x[at], day = trace.base ? Date.parse(trace.base[at]) + length / 2 : Date.parse(trace.x[at]);
  return { x: box.left + xaxis._offset + xaxis.d2p(day), y: box.top + yaxis._offset + yaxis.d2p(trace.y[at]) };
}"""


def point_at(chart: Locator, pledge_id: str, name: str = "segments") -> tuple[float, float]:
    """The middle of the first segment (or other mark) of a pledge, in pixels of the window."""
    expect(chart.locator(".barlayer .point").first).to_be_visible()
    chart.scroll_into_view_if_needed()
    place: dict[str, float] = chart.evaluate(PLACE, [name, pledge_id])
    return place["x"], place["y"]


def click(chart: Locator, pledge_id: str, name: str = "segments") -> None:
    """Move to the mark and click it."""
    x, y = point_at(chart, pledge_id, name)
    chart.page.mouse.move(x - 3, y)
    chart.page.mouse.move(x, y)
    chart.page.mouse.click(x, y)
