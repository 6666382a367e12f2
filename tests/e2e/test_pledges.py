import csv
import io
import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e import bars
from tests.e2e.conftest import Visit

LETTER = re.compile(r"\(?[SPCOUDWX](?:≠[SPCOUDWX])?\)?[→…*]*[\s\u200b]*\??")
ASKED = "asof=2025-12-31"
EVENT = "2025-04-10-lakeside-conference"


def rows(url: str) -> list[dict[str, str]]:
    with urlopen(url, timeout=20) as answer:
        return list(csv.DictReader(io.StringIO(answer.read().decode())))


def letters(chart: Locator) -> list[str]:
    """The letters on the map, one per position drawn."""
    found = (text.strip().strip("\u200b") for text in chart.locator(".scattergeo text").all_text_contents())
    return [text for text in found if LETTER.fullmatch(text)]


def test_the_map_draws_every_position_of_the_day(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/pledges?{ASKED}")
    chart = visit.chart()
    table = rows(f"{server}/api/pledges.csv?{ASKED}")
    expect(chart.locator(".choroplethlayer path").first).to_be_attached()
    assert len(letters(chart)) == len(table) == 11
    expect(page.get_by_text("as of 31 December 2025").first).to_be_visible()
    expect(page.locator(".g-answers")).to_contain_text("Estonia")


def test_the_ledger_draws_a_strip_per_pledger(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/pledges?shape=ledger")
    chart = visit.chart()
    assert chart.evaluate(bars.COUNT) > 9
    expect(page.get_by_text("1 December 2024 – 13 March 2026").first).to_be_visible()


def test_the_table_is_made_when_asked_for(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?as=table")
    grid = page.get_by_test_id("stDataFrame")
    expect(grid).to_be_visible()
    grid.hover()
    expect(page.get_by_role("button", name="Fullscreen")).to_be_visible()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)  # ours leaves no formula in a cell


def test_nonsense_in_the_address_earns_a_notice(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?asof=2025-02-30&c=ATLANTIS")
    expect(page.get_by_role("status").filter(has_text="ATLANTIS")).to_be_visible()
    plain_visit.chart()


LONG = "asof=2025-12-31&c=FRA&c=DEU&c=GBR&c=POL&c=ITA&c=ESP&c=NLD&c=SWE&cond=ceasefire&cond=ceasefire_or_peace&g=NATO"


@pytest.mark.parametrize("width", [1440, 1180, 900, 700, 390])
def test_a_long_sentence_leaves_the_actions_alone(plain_visit: Visit, server: str, width: int) -> None:
    plain_visit.page.set_viewport_size({"width": width, "height": 900})
    page = plain_visit.open(f"{server}/pledges?{LONG}&as=table")
    sentence, actions = page.locator(".g-sentence").bounding_box(), page.locator(".g-actions").bounding_box()
    assert sentence
    assert actions
    beside = sentence["x"] + sentence["width"] <= actions["x"]
    above = sentence["y"] + sentence["height"] <= actions["y"]
    assert beside or above
    assert actions["x"] + actions["width"] <= width
    for one in page.locator(".g-actions > :is(a, button), .g-actions summary").all():
        one.click(trial=True)


@pytest.mark.parametrize("path", ["pledges", "network?from=2024-12-01", "timeline?from=2025-03-01&until=2025-05-01"])
def test_the_card_covers_nothing_and_moves_nothing(plain_visit: Visit, server: str, path: str) -> None:
    page = plain_visit.open(f"{server}/{path}")
    plain_visit.chart()
    before = page.locator(".g-actions").bounding_box()
    page.goto(f"{server}/{path}{'&' if '?' in path else '?'}focus={'FRA' if 'timeline' not in path else EVENT}")
    plain_visit.settle()
    chart, card = plain_visit.chart().locator("..").bounding_box(), page.locator(".st-key-card").bounding_box()
    after = page.locator(".g-actions").bounding_box()
    assert chart
    assert card
    assert chart["x"] + chart["width"] <= card["x"]
    assert card["x"] + card["width"] <= 1440
    assert before == after


def test_a_doubt_in_the_list_opens_what_rivals_it(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?asof=2026-03-13")
    page.locator(".g-answers .g-questions").first.click()
    card = page.locator(".st-key-card")
    expect(card.locator(".g-doubts")).to_be_attached()
    card.locator(".g-questions").click()
    expect(card.locator(".g-doubts")).to_be_in_viewport()
