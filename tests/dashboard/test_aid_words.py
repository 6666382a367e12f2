"""Aid in words: measure and release, what the collection doesn't have of them, and the donors that are drawn."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.headline import headline
from dashboard.exhibits.pledges import pledges
from dashboard.queries.catalogue import catalogue
from dashboard.routes import routes
from dashboard.selection import Selection
from etl.build import build
from etl.check import check
from tests.conftest import World

TOTALS = Selection("pledges", shape="contributions")
DAY = "Kiel release 29, to 31 October 2025"


def test_a_release_that_lacks_a_measure_is_not_denied(tiny_data: World, tmp_path: Path) -> None:
    lacked, rows = ("29", "commitment"), tiny_data.rows("aid_totals")
    kept = [row for row in rows if (row["kiel_release"], row["measure"]) != lacked]
    tiny_data.put("aid_totals", kept, only=True)
    db = Database(build(check(tiny_data.folder), tmp_path / "x.duckdb"))
    known = catalogue(db)
    asked = replace(TOTALS, measure="commitment", kiel="29")
    found = pledges(db, asked, known)
    assert found.is_empty
    assert found.title == f"Aid committed to Ukraine: this collection has no commitments of {DAY}"
    assert found.sentence == f"Commitments by donor, billions of euros, {DAY}"
    by_share = pledges(db, replace(asked, per="gdp", countries=("DEU",)), known)
    assert by_share.title.startswith("Aid committed to Ukraine as a share of GDP: this collection has no commitments")
    assert by_share.hint == found.hint == "Ask for the other measure, or for another release."
    assert pledges(db, replace(asked, measure="allocation"), known).title == f"Aid allocated to Ukraine: {DAY}"


def test_a_headline_before_any_row_is_asked_for_has_the_measure(known: Catalogue) -> None:
    assert headline(TOTALS, known) == "Aid allocated to Ukraine, donor by donor"
    assert headline(replace(TOTALS, measure="commitment"), known) == "Aid committed to Ukraine, donor by donor"


def test_months_are_told_in_the_order_in_which_they_are_drawn(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(TOTALS, part="months", countries=("FRA", "DEU", "EU")), known)
    told = [found.reading.index(name) for name in ("France allocated", "Germany allocated", "the EU allocated")]
    assert told == sorted(told)
    assert found.reading.index("for France") < found.reading.index("for Germany") < found.reading.index("for the EU")


@pytest.mark.parametrize("size", ["1920x1080", "800x600", "1200x900"])
def test_a_picture_tells_of_the_donors_that_it_has_room_for(real_database: Path, size: str) -> None:
    client = TestClient(Starlette(routes=routes(Database(real_database))))
    query = f"shape=contributions&part=months&c=DNK&c=USA&c=GBR&c=FRA&c=POL&c=JPN&size={size}"
    page = client.get(f"/view/pledges?{query}").text
    (reading,) = re.findall(r'<p class="reading">(.*?)</p>', page)
    (drawn,) = re.findall(r"(\d) of 6 donors", page)
    donors = ["Denmark", "United States", "United Kingdom", "France"][: int(drawn)]
    assert re.findall(r"(\w+(?: States| Kingdom)?) allocated", reading) == donors
