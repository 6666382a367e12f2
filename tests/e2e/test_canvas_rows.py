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
