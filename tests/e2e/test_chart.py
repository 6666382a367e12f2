"""The chart component in a browser: it stays while what it shows changes, answers the pointer, keeps its place."""

import re

from playwright.sync_api import Route, expect

from tests.e2e.conftest import Visit
from tests.e2e.maps import click, point_at

DAY = "asof=2025-12-31"
OUTLINES = "**/world_50m.json"
COUNTED = "chart => { chart.times = 0; chart.on('plotly_afterplot', () => { chart.times += 1; }); }"
TIMES = "chart => chart.times"
WINDOW = """chart => {
  const { xaxis, shapes } = chart._fullLayout, at = shapes.findIndex(({ name }) => name === "window");
  const [from, to] = [shapes[at].x0, shapes[at].x1].map((day) => xaxis._offset + xaxis.r2p(day));
  const { x, width } = chart.querySelector(`.shapelayer [data-index="${at}"] path`).getBBox();
  return { days: [shapes[at].x0, shapes[at].x1], isThere: Math.abs(x - from) < 1 && Math.abs(x + width - to) < 1 };
}"""


def test_a_filter_changes_the_chart_in_place_and_once(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?{DAY}")
    chart = plain_visit.chart("pledges_map")
    chart.evaluate(COUNTED)
    page.locator("[data-name=phase]").get_by_text("During the war").click()
    expect(page.locator(".g-sentence")).to_contain_text("during the war")
    plain_visit.settle()
    assert chart.evaluate(TIMES) == 1


def test_a_run_that_changes_nothing_in_a_chart_leaves_it_alone(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/")
    chart = plain_visit.page.locator(".st-key-overview_density .js-plotly-plot")
    chart.evaluate(COUNTED)
    page.locator("[data-name=phase]").get_by_text("During the war").click()
    expect(page.locator(".g-sentence")).to_contain_text("during the war")
    plain_visit.settle()
    assert chart.evaluate(TIMES) == 0


def test_a_window_that_moves_along_the_strip_leaves_the_weeks_as_they_are(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?from=2025-03-01&until=2025-04-30")
    strip, lanes = plain_visit.chart("timeline_lanes_weeks"), plain_visit.chart("timeline_lanes")
    strip.evaluate(COUNTED)
    lanes.evaluate(COUNTED)
    page.locator("[data-name=until] input").fill("2025-05-31")
    page.keyboard.press("Enter")
    expect(page.locator(".g-sentence")).to_contain_text("31 May 2025")
    plain_visit.settle()
    assert strip.evaluate(WINDOW) == {"days": ["2025-03-01", "2025-06-01"], "isThere": True}
    assert (strip.evaluate(TIMES), lanes.evaluate(TIMES)) == (0, 1)
    page.go_back()
    expect(page.locator(".g-sentence")).to_contain_text("30 April 2025")
    plain_visit.settle()
    assert strip.evaluate(WINDOW) == {"days": ["2025-03-01", "2025-05-01"], "isThere": True}


def test_a_click_on_a_country_opens_its_card(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/pledges?{DAY}")
    click(visit.chart("pledges_map"), "DEU")
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Germany")
    expect(page).to_have_url(re.compile("focus=DEU"))
    click(visit.chart("pledges_map"), "FRA")
    expect(card).to_contain_text("France")
    expect(page).to_have_url(re.compile("focus=FRA"))


def test_the_pointer_reads_a_country(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?{DAY}")
    chart = plain_visit.chart("pledges_map")
    page.mouse.move(*point_at(chart, "DEU"))
    expect(chart.locator(".hoverlayer")).to_contain_text("Germany")
    expect(chart).to_have_attribute("role", "img")
    expect(chart).to_have_attribute("aria-label", re.compile("On 31 December 2025"))


def test_on_a_narrow_screen_the_chart_is_drawn_once_and_a_quick_click_counts(phone: Visit, server: str) -> None:
    page = phone.page
    page.set_viewport_size({"width": 620, "height": 900})
    phone.open_plain(f"{server}/pledges?{DAY}")
    chart = phone.chart("pledges_map")
    click(chart, "DEU")
    expect(page).to_have_url(re.compile("focus=DEU"))


def test_the_chart_follows_the_window(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?{DAY}")
    chart = plain_visit.chart("pledges_map")
    page.set_viewport_size({"width": 1180, "height": 900})
    page.wait_for_function("chart => chart._fullLayout.width === chart.clientWidth", arg=chart.element_handle())


def test_a_chart_narrower_than_its_words_would_scroll_within_itself(plain_visit: Visit, server: str) -> None:
    plain_visit.open(f"{server}/pledges?{DAY}")
    chart = plain_visit.chart("pledges_map")
    expect(chart).to_have_css("min-width", "560px")
    chart.evaluate("chart => { chart.parentElement.style.width = '400px'; }")
    expect(chart.locator(".main-svg").first).to_have_css("width", "560px")
    assert chart.evaluate("chart => chart.parentElement.scrollWidth") == 560
    assert plain_visit.overflow() <= 0


def test_nothing_moves_when_the_chart_arrives(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/network")
    plain_visit.chart()
    page.locator(".g-pages").get_by_role("link", name="Pledges").click()
    place = page.locator(".st-key-chart_pledges_map")
    expect(place).to_have_css("height", "484px")
    expect(place.locator(".main-svg").first).to_be_visible()
    expect(place).to_have_css("height", "484px")


def test_the_keyboard_leads_from_mark_to_mark(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?{DAY}&c=FRA&c=DEU")
    chart = plain_visit.chart("pledges_map")
    page.locator(".g-set-shape a").last.focus()
    chart.focus()
    told = page.locator(".st-key-chart_pledges_map .g-told")
    for _ in range(60):
        page.keyboard.press("ArrowRight")
        if "Germany" in (told.text_content() or ""):
            break
    expect(told).to_contain_text("Germany")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("focus=DEU"))
    expect(page.locator(".st-key-card")).to_contain_text("Germany")


def test_leaving_while_a_chart_is_being_drawn_raises_nothing(plain_visit: Visit, server: str) -> None:
    page, held = plain_visit.page, list[Route]()
    page.route(OUTLINES, lambda route: held.append(route))
    with page.expect_request(OUTLINES):
        plain_visit.open_plain(f"{server}/pledges?{DAY}")
    page.locator(".g-pages").get_by_role("link", name="Statements").click()
    page.wait_for_url("**/statements*")
    expect(page.locator(".g-reading").filter(has_text="statements by")).to_be_visible()
    with page.expect_response(OUTLINES):
        held[0].continue_()
    page.evaluate("() => new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))")
