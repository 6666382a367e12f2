"""Two days compared as a reader does: both maps, the list, a step opens its words, all that was said."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.maps import click

ASKED = "pledges?shape=compare&asof2=2025-05-01"
STEP = "EST-2025-06-01-ground_troops"

# Actor id → letters on the later map, as they are drawn.
WRITTEN = """chart => Object.fromEntries([...chart.querySelectorAll(".geo2 .scattergeo text")].flatMap((text) => {
  const [{ trace }] = text.closest(".scattergeo").__data__, [lon, lat] = text.__data__.lonlat;
  const at = trace.customdata ? trace.lon.findIndex((one, i) => one === lon && trace.lat[i] === lat) : -1;
  return at < 0 ? [] : [[trace.customdata[at][0], text.textContent.trim().replace(/\\s|\\u200b/g, "")]];
}))"""


def test_both_maps_and_who_moved(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/{ASKED}")
    chart = visit.chart("pledges_compare")
    expect(chart.get_by_text("1 May 2025")).to_be_visible()
    expect(chart.get_by_text("13 March 2026")).to_be_visible()
    assert chart.locator(".choroplethlayer").count() == 2
    listed = page.locator(".g-paths")
    expect(listed).to_contain_text("moved towards a commitment")
    expect(listed).to_contain_text("meanwhile “undecided”")
    expect(page.locator(".g-reading")).to_contain_text("4 positions moved")


def test_a_step_of_the_path_opens_its_words(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{ASKED}")
    page.locator(f'.g-paths a[href$="{STEP}"]').click()
    card = page.locator(".g-position").first
    expect(card).to_contain_text("Estonia")
    expect(card).to_contain_text("1 June 2025")
    expect(page).to_have_url(re.compile(f"focus={STEP}"))


def test_a_country_on_either_map_opens_its_card(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{ASKED}")
    click(plain_visit.chart("pledges_compare"), "DEU")
    expect(page.locator(".g-position").first).to_contain_text("Germany")


def test_all_that_was_said_is_one_click_away(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{ASKED}")
    again = page.locator(".g-paths h2", has_text="said the same again")
    expect(again).to_have_count(0)
    page.locator(".g-set-changes").get_by_text("All that was said").click()
    expect(again).to_have_count(1)
    expect(page).to_have_url(re.compile("changes=all"))


def test_under_a_status_the_answer_stands_before_the_maps(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/{ASKED}&status=declined")
    lead, chart = page.locator(".g-path-lead"), visit.chart("pledges_compare").bounding_box()
    expect(lead).to_contain_text("Said the same again (1): Poland. Not said again (1): the United States.")
    above = lead.bounding_box()
    assert above
    assert chart
    assert above["y"] + above["height"] <= chart["y"]
    lead.get_by_role("link", name="Show what they said").click()
    expect(page.locator(".g-paths h2").first).to_contain_text("said the same again")
    expect(page).to_have_url(re.compile("changes=all"))


def test_a_published_comparison_has_its_list_below_and_names_whoever_it_announces(
    plain_visit: Visit, server: str
) -> None:
    page = plain_visit.open_plain(f"{server}/view/{ASKED}")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    chart, listed = page.locator("#chart").bounding_box(), page.locator(".g-paths:visible").bounding_box()
    assert chart
    assert listed
    assert listed["y"] >= chart["y"] + chart["height"]
    for line in page.locator(".g-unlettered:visible").all():
        assert line.locator("[data-actor]:visible").count() > 0


def test_a_day_compared_with_itself_leads_to_another(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?shape=compare&asof=2025-05-01&asof2=2025-05-01")
    expect(page.locator(".g-reading")).to_contain_text("1 May 2025 is compared with itself")
    page.locator(".g-path-lead").get_by_role("link", name="Compare with").click()
    expect(page).to_have_url(re.compile("asof2=2025-04-"))
    expect(page.locator(".g-reading")).to_contain_text("Between ")


def test_who_is_no_larger_than_a_ring_has_its_letter(visit: Visit, real_server: str) -> None:
    visit.open(f"{real_server}/pledges?shape=compare&asof2=2025-03-01")
    chart = visit.chart("pledges_compare")
    expect(chart.locator(".choroplethlayer path").first).to_be_visible()
    written = chart.evaluate(WRITTEN)
    assert {*written["SVN"]} == {"C", "?"}  # the sign on either side of its letter
    assert {*written["LVA"]} == {"C", "?"}


def test_names_lead_to_profiles(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/{ASKED}")
    page.locator(".g-paths .g-path-who a", has_text="Canada").click()
    expect(page).to_have_url(re.compile(r"/country\?c=CAN"))


def test_two_large_maps_have_the_row_and_the_list_stands_in_columns_below_them(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/{ASKED}")
    main, chart = page.locator(".st-key-wide").bounding_box(), visit.chart("pledges_compare").bounding_box()
    listed = page.locator(".g-paths").bounding_box()
    assert main
    assert chart
    assert listed
    assert chart["width"] == pytest.approx(main["width"], abs=2)
    assert listed["y"] > chart["y"] + chart["height"]
    lefts = {round(one.bounding_box()["x"]) for one in page.locator(".g-paths li").all()}  # type: ignore[index]
    assert len(lefts) > 1
    click(visit.chart("pledges_compare"), "DEU")
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Germany")
    beside, opened = visit.chart("pledges_compare").bounding_box(), card.bounding_box()
    assert beside
    assert opened
    assert opened["x"] > beside["x"] + beside["width"]


def test_the_blocks_of_the_key_stand_apart(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/{ASKED}")
    keys = [one.bounding_box() for one in page.locator(".g-key").all()]
    assert len(keys) > 1
    for above, below in pairwise(sorted(keys, key=lambda box: box["y"])):  # type: ignore[index]
        assert below["y"] - above["y"] - above["height"] >= 8  # type: ignore[index]


def test_a_word_without_end_is_broken_on_a_phone(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/{ASKED}&q={'x' * 500}")
    expect(page.locator(".st-key-empty")).to_be_visible()
    assert phone.overflow() <= 0


def test_on_a_phone_the_list_comes_first(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/{ASKED}")
    chart, listed = phone.chart("pledges_compare").bounding_box(), page.locator(".g-paths").bounding_box()
    assert chart
    assert listed
    assert listed["y"] < chart["y"]
    assert phone.overflow() <= 0
