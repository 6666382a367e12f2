"""Where a bar stands on a chart that is on screen, so that a test can click it as a reader does."""

from playwright.sync_api import Locator, expect

PLACE = """(chart, code) => {
  const frame = chart.getBoundingClientRect(), { _fullLayout: layout } = chart;
  for (const bars of chart.calcdata) {
    const { type, orientation, customdata = [], xaxis, yaxis } = bars[0].trace;
    const at = type === "bar" ? Array.from(customdata).findIndex(([id]) => id === code) : -1;
    if (at < 0 || bars[at].s0 === bars[at].s1) continue;
    const axes = [layout[xaxis.replace("x", "xaxis")], layout[yaxis.replace("y", "yaxis")]];
    const middle = (axis, ...ends) => axis._offset + ends.reduce((sum, end) => sum + axis.c2p(end, true), 0) / 2;
    const [along, across] = orientation === "h" ? axes : axes.toReversed();
    const found = [middle(along, bars[at].s0, bars[at].s1), middle(across, bars[at].p0, bars[at].p1)];
    const [x, y] = orientation === "h" ? found : found.toReversed();
    return { x: frame.left + x, y: frame.top + y };
  }
}"""
# How many bars are drawn; those of one look may be one path.
COUNT = """chart => [...chart.querySelectorAll(".barlayer .point path")]
  .reduce((sum, path) => sum + path.getAttribute("d").split("M").length - 1, 0)"""


def click(chart: Locator, code: str) -> None:
    """Move to the first bar with this code as its custom data, and click it."""
    expect(chart.locator(".barlayer .point").first).to_be_attached()
    chart.scroll_into_view_if_needed()
    place: dict[str, float] = chart.evaluate(PLACE, code)
    chart.page.mouse.move(place["x"] - 2, place["y"])
    chart.page.mouse.move(place["x"], place["y"])
    chart.page.mouse.click(place["x"], place["y"])
