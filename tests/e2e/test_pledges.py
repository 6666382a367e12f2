import csv
import io
import re
from urllib.request import urlopen

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Visit

LETTER = re.compile(r"\(?[SPCOUDWX]\)?[→…*]*")
ASKED = "asof=2025-12-31"


def rows(url: str) -> list[dict[str, str]]:
    with urlopen(url, timeout=20) as answer:
        return list(csv.DictReader(io.StringIO(answer.read().decode())))


def letters(chart: Locator) -> list[str]:
    """The letters on the map, one per position drawn."""
    found = (text.strip() for text in chart.locator(".scattergeo text").all_text_contents())
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
    expect(chart.locator(".barlayer .point").first).to_be_attached()
    assert chart.locator(".barlayer .point").count() > 9
    expect(page.get_by_text("1 December 2024 – 13 March 2026").first).to_be_visible()


def test_the_table_is_made_when_asked_for(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?shape=table")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_nonsense_in_the_address_earns_a_notice(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?asof=2025-02-30&c=ATLANTIS")
    expect(page.get_by_role("status").filter(has_text="ATLANTIS")).to_be_visible()
    plain_visit.chart()
