"""The published page: the same answer as the app and the table, without the app."""

import csv
import io
import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit

DRAWN = "body[data-ready=true]"


def test_the_published_map_agrees_with_the_table(visit: Visit, server: str) -> None:
    page = visit.open_plain(f"{server}/view/pledges?asof=2025-04-11")
    expect(page.locator(DRAWN)).to_be_visible()
    with urlopen(f"{server}/api/pledges.csv?asof=2025-04-11", timeout=20) as answer:
        table = list(csv.DictReader(io.StringIO(answer.read().decode())))
    expect(page.locator(".g-proof")).to_contain_text(f"{len(table)} positions")
    found = page.locator("#chart .scattergeo text").all_text_contents()
    texts = [re.sub(r"[\s\u200b?]", "", text) for text in found]
    assert len([text for text in texts if re.fullmatch(r"\(?[SPCOUDWX](?:≠[SPCOUDWX])?\)?[→…*]*", text)]) == len(table)
    expect(page.get_by_text("as of 11 April 2025").first).to_be_visible()


@pytest.mark.parametrize("path", ["overview", "timeline", "network", "pledges?shape=ledger"])
def test_every_view_is_published(plain_visit: Visit, server: str, path: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/{path}")
    expect(page.locator(DRAWN)).to_be_visible()
    expect(page.locator("#chart .main-svg").first).to_be_visible()
    expect(page.locator(".g-proof")).to_contain_text("release 2026-11-25-")
    assert plain_visit.overflow() <= 0


def test_a_theme_asked_for_wins_over_the_device(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/pledges?theme=dark")
    expect(page.locator("body[data-drawn=dark]")).to_be_visible()
    expect(page.locator("body")).to_have_css("background-color", "rgb(20, 21, 23)")


def test_the_page_follows_a_device_that_changes_its_mind(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/network")
    expect(page.locator("body[data-drawn=light]")).to_be_visible()
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body[data-drawn=dark]")).to_be_visible()


def test_it_leads_back_into_the_app(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/pledges?asof=2025-04-11")
    page.get_by_role("link", name="Open in Guarantees").click()
    plain_visit.settle()
    expect(page.get_by_text("as of 11 April 2025").first).to_be_visible()


def test_the_map_fills_a_slide_and_names_its_address(plain_visit: Visit, server: str) -> None:
    plain_visit.page.set_viewport_size({"width": 1920, "height": 1080})
    page = plain_visit.open_plain(f"{server}/view/pledges?asof=2025-04-11")
    expect(page.locator(DRAWN)).to_be_visible()
    expect(page.locator(".address")).to_contain_text("Who would send troops")
    expect(page.locator(".address")).to_be_in_viewport(ratio=1)
    frame, chart = page.locator("main").bounding_box(), page.locator("#chart").bounding_box()
    assert frame
    assert chart
    assert frame["width"] > 1900
    assert chart["height"] > 500


def test_a_table_is_published_as_a_table(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/pledges?as=table")
    expect(page.locator(DRAWN)).to_be_visible()
    expect(page.get_by_role("columnheader", name="Pledger")).to_be_visible()
    assert plain_visit.overflow() <= 0


@pytest.mark.parametrize("view", ["pledges", "pledges?shape=ledger", "timeline?from=2025-03-01", "network", "overview"])
def test_in_a_narrow_frame_of_another_page_all_is_there(plain_visit: Visit, server: str, view: str) -> None:
    source = f"{server}/view/{view}{'&' if '?' in view else '?'}embed=1"
    page = plain_visit.open_plain(source)
    page.set_content(f'<iframe src="{source}" style="width:320px;height:600px;border:0"></iframe>')
    framed = page.frame_locator("iframe")
    expect(framed.locator(DRAWN)).to_be_visible()
    expect(framed.locator("#chart .main-svg").first).to_be_visible()
    expect(framed.locator(".g-proof")).to_contain_text("release 2026-11-25-")
    inside = page.frames[1]
    assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert int(inside.evaluate("document.body.dataset.drawnFor")) <= 320


@pytest.mark.parametrize("width", [320, 700, 1200])
@pytest.mark.parametrize("view", ["pledges", "timeline?from=2025-03-01", "country?c=FRA", "pledges?shape=ledger"])
def test_however_low_its_frame_a_view_shows_whose_word_it_is(
    plain_visit: Visit, server: str, view: str, width: int
) -> None:
    source = f"{server}/view/{view}{'&' if '?' in view else '?'}embed=1"
    page = plain_visit.open_plain(source)
    page.set_viewport_size({"width": max(width, 400), "height": 840})
    page.set_content(f'<iframe src="{source}" style="width:{width}px;height:600px;border:0"></iframe>')
    framed = page.frame_locator("iframe")
    expect(framed.locator(DRAWN)).to_be_visible()
    expect(framed.locator("footer")).to_contain_text(re.compile("source.*release 2026-11-25-.*Open in Guarantees"))
    seen = (
        "() => { const box = document.querySelector('footer').getBoundingClientRect(); return [box.top, box.bottom]; }"
    )
    inside = page.frames[1]
    for place in ("0", "document.documentElement.scrollHeight"):
        inside.evaluate(f"scrollTo(0, {place})")
        top, bottom = inside.evaluate(seen)
        assert 480 <= top < bottom <= 600.5


@pytest.mark.parametrize("width", [1100, 1400, 1900])
def test_positions_of_two_countries_have_room_for_their_words(plain_visit: Visit, server: str, width: int) -> None:
    plain_visit.page.set_viewport_size({"width": width, "height": 1000})
    page = plain_visit.open_plain(f"{server}/view/country?c=FRA&c=GBR")
    expect(page.locator(DRAWN)).to_be_visible()
    cells = page.locator("#positions .g-standing td:nth-child(2)").all()
    assert cells
    for cell in cells:
        box = cell.bounding_box()
        assert box
        assert box["width"] > 200
    assert plain_visit.overflow() <= 0


def test_the_figure_follows_its_frame(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(f"{server}/view/timeline?from=2025-03-01")
    expect(page.locator(DRAWN)).to_be_visible()
    plain_visit.page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("body[data-drawn-for='350']")).to_be_visible()
    assert plain_visit.overflow() <= 0


def test_a_link_says_its_view_to_whoever_previews_it(plain_visit: Visit, server: str) -> None:
    for address, page in (
        ("view/pledges?kind=air_policing", "pledges"),
        ("country?c=FRA", "country"),
        ("", "overview"),
    ):
        text = plain_visit.page.request.get(f"{server}/{address}").text()
        told = dict(re.findall(r'<meta property="(og:[\w:]+)" content="([^"]*)"', text))
        assert told["og:title"] in text.split("</title>")[0]
        assert told["og:description"]
        assert f"/picture/{page}.png?" in told["og:image"]
        assert "Streamlit" not in told["og:title"]


@pytest.mark.parametrize("path", ["pledges", "pledges?as=table", "statements"])
def test_the_first_stop_leads_past_what_is_shown_and_that_has_a_name(
    plain_visit: Visit, server: str, path: str
) -> None:
    page = plain_visit.open_plain(f"{server}/view/{path}")
    expect(page.locator(DRAWN)).to_be_visible()
    title = page.get_by_role("heading", level=1).inner_text()
    expect(page.locator("figure")).to_have_accessible_name(title)
    skip = page.get_by_role("link", name="Skip to text and sources")
    expect(skip).to_have_css("height", "1px")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    assert skip.evaluate("one => one.getBoundingClientRect().height") > 24
    page.keyboard.press("Enter")
    expect(page.locator("footer")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("footer :focus")).to_be_attached()


def test_a_timeline_that_counts_promises_no_answers(plain_visit: Visit, real_server: str) -> None:
    page = plain_visit.page
    page.set_viewport_size({"width": 320, "height": 700})
    plain_visit.open_plain(f"{real_server}/view/timeline?embed=1")
    expect(page.locator("body[data-ready=true]")).to_be_attached()
    expect(page.locator("h1")).to_have_text("What was said and done, week by week")
    page.set_viewport_size({"width": 1400, "height": 900})
    expect(page.locator("h1")).to_have_text("What was said and done, and who answered whom")
