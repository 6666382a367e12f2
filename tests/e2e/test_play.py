"""Playing the map: in the browser alone, one word to the server at the end, and then exactly the map of that day."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import Visit

LAST, FIRST = "10 February 2026", "20 March 2025"
TRACES = "chart => JSON.stringify([chart.data, chart.layout.annotations, chart.layout.geo.projection])"


class Playing(Visit):
    """A visit that counts what the page sends to the server."""

    def __init__(self, browser: Browser, phone: bool = False) -> None:
        super().__init__(browser, phone=phone)
        self.page.emulate_media(reduced_motion="no-preference")
        self.sent: list[int] = []
        self.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: self.sent.append(len(frame))))

    def control(self, server: str, query: str = "") -> Locator:
        """The control under the map, once map and control are there."""
        self.open(f"{server}/pledges{query}")
        expect(self.chart("pledges_map").locator(".choroplethlayer path").first).to_be_attached()
        expect(self.page.locator("html[data-room]")).to_be_attached()
        self.settle()
        control = self.page.locator(".g-play")
        control.scroll_into_view_if_needed()
        return control


@pytest.fixture
def reader(browser: Browser) -> Iterator[Playing]:
    """A reader on a wide screen who doesn't mind motion."""
    made = Playing(browser)
    yield made
    made.close()


def button(control: Locator, name: str) -> Locator:
    return control.get_by_role("button", name=name, exact=True)


def drawn(page: Page) -> str:
    """The map as Plotly has it."""
    made: str = page.locator(".st-key-chart_pledges_map .js-plotly-plot").evaluate(TRACES)
    return made


def test_playing_sends_nothing_and_pausing_sends_one_day(reader: Playing, server: str) -> None:
    control = reader.control(server, "?asof=2025-03-20")
    page = reader.page
    before = len(reader.sent)
    button(control, "1").click()
    button(control, "Play").click()
    chart = reader.chart("pledges_map")
    expect(control.locator("output")).not_to_have_text(FIRST)
    expect(chart.locator(".annotation-text")).to_contain_text(re.compile("2025"))
    told = page.locator(".g-reading")
    quiet = told.evaluate("one => getComputedStyle(one).color")
    assert len(reader.sent) == before
    button(control, "Pause").click()
    day = control.locator("output").text_content()
    expect(page.locator(".g-sentence")).to_contain_text(f"as of {day}")
    reader.settle()
    assert len(reader.sent) == before + 1
    assert "asof=" in page.url
    expect(told).not_to_have_css("color", quiet)


def test_who_plays_plays_on_when_the_page_is_drawn_for_another_width(reader: Playing, server: str) -> None:
    control, page = reader.control(server, "?asof=2025-03-20"), reader.page
    button(control, "1").click()
    button(control, "Play").click()
    expect(page.locator("html[data-playing]")).to_be_attached()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("html[data-room='900']")).to_be_attached()
    reader.settle()
    reader.chart("pledges_map")
    expect(button(control, "Pause")).to_be_visible()
    expect(page.locator("html[data-playing]")).to_be_attached()
    button(control, "Pause").click()
    expect(page).not_to_have_url(re.compile("asof=2025-03-20"))


def test_the_end_is_one_run_and_the_very_map_of_its_day(reader: Playing, server: str) -> None:
    control = reader.control(server, "?asof=2025-12-10")
    page = reader.page
    before = len(reader.sent)
    first, last = control.get_by_role("slider").evaluate("slider => [Number(slider.value), Number(slider.max)]")
    button(control, "4").click()
    button(control, "Play").click()
    expect(page.locator(".g-sentence")).to_contain_text(f"as of {LAST}")
    reader.settle()
    assert len(reader.sent) == before + 1
    late = control.evaluate("node => node.control.late")
    assert len(late) == last - first > 0
    assert min(late) > -125, "a day is no sooner on screen than half a day's time before its own"
    played = drawn(page)
    page.reload()
    reader.settle()
    expect(reader.chart("pledges_map").locator(".choroplethlayer path").first).to_be_attached()
    assert drawn(page) == played


def test_the_slider_goes_by_keyboard_and_rests_once(reader: Playing, server: str) -> None:
    control = reader.control(server)
    page = reader.page
    slider = control.get_by_role("slider")
    slider.focus()
    before = len(reader.sent)
    page.keyboard.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", FIRST)
    expect(page.locator(".g-sentence")).to_contain_text(f"as of {FIRST}")
    reader.settle()
    assert len(reader.sent) == before + 1
    expect(slider).to_be_focused()


def test_steps_lead_to_the_next_change_and_back_to_the_same_map(reader: Playing, server: str) -> None:
    control = reader.control(server, "?asof=2026-02-10")
    page = reader.page
    before, same = len(reader.sent), drawn(page)
    control.evaluate("node => ['-1', '1'].forEach(by => node.querySelector(`[data-step='${by}']`).click())")
    expect(page.locator("html")).not_to_have_attribute("data-playing", "")
    expect(reader.chart("pledges_map").locator(".annotation-text")).to_have_count(0)
    assert len(reader.sent) == before
    assert drawn(page) == same


def test_with_reduced_motion_there_are_steps_only(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    control = page.locator(".g-play")
    expect(control.get_by_role("slider")).to_be_visible()
    expect(button(control, "Play")).to_be_hidden()
    expect(button(control, "2")).to_be_hidden()
    button(control, "Earlier change").click()
    expect(page).to_have_url(re.compile("asof="))


def test_a_finger_finds_every_button(browser: Browser, server: str) -> None:
    reader = Playing(browser, phone=True)
    control = reader.control(server)
    for one in control.locator("button:visible, input").all():
        box = one.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 44
    assert reader.overflow() <= 0
    reader.close()
