import csv
import io
from urllib.request import urlopen

from playwright.sync_api import expect

from tests.e2e.conftest import Visit

YEAR = "from=2025-04-01&until=2026-03-13"


def ties(server: str) -> int:
    with urlopen(f"{server}/api/network.csv?{YEAR}", timeout=20) as answer:
        return len(list(csv.DictReader(io.StringIO(answer.read().decode()))))


def test_the_network_names_every_actor(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/network?{YEAR}")
    chart = visit.chart()
    for name in ("Ukraine", "Russia", "France", "United Kingdom"):
        expect(chart.get_by_text(name, exact=True)).to_be_visible()
    expect(page.get_by_text("1 April 2025 – 13 March 2026").first).to_be_visible()


def test_the_matrix_draws_a_box_per_tie(visit: Visit, server: str) -> None:
    visit.open(f"{server}/network?{YEAR}&shape=matrix")
    chart = visit.chart()
    expect(chart.locator(".scatterlayer .point")).to_have_count(ties(server))
