from playwright.sync_api import expect

from tests.e2e.conftest import Visit

MARKS = "chart => chart.data.flatMap(trace => Array.from(trace.customdata || []))"
APRIL = "from=2025-04-01&until=2025-04-30"


def test_the_timeline_draws_every_event_and_statement(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/timeline?{APRIL}")
    chart = visit.chart("timeline_lanes")
    expect(chart.locator(".scatterlayer .point").first).to_be_attached()
    drawn = {mark for mark, what in chart.evaluate(MARKS) if what in ("event", "statement")}
    assert len(drawn) == 2 + 14
    expect(chart.get_by_text("Lakeside Conference").first).to_be_visible()
    expect(page.get_by_text("1–30 April 2025").first).to_be_visible()
    expect(page.locator(".g-reading")).to_contain_text("Alma Varenne")


def test_an_empty_span_says_what_to_loosen(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?from=2024-06-01&until=2024-06-30")
    expect(page.get_by_text("Nothing to show")).to_be_visible()
