"""Countries beyond a map's frame are named in words wherever the map has no column for them, and only there."""

import datetime as dt
import re
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.overview import overview
from dashboard.exhibits.pledges import pledges
from dashboard.figures.atlas import in_europe_frame, label_points
from dashboard.figures.theme import LIGHT
from dashboard.queries.catalogue import catalogue
from dashboard.readings.wording import is_state
from dashboard.selection import Selection

MAY, MARCH = dt.date(2025, 5, 1), dt.date(2026, 3, 13)


@pytest.fixture(scope="module")
def db(real_database: Path) -> Database:
    return Database(real_database)


@pytest.fixture(scope="module")
def known(db: Database) -> Catalogue:
    return catalogue(db)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def left_out(exhibit: Exhibit, width: int) -> str:
    assert exhibit.draw
    return words(exhibit.left_out(exhibit.draw(LIGHT, width), LIGHT))


def beyond(exhibit: Exhibit) -> set[str]:
    rows = exhibit.table[exhibit.table["pledger_id"].map(is_state)]
    known = label_points()
    return {str(row.pledger) for row in rows.itertuples() if not in_europe_frame(known[str(row.pledger_id)])}


@pytest.mark.parametrize("width", [358, 500, 559])
def test_a_narrow_map_is_followed_by_those_beyond_it(db: Database, known: Catalogue, width: int) -> None:
    exhibit = pledges(db, Selection("pledges"), known)
    said = left_out(exhibit, width)
    assert said.startswith("Beyond this frame on 13 March 2026:")
    assert {"United States", "Canada"} <= beyond(exhibit)
    assert all(name in said for name in beyond(exhibit))


@pytest.mark.parametrize("width", [358, 420])
def test_the_front_page_names_them_too(db: Database, known: Catalogue, width: int) -> None:
    assert "United States" in left_out(overview(db, Selection("overview"), known), width)


def test_a_wide_map_has_them_in_its_column(db: Database, known: Catalogue) -> None:
    assert left_out(pledges(db, Selection("pledges"), known), 1060) == ""


def test_a_map_of_the_world_leaves_nobody_out(db: Database, known: Catalogue) -> None:
    for shape in ("map", "compare"):
        exhibit = pledges(db, Selection("pledges", shape=shape, framing="world"), known)
        assert left_out(exhibit, 400) == ""


def test_of_two_days_both_letters_are_told(db: Database, known: Catalogue) -> None:
    asked = Selection("pledges", shape="compare", asof2=dt.date(2025, 9, 12), asof=MARCH)
    said = left_out(pledges(db, asked, known), 1060)
    assert said.startswith("Beyond this frame on 12 September 2025 and 13 March 2026:")
    assert "C on conditions → O would consider Canada" in said
    assert "no record → D declined India" in said
    assert "D declined United States" in said


def test_a_low_or_narrow_slide_names_them_in_words(db: Database, known: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges"), known)
    assert exhibit.slide
    for width, height, is_column in ((689, 346, True), (560, 400, False), (689, 250, False), (493, 200, False)):
        said = exhibit.left_out(exhibit.slide(LIGHT, width, height), LIGHT)
        assert (said == "") is is_column, (width, height)


def test_large_states_keep_their_letter_on_a_small_map(db: Database, known: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges"), known)
    assert exhibit.slide
    made = exhibit.slide(LIGHT, 560, 188)
    written = next(trace for trace in made._data if trace["name"] == "letters")
    shown = {cell[0] for cell in written["customdata"]}
    assert {"FRA", "GBR", "DEU", "POL", "ESP"} <= shown
    assert len(shown) < len(exhibit.table)
