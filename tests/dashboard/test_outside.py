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
from dashboard.published.canvas import canvas_of
from dashboard.published.counted import as_marked
from dashboard.published.plan import fitted, key
from dashboard.readings.wording import is_state
from dashboard.selection import Selection

MAY, MARCH = dt.date(2025, 5, 1), dt.date(2026, 3, 13)


@pytest.fixture(scope="module")
def db(real_database: Path) -> Database:
    return Database(real_database)


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
    assert left_out(pledges(db, Selection("pledges", framing="world"), known), 400) == ""
    compared = left_out(pledges(db, Selection("pledges", shape="compare", framing="world"), known), 400)
    assert compared.startswith("No room on the map:"), "two maps have no list of all positions beside them"


def test_of_two_days_both_letters_are_told(db: Database, known: Catalogue) -> None:
    asked = Selection("pledges", shape="compare", asof2=dt.date(2025, 9, 12), asof=MARCH)
    exhibit = pledges(db, asked, known)
    said = left_out(exhibit, 1060)
    assert said.startswith("Beyond this frame on 12 September 2025 and 13 March 2026:")
    assert "Canada" in said, "though the list beside the maps has its path"
    assert "no record → D declined India" in said
    assert "D declined, older than 180 days United States" in said


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


def listed(exhibit: Exhibit) -> set[str]:
    """Whom the list beside two maps names, with both positions."""
    return set(re.findall(r'country\?[^"]*\bc=(\w+)"', exhibit.aside_html(LIGHT)))


def ids(html: str) -> set[str]:
    return set(re.findall(r'data-actor="(\w+)"', html))


@pytest.mark.parametrize("size", ["960x1080", "1080x1080", "1920x1080", "1200x675"])
@pytest.mark.parametrize("shape", ["map", "compare"])
def test_every_status_in_a_picture_has_its_letter(db: Database, known: Catalogue, shape: str, size: str) -> None:
    exhibit = pledges(db, Selection("pledges", shape=shape), known)
    canvas = canvas_of({"size": size})
    assert exhibit.draw
    assert canvas
    told = key(exhibit, LIGHT)
    drawing, left = fitted(exhibit, canvas, LIGHT, (exhibit.reading, told, ""), True)
    figure = drawing(LIGHT)
    written = {cell[0] for trace in figure._data if trace["name"] == "letters" for cell in trace["customdata"]}
    drawn = {row for trace in figure._data if trace["name"] == "small states" for (row,) in trace["customdata"]}
    named = exhibit.unlettered_html(LIGHT, left) if left else ""
    assert drawn <= written | set(left)
    beside = listed(exhibit) if shape == "compare" else set()
    assert ids(named) == set(left) - beside
    assert ids(exhibit.unlettered(figure, LIGHT)) == set(left) - beside


@pytest.mark.parametrize("earlier", [dt.date(2025, 3, 1), dt.date(2025, 9, 12)])
@pytest.mark.parametrize("framing", ["europe", "world"])
@pytest.mark.parametrize("width", [1068, 1006, 700, 358])
def test_of_two_days_each_position_has_its_letter_or_is_named(
    db: Database, known: Catalogue, width: int, framing: str, earlier: dt.date
) -> None:
    exhibit = pledges(db, Selection("pledges", shape="compare", asof2=earlier, framing=framing), known)
    assert exhibit.draw
    figure = exhibit.draw(LIGHT, width)
    named = ids(exhibit.left_out(figure, LIGHT)) | listed(exhibit)
    for geo, day in zip(("geo", "geo2"), (earlier, MARCH), strict=True):
        stood = {row for row in pledges(db, Selection("pledges", asof=day), known).table["pledger_id"] if is_state(row)}
        drawn = [trace for trace in figure._data if trace["name"] == "letters" and trace["geo"] == geo]
        assert stood
        assert stood <= {cell[0] for trace in drawn for cell in trace["customdata"]} | named


def test_a_move_beyond_the_frame_has_its_letters_then_and_now(db: Database, known: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges", shape="compare", asof2=dt.date(2025, 3, 1)), known)
    said = words(exhibit.outside_html(LIGHT))
    assert "O would consider → U undecided, older than 180 days New Zealand" in said
    assert all(name in said for name in ("Australia", "Brazil", "Canada", "China", "India", "United States"))


def test_who_has_no_letter_is_named_status_first(db: Database, known: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges"), known)
    said = words(exhibit.unlettered_html(LIGHT, ["NLD", "LUX"]))
    assert said.startswith("No room on the map: D declined")
    assert "O would consider Netherlands" in said
    assert "Austria" not in said
    assert "Canada" not in words(exhibit.unlettered_html(LIGHT, None))


def test_two_small_maps_name_those_without_a_letter_on_either(db: Database, known: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges", shape="compare"), known)
    assert "No room on the map: U undecided, older than 180 days Austria" in left_out(exhibit, 240)
    assert exhibit.draw
    meta = exhibit.draw(LIGHT, 560)._layout["meta"]
    assert set(meta.get("unlettered", ())) <= set(meta["unsigned"]), "a letter without its question mark is named too"
    assert "No room on the map: C on conditions, older than 180 days Slovenia ?" in left_out(exhibit, 560)


def test_a_key_says_that_not_all_question_marks_have_room(db: Database, known: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges"), known)
    assert exhibit.card
    said = words(as_marked(exhibit.key_html(LIGHT), exhibit.card(LIGHT, 493, 240)._layout))
    assert "contested or uncertain, where it has room" in said
    assert exhibit.draw
    assert "where it has room" not in words(as_marked(exhibit.key_html(LIGHT), exhibit.draw(LIGHT, 1060)._layout))


def test_age_is_seen_in_words_as_on_the_map(db: Database, known: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges"), known)
    entries = {words(entry): entry for entry in re.findall(r"<li.*?</li>", exhibit.outside_html(LIGHT))}
    aged = {str(row.pledger) for row in exhibit.table.itertuples() if row.is_aged and row.counted_as == "counted"}
    assert "Brazil" in aged
    assert all(
        ("g-pale" in entry and "older than 180 days" in said) == any(name in said for name in aged)
        for said, entry in entries.items()
    )


def test_no_dot_of_a_state_without_a_record_lies_on_a_letter(db: Database, known: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges"), known)
    assert exhibit.draw
    names = [trace["name"] for trace in exhibit.draw(LIGHT, 540)._data]
    assert names.index("no record, small states") < names.index("small states") < names.index("letters")
