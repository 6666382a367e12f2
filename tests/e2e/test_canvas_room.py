"""A canvas uses the room it has: rows of an event, names beside a map, boxes whose names and counts stand free."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.canvases import LEAST, SIZES, STUMBLES, canvas, stumbles
from tests.e2e.visits import Visit

EVENT = "event?e=2025-09-04-paris-coalition-summit"
SMALL = "event?e=2024-05-31-nordic-ukraine-summit-stockholm"
# How many pixels of the layout the names of columns stand below their frame's edge, at least.
FREE = """() => {
  const unit = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--unit"));
  const top = document.querySelector(".g-within").getBoundingClientRect().top;
  const names = [...document.querySelectorAll(".g-matrix thead th span")].filter((one) => one.offsetParent);
  return Math.min(...names.map((one) => one.getBoundingClientRect().top - top)) / unit;
}"""
# What is free of a list's place beside a chart or below it, and how many groups lack names.
LEFT = """() => {
  const aside = [...document.querySelectorAll(".aside")].find((one) => one.offsetParent);
  const rows = [...aside.querySelectorAll(".g-names")].filter((one) => one.offsetParent);
  const figure = aside.parentElement.querySelector("figure").clientHeight;
  const isTall = document.documentElement.dataset.canvas === "tall";
  const share = aside.querySelector(".g-hanging") ? 3 / 8 : 3 / 7;
  const high = isTall ? Math.floor((figure + aside.clientHeight) * share) : figure;
  return [high - aside.scrollHeight, rows.filter((one) => /\\d\\smore$/.test(one.textContent.trim())).length];
}"""

# Those listed, and how many there are in all groups.
LISTED = """() => {
  const box = [...document.querySelectorAll(".g-paths")].find((one) => one.parentElement.offsetParent);
  const count = [...box.querySelectorAll(".g-count")].reduce((all, one) => all + Number(one.textContent), 0);
  return [[...box.querySelectorAll("ol > li")].filter((one) => one.offsetParent).length, count];
}"""
# What the table of boxes leaves free of its place, as shares: at its right and left, and below it.
UNUSED = """() => {
  const table = document.querySelector(".g-matrix").getBoundingClientRect();
  const box = document.querySelector("figure").getBoundingClientRect();
  return [1 - table.width / box.width, (box.bottom - table.bottom) / box.height];
}"""


@pytest.mark.parametrize("size", SIZES)
def test_an_event_names_all_who_took_part_by_their_position(plain_visit: Visit, real_server: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/{EVENT}", size)
    assert not stumbles(page, size)
    groups = page.locator(".g-bypositions .g-answer:visible")
    heads = page.locator(".g-bypositions .g-answer:visible h2").all_inner_texts()
    counts = [int(head.split()[0]) for head in heads]
    assert any("No record" in head for head in heads)
    assert [group.locator(".g-names a:not(.g-questions)").count() for group in groups.all()] == counts
    of_states = counts[: next(at for at, head in enumerate(heads) if "Not a state" in head)]
    assert sum(of_states) == 34
    expect(page.locator(".sentence")).not_to_contain_text(page.locator("h1").inner_text())


def test_an_event_of_few_keeps_its_table(plain_visit: Visit, real_server: str) -> None:
    for size in SIZES:
        page = canvas(plain_visit, f"{real_server}/view/{SMALL}", size)
        assert not stumbles(page, size)
        rows = page.locator(".g-onrecord tbody tr")
        expect(rows.and_(page.locator(":visible"))).to_have_count(rows.count())


@pytest.mark.parametrize("size", SIZES)
def test_boxes_that_are_left_out_are_counted_once_and_names_stand_free(
    plain_visit: Visit, real_server: str, size: str
) -> None:
    page = canvas(plain_visit, f"{real_server}/view/network?shape=matrix", size)
    assert not stumbles(page, size)
    assert page.evaluate(FREE) >= 3
    rows = page.locator(".g-matrix tbody tr:visible").count()
    columns = page.locator(".g-matrix thead th:visible").count() - 1
    told = page.locator("figure .g-note:visible, figure .more:visible")
    expect(told).to_have_count(1)
    expect(told).to_contain_text(f"Rows of {rows} and columns of {columns} of the ")


@pytest.mark.parametrize("days", ["", "&from=2021-12-17&until=2026-07-05", "&from=2025-08-18&until=2025-08-18"])
@pytest.mark.parametrize("size", SIZES)
def test_boxes_fill_their_place(plain_visit: Visit, real_server: str, size: str, days: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/network?shape=matrix{days}", size)
    assert not stumbles(page, size)
    beside, below = page.evaluate(UNUSED)
    assert beside < 0.02
    assert below < 0.12


@pytest.mark.parametrize("size", SIZES)
def test_all_who_moved_in_a_year_are_named_beside_the_maps(plain_visit: Visit, real_server: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?shape=compare&asof2=2025-09-01&asof=2026-07-05", size)
    assert not stumbles(page, size)
    shown, count = page.evaluate(LISTED)
    assert shown == count >= 12


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["asof=2025-09-04", "asof=2026-03-13", "framing=world", "kind=air_policing"])
def test_beside_a_map_all_are_named_with_their_letter(
    plain_visit: Visit, real_server: str, view: str, size: str
) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?{view}", size)
    assert not stumbles(page, size)
    free, lacking = page.evaluate(LEFT)
    assert free >= 0
    assert not lacking
    expect(page.locator(".key .g-outside, .key .g-unlettered")).to_have_count(0)


@pytest.mark.parametrize("size", SIZES)
def test_a_list_of_conditions_stops_only_where_no_line_is_free(plain_visit: Visit, real_server: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?shape=conditions&over=all", size)
    assert not stumbles(page, size)
    free, lacking = page.evaluate(LEFT)
    assert free < 20 or not lacking


def test_of_few_on_conditions_all_are_named(plain_visit: Visit, real_server: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?asof=2025-09-04", "1920x1080")
    group = page.locator(".aside:visible .g-answer").filter(has_text="Would send on conditions")
    expect(group).to_contain_text("Lithuania")
    expect(group).not_to_contain_text(" more")


@pytest.mark.parametrize(
    "view", ["pledges", "pledges?shape=ledger", "pledges?shape=compare", "timeline", "network", EVENT, "country?c=FRA"]
)
def test_a_slide_s_picture_below_its_title_fits(plain_visit: Visit, real_server: str, view: str) -> None:
    looks = f"{'&' if '?' in view else '?'}title=0&proof=compact"
    page = canvas(plain_visit, f"{real_server}/view/{view}{looks}", "1920x900")
    assert not page.evaluate(STUMBLES, LEAST)


@pytest.mark.parametrize("size", SIZES)
def test_of_two_countries_strips_are_drawn_on_every_picture(plain_visit: Visit, real_server: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/country?c=DEU&c=FRA", size)
    assert not stumbles(page, size)
    strips = page.locator(".g-part-of:visible:has(.g-strips) .g-lane:visible")
    assert strips.count() >= 4


@pytest.mark.parametrize("size", SIZES)
def test_a_timeline_says_what_it_counts_by_and_what_it_folds(plain_visit: Visit, real_server: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/timeline?from=2025-08-01&until=2025-11-30", size)
    assert not stumbles(page, size)
    key = page.locator(".key:visible")
    expect(key).to_contain_text(re.compile(r"events of \d+ kinds share a lane, \d+ capitals the last one"))
    expect(key).not_to_contain_text("week or month")
    head, counted = page.locator("h1").inner_text(), "how many in a week" in key.inner_text()
    assert counted == ("week by week" in head)


@pytest.mark.parametrize("size", SIZES)
def test_agreements_fill_their_place(plain_visit: Visit, real_server: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?shape=contributions&part=agreements", size)
    assert not stumbles(page, size)
    free = page.evaluate(
        """() => { const box = document.querySelector("figure"), told = box.querySelectorAll(".more, .g-signs");
          const last = [...told].at(-1);
          return box.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom; }"""
    )
    assert free < 60
