"""A chart that is cut to fit its canvas ends below a whole strip: what it names as left out isn't seen in part."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.canvases import SIZES, canvas, stumbles
from tests.e2e.visits import Visit

PARTLY = """() => {
  const { yaxis } = document.querySelector("#chart")._fullLayout, [end] = yaxis.range;
  const gaps = yaxis.tickvals.map((value) => Math.abs(value - end));
  const notes = [...document.querySelectorAll(".more")].map((one) => one.textContent);
  const left = notes.find((words) => words.startsWith("And")).replace(/^[^:]*: /, "").split(", ");
  return [Math.min(...gaps), yaxis.ticktext.filter((words) => left.includes(words))];
}"""


@pytest.mark.parametrize(("shape", "size"), [("conditions", "1200x630"), ("contributions", "960x1080")])
def test_no_strip_is_seen_in_part(plain_visit: Visit, real_server: str, shape: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?shape={shape}", size)
    assert page.evaluate(PARTLY) == [pytest.approx(0.5), []]


STRIPS = """() => {
  const { layout } = document.querySelector("#chart"), names = Object.keys(layout).filter((one) => /^yaxis/.test(one));
  const pitch = Math.abs(document.querySelector("#chart")._fullLayout.yaxis._m) || 0;
  return [names.reduce((all, name) => all + layout[name].ticktext.length, 0), pitch];
}"""


@pytest.mark.parametrize(("size", "least"), [("960x1080", 27), ("1080x1080", 27), ("1920x1080", 40)])
def test_half_a_slide_has_most_strips_of_a_ledger_and_a_slide_all(
    plain_visit: Visit, real_server: str, size: str, least: int
) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?shape=ledger", size)
    assert not stumbles(page, size)
    shown, pitch = page.evaluate(STRIPS)
    assert shown >= least
    assert pitch >= 11.2
    if shown < 40:
        expect(page.locator(".more")).to_contain_text(f"{shown} of 40 strips")


@pytest.mark.parametrize(("size", "least"), [("960x1080", 5), ("1080x1080", 5), ("1920x1080", 6)])
def test_of_many_statements_several_are_shown_and_said_to_be_so_many(
    plain_visit: Visit, real_server: str, size: str, least: int
) -> None:
    page = canvas(plain_visit, f"{real_server}/view/statements", size)
    assert not stumbles(page, size)
    shown = page.locator(".g-hits > li:visible").count()
    assert shown >= least
    expect(page.locator(".more")).to_have_text(re.compile(rf"The first {shown} of [\d,]+ statements"))


@pytest.mark.parametrize("asked", ["dictator", "backstop", "Oreshnik"])
def test_of_every_statement_found_it_is_seen_by_which_word(plain_visit: Visit, real_server: str, asked: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/statements?q={asked}", "1920x1080")
    assert not stumbles(page, "1920x1080")
    shown = page.locator(".g-hits > li:visible")
    expect(shown.filter(has=page.locator("mark:visible"))).to_have_count(shown.count())
    expect(page.locator("main")).to_contain_text("A search finds other forms of a word")


WORDS = """() => [...document.querySelectorAll("#chart text")].map((one) => one.textContent.trim())"""
TOUCHING = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .map((one) => [one.textContent, one.getBoundingClientRect()]);
  const found = [];
  for (const [head, one] of boxes("#chart .annotation-text")) for (const [tick, other] of boxes("#chart .ytick text"))
    if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
      found.push(`${head} on ${tick}`);
  return found;
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["timeline", "timeline?from=2025-08-01&until=2025-10-01", "timeline?from=2024-02-01"])
def test_events_on_a_canvas_have_their_whole_names_or_none(
    plain_visit: Visit, real_server: str, view: str, size: str
) -> None:
    page = canvas(plain_visit, f"{real_server}/view/{view}", size)
    words = page.evaluate(WORDS)
    assert words
    assert not [one for one in words if one.endswith("…")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("more", ["", "&hl=USA&hl=DEU&hl=GBR&hl=FRA&hl=POL&hl=JPN"])
def test_headings_of_months_touch_no_scale(plain_visit: Visit, real_server: str, size: str, more: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?shape=contributions&part=months{more}", size)
    assert page.locator("#chart .annotation-text").count() >= 2
    assert page.evaluate(TOUCHING) == []


# How wide a row is, and how far apart its parts stand: what is left of the map, and between map and list.
BESIDE = """() => {
  const across = (box) => [box.left, box.right].map(Math.round);
  const aside = [...document.querySelectorAll(".aside")].find((one) => one.offsetParent).getBoundingClientRect();
  const map = document.querySelector("#chart .bg").getBoundingClientRect();
  const row = document.querySelector("main > .exhibit").getBoundingClientRect();
  return { row: row.width, before: map.left - row.left, between: aside.left - map.right };
}"""


def test_a_map_and_the_list_beside_it_share_the_row(plain_visit: Visit, real_server: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/overview", "1920x1080")
    found = page.evaluate(BESIDE)
    assert max(found["before"], found["between"]) < 0.06 * found["row"]


@pytest.mark.parametrize("size", [*SIZES, "1200x630"])
@pytest.mark.parametrize("view", ["network?shape=actors&c=FRA", "network?shape=actors"])
def test_a_table_of_actors_is_as_large_as_its_place_allows_and_has_no_links_to_drawings(
    plain_visit: Visit, real_server: str, view: str, size: str
) -> None:
    page = canvas(plain_visit, f"{real_server}/view/{view}", size)
    assert size == "1200x630" or not stumbles(page, size)
    expect(page.locator("main")).not_to_contain_text("Drawing", use_inner_text=True)
    table, box = page.locator(".g-actors").bounding_box(), page.locator("figure").bounding_box()
    assert table
    assert box
    assert table["x"] + table["width"] <= box["x"] + box["width"] + 1
    assert page.locator(".g-actors tbody tr:visible").count() >= (5 if "c=" in view or size == "1200x630" else 12)


@pytest.mark.parametrize("view", ["overview", "network?shape=matrix&c=FRA&c=RUS&from=2025-08-25&until=2025-09-12"])
def test_the_release_of_a_picture_stands_in_one_line(plain_visit: Visit, real_server: str, view: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/{view}", "1920x1080")
    release = page.locator(".g-proof > span", has_text="release")
    assert release.evaluate("one => [...one.getClientRects()].length") == 1
    line = release.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
    box = release.bounding_box()
    unit = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--unit'))")
    assert box
    assert box["height"] < 1.5 * line * unit
