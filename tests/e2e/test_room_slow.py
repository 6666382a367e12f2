"""The room for a chart on a slow line: what was drawn for another width gives way to what is drawn for this one."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.slow import Slow

LANES = "timeline_lanes"
DRAWN = f".st-key-chart_{LANES} .js-plotly-plot:has(.main-svg)"
FROM = "chart => chart._fullLayout.xaxis.range[0]"


def test_a_chart_is_drawn_for_the_width_it_has_however_late_the_server_knows_it(
    plain_visit: Visit, server: str
) -> None:
    lines: list[Slow] = []
    page, address = plain_visit.page, f"{server}/timeline?from=2025-03-01&until=2025-05-01"
    page.set_viewport_size({"width": 1280, "height": 900})
    plain_visit.open(address)
    wanted = plain_visit.chart(LANES).evaluate(FROM)

    def begin(route: object) -> None:
        lines.append(Slow(route))  # type: ignore[arg-type]
        lines[-1].hold()

    page.route_web_socket(re.compile("stream"), begin)
    plain_visit.open_plain(address)
    early = page.locator(DRAWN)
    expect(early).to_be_visible()
    early.evaluate("chart => chart.chart.ready()")
    assert early.evaluate(FROM) != wanted
    lines[-1].let_go()
    assert plain_visit.chart(LANES).evaluate(FROM) == wanted
