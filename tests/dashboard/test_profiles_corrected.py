"""A country's profile tells that a position was corrected, in its lead and among all: what it was, until when, why."""

import datetime as dt
from pathlib import Path

from dashboard.database import Database
from dashboard.exhibits.country import country
from dashboard.figures.theme import LIGHT
from dashboard.parts.corrected import corrected
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection
from etl.build import build
from etl.check import check
from tests.conftest import World
from tests.dashboard.reader import plain

CELL = {"table_name": "pledges", "column_name": "status", "old_value": "open", "corrected_on": "2026-12-04"}
STANDS = {"row_id": "FRA-2026-02-10-ground_troops", "new_value": "signed", "why": "The paper was read again."}
EARLIER = {"row_id": "FRA-2025-04-10-ground_troops", "new_value": "pledged", "why": "A second outlet has it."}


def test_a_corrected_position_says_what_it_was_until_when_and_why(tiny_data: World, tmp_path: Path) -> None:
    tiny_data.put("corrections", [CELL | STANDS, CELL | EARLIER])
    db = Database(build(check(tiny_data.folder), tmp_path / "corrected.duckdb"))
    html = country(db, Selection("country", countries=("FRA",)), catalogue(db)).body_html(LIGHT)
    lead, _, rest = html.partition('id="positions"')
    section = rest.partition('id="corrected"')[2]
    said = "Status was “Open” until 4 December 2026, because the paper was read again. It is “Signed”."
    assert said in plain(lead)
    assert said in plain(section)
    assert "a second outlet" not in plain(lead)
    assert "because a second outlet has it. It is “Pledged”." in plain(section)


def test_a_value_that_ends_its_sentence_has_one_stop() -> None:
    shown = {"column_title": "Summary", "old_shown": "Once.", "new_shown": "A test."}
    row = shown | {"corrected_on": dt.date(2026, 12, 4), "why": "It was read again."}
    said = plain(corrected(row))
    assert said == "Summary was “Once.” until 4 December 2026, because it was read again. It is “A test.”"
    assert plain(corrected(row | {"new_shown": "A test", "old_shown": None})).endswith("It is “A test”.")
