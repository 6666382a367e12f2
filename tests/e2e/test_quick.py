"""Bars, marks and words that are written as one piece of drawing look as Plotly draws them, and answer as they did."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from dashboard.packing import OURS
from tests.e2e.conftest import Visit
from tests.e2e.lines import click

QUICK = (OURS / "v1" / "quick.js").read_text(encoding="utf-8").replace("export ", "")
AGAIN = (
    "async (chart) => { %s; await Plotly.react(chart, chart.data, { ...chart.layout, datarevision: Math.random() }); }"
)
FAINT = 24
WEEKS = "from=2024-12-01&until=2026-03-13"
APRIL = "from=2025-04-01&until=2025-04-30"
ADDRESSES = ("pledges?shape=ledger", f"timeline?{WEEKS}", f"timeline?{APRIL}", "network")


def picture(page: Page) -> Image.Image:
    """The chart as it is on screen."""
    return Image.open(BytesIO(page.locator("#chart").screenshot())).convert("RGB")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_chart_written_quickly_looks_as_plotly_draws_it(plain_visit: Visit, server: str, address: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/{address}")
    chart = page.locator("#chart")
    chart.evaluate(AGAIN % "")
    before = picture(page)
    chart.evaluate(AGAIN % f"{QUICK}; quicken(chart)")
    assert chart.locator(".g-quick").count() > 0
    apart = ImageChops.difference(before, picture(page)).convert("L").point(lambda value: 255 * (value > FAINT))
    assert apart.getbbox() is None


def test_after_a_change_the_marks_are_written_quickly_and_open_what_they_stand_for(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/timeline?{APRIL}")
    page.locator("#filter-from").fill("2025-04-02")
    page.keyboard.press("Enter")
    chart = visit.chart("timeline_lanes")
    expect(chart.locator(".scatterlayer .g-quick .point").first).to_be_attached()
    visit.settle()
    click(chart, "2025-04-10-lakeside-conference")
    expect(page.locator(".st-key-card")).to_contain_text("Lakeside Conference")
