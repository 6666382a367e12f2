"""What an aid figure is called: its measure and release, and what the collection doesn't have of them."""

from dataclasses import replace
from pathlib import Path

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.headline import headline
from dashboard.exhibits.pledges import pledges
from dashboard.queries.catalogue import catalogue
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
