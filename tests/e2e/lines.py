"""Where marks, counts and days of a timeline stand on screen, so that a test can point at them as a reader does."""

from playwright.sync_api import Locator, expect

MARK = """(chart, wanted) => {
  const { xaxis, yaxis } = chart._fullLayout, box = chart.getBoundingClientRect();
  for (const trace of chart._fullData) {
    const at = Array.from(trace.customdata || []).findIndex(([id]) => id === wanted);
    if (at < 0) continue;
    const y = trace.type === "bar" ? (trace.base?.[at] ?? 0) + trace.y[at] / 2 : trace.y[at];
    return { x: box.left + xaxis._offset + xaxis.d2p(trace.x[at]), y: box.top + yaxis._offset + yaxis.d2p(y) };
  }
}"""
DAY = """(chart, day) => {
  const { xaxis, yaxis } = chart._fullLayout, box = chart.getBoundingClientRect();
  return { x: box.left + xaxis._offset + xaxis.d2p(day), y: box.top + yaxis._offset + yaxis._length / 2 };
}"""


def point_at(chart: Locator, wanted: str, how: str = MARK) -> tuple[float, float]:
    """The point of the window where the mark of an id, or with ``DAY`` a day, stands, in pixels."""
    expect(chart.locator(".xtick").first).to_be_attached()
    chart.scroll_into_view_if_needed()
    place: dict[str, float] = chart.evaluate(how, wanted)
    assert place, f"nothing is drawn for {wanted}"
    return place["x"], place["y"]


def click(chart: Locator, wanted: str) -> None:
    """Move to the mark and click it."""
    x, y = point_at(chart, wanted)
    chart.page.mouse.move(x, y - 2)
    chart.page.mouse.move(x, y)
    chart.page.mouse.click(x, y)


def drag(chart: Locator, first: str, last: str) -> None:
    """Brush from one day to another."""
    (x, y), (to, _) = point_at(chart, first, DAY), point_at(chart, last, DAY)
    chart.page.mouse.move(x, y)
    chart.page.mouse.down()
    chart.page.mouse.move((x + to) / 2, y + 2, steps=4)
    chart.page.mouse.move(to, y + 2, steps=4)
    chart.page.mouse.up()
