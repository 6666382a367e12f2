"""Bars, marks and words that are written as one piece of drawing look as Plotly draws them, and answer as they did."""

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from dashboard.packing import OURS
from tests.e2e.conftest import Visit
from tests.e2e.lines import click
from tests.e2e.sight import sight

QUICK, QUICK_MAP = (
    (OURS / "v1" / name).read_text(encoding="utf-8").replace("export ", "") for name in ("quick.js", "quickmap.js")
)
AGAIN = (
    "async (chart) => { %s; await Plotly.react(chart, chart.data, { ...chart.layout, datarevision: Math.random() }); }"
)
FAINT = 24
WEEKS = "from=2024-12-01&until=2026-03-13"
APRIL = "from=2025-04-01&until=2025-04-30"
ADDRESSES = ("pledges?shape=ledger", f"timeline?{WEEKS}", f"timeline?{APRIL}", "network")
MAPS = ("pledges", "pledges?framing=world", "pledges?shape=compare&asof2=2025-05-01")
# The countries in their order or the opposite one, at a width.
TURNED = """async (chart, [width, isTurned]) => {
  const lists = ["locations", "z", "hovertext", "hoverinfo", "customdata"], back = (list) => [...list].reverse();
  const turned = ({ marker: { line, ...marker }, ...trace }) => ({ ...trace,
    ...Object.fromEntries(lists.map((name) => [name, back(trace[name])])),
    marker: { ...marker, line: { color: back(line.color), width: back(line.width) } } });
  const isOther = ({ type }) => isTurned && type === "choropleth";
  const data = (chart.first ??= chart.data).map((trace) => (isOther(trace) ? turned(trace) : trace));
  await Plotly.react(chart, data, { ...chart.layout, width, datarevision: Math.random() });
}"""
OUTLINES = "(chart) => chart.calcdata.flat().filter(({ geojson }) => geojson?.type).length"


def picture(page: Page) -> Image.Image:
    """The chart as it is on screen."""
    return sight(page.locator("#chart"))


def apart(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """Where two pictures differ to the eye; None where they don't."""
    return ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > FAINT)).getbbox()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_chart_written_quickly_looks_as_plotly_draws_it(plain_visit: Visit, server: str, address: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/{address}")
    chart = page.locator("#chart")
    chart.evaluate(AGAIN % "")
    before = picture(page)
    chart.evaluate(AGAIN % f"{QUICK}; quicken(chart)")
    assert chart.locator(".g-quick").count() > 0
    assert apart(before, picture(page)) is None


@pytest.mark.parametrize("address", MAPS)
def test_a_map_drawn_quickly_looks_as_plotly_draws_it_whatever_it_shows(
    plain_visit: Visit, server: str, address: str
) -> None:
    page = plain_visit.open_plain(f"{server}/view/{address}")
    chart = page.locator("#chart")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    drawn = ([700, True], [700, False], [520, False], [700, False])
    plain = []
    for one in drawn:
        chart.evaluate(TURNED, one)
        plain.append(picture(page))
    assert apart(plain[0], plain[1])
    chart.evaluate(AGAIN % f"{QUICK_MAP}; quickenMap(chart)")
    for one, before in zip(drawn, plain, strict=True):
        chart.evaluate(TURNED, one)
        assert apart(before, picture(page)) is None
    assert chart.evaluate(OUTLINES) > 20


def test_after_a_change_the_marks_are_written_quickly_and_open_what_they_stand_for(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/timeline?{APRIL}")
    page.locator("#filter-from").fill("2025-04-02")
    page.keyboard.press("Enter")
    chart = visit.chart("timeline_lanes")
    expect(chart.locator(".scatterlayer .g-quick .point").first).to_be_attached()
    visit.settle()
    click(chart, "2025-04-10-lakeside-conference")
    expect(page.locator(".st-key-card")).to_contain_text("Lakeside Conference")
