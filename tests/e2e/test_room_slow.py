"""The room for a chart on a slow line: what was drawn for another width gives way to what is drawn for this one."""

import re

from playwright.sync_api import WebSocketRoute, expect

from tests.e2e.conftest import Visit
from tests.e2e.slow import Slow

LANES = "timeline_lanes"
DRAWN = f".st-key-chart_{LANES} .js-plotly-plot:has(.main-svg)"
BRIDGE = b"guarantees_bridge"
FROM = "chart => chart._fullLayout.xaxis.range[0]"


def test_a_chart_is_drawn_for_the_width_it_has_however_late_the_server_knows_it(
    plain_visit: Visit, server: str
) -> None:
    lines: list[Slow] = []
    page, address = plain_visit.page, f"{server}/timeline?from=2025-03-01&until=2025-05-01"
    page.set_viewport_size({"width": 1280, "height": 900})
    plain_visit.open(address)
    wanted = plain_visit.chart(LANES).evaluate(FROM)

    def begin(route: WebSocketRoute) -> None:
        lines.append(Slow(route))
        lines[-1].hold()

    page.route_web_socket(re.compile("stream"), begin)
    plain_visit.open_plain(address)
    early = page.locator(DRAWN)
    expect(early).to_be_visible()
    early.evaluate("chart => chart.chart.ready()")
    assert early.evaluate(FROM) != wanted
    lines[-1].let_go()
    assert plain_visit.chart(LANES).evaluate(FROM) == wanted


def test_the_room_is_measured_beside_the_filters_however_slowly_the_page_comes(plain_visit: Visit, server: str) -> None:
    """Nothing goes through behind the bridge, which measures."""
    seen: list[bytes] = []

    def begin(route: WebSocketRoute) -> None:
        line = route.connect_to_server()

        def answer(word: str | bytes) -> None:
            if not any(BRIDGE in one for one in seen):
                route.send(word)
            seen.append(bytes(word))  # type: ignore[arg-type]

        route.on_message(lambda word: line.send(word))
        line.on_message(answer)

    plain_visit.page.route_web_socket(re.compile("stream"), begin)
    page = plain_visit.open_plain(f"{server}/timeline")
    expect(page.locator("html[data-room]")).to_have_attribute("data-room", "1060")
