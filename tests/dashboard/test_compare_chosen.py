"""Two days compared under filters: everybody who had a status is named; voices that don't bind; one who moved alone."""

import datetime as dt
import re
from pathlib import Path

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.pledges import pledges
from dashboard.figures.theme import LIGHT
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection
from etl.build import build
from etl.check import check
from etl.problem import errors
from tests.conftest import World

MAY, MARCH = dt.date(2025, 5, 1), dt.date(2026, 3, 13)


def compared(db: Database, known: Catalogue, **asked: object) -> Exhibit:
    return pledges(db, Selection("pledges", shape="compare", **{"asof2": MAY, "asof": MARCH} | asked), known)  # type: ignore[arg-type]


def words(found: Exhibit) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found.aside_html(LIGHT)))


def test_a_status_names_everybody_who_had_it_and_what_became_of_them(db: Database, known: Catalogue) -> None:
    for changes in ("moves", "all"):
        said = words(compared(db, known, statuses=("declined",), changes=changes))
        assert "Declined on 1 May 2025: 2. Moved since: none. Said the same again (1): Poland." in said
        assert "Not said again (1): the United States." in said
        assert "Not counted" not in said
    moved = words(compared(db, known, statuses=("pledged", "undecided"), countries=("DEU", "EST", "BEL")))
    assert (
        "Pledged (would send) or undecided on 1 May 2025, under the other filters too: 3. "
        "Moved since (1): Germany, now “on conditions” (not counted: outside Ukraine). "
        "Moved and came back (1): Estonia. Not said again (1): Belgium."
    ) in moved
    assert "Declined on" not in words(compared(db, known))


def test_a_voice_that_does_not_bind_is_selected_apart(db: Database, known: Catalogue) -> None:
    said = words(compared(db, known, statuses=("open",)))
    assert "Open (would consider) on 1 May 2025: 1. Moved since (1): Canada, now “declined”." in said
    assert "Not counted, as the voice doesn’t bind: Australia." in said


def test_a_first_word_that_counts_says_what_stood_before_it(tiny_data: World, tmp_path: Path) -> None:
    before = next(row for row in tiny_data.rows("pledges") if row["pledge_id"] == "AUS-2025-04-10-ground_troops")
    later = {"pledge_id": "AUS-2025-12-01-ground_troops", "announced_on": "2025-12-01", "basis": "head_of_government"}
    tiny_data.put("pledges", [before | later | {"statement_id": "", "event_id": ""}])
    checked = check(tiny_data.folder)
    assert not errors(checked.problems)
    db = Database(build(checked, tmp_path / "x.duckdb"))
    found = compared(db, catalogue(db), statuses=("open",))
    assert "Australia is on record for the first time with a word that counts" in found.reading
    said = words(found)
    assert "1 on record for the first time with a word that counts Australia" in said
    assert re.search(r"Before .{0,80}10 Apr 2025 : would consider; not counted: the voice doesn’t bind", said)


def test_who_moved_alone_went_no_farther_than_others(db: Database, known: Catalogue) -> None:
    reading = compared(db, known, countries=("FRA",)).reading
    assert "1 position moved: 1 towards a commitment; France, from “" in reading
    assert "farthest" not in reading
