"""Two days compared on the invented world: who moved, by what path, on whose word; the list, the maps, the page."""

import datetime as dt
import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.catalogue import Catalogue
from dashboard.components.bridge import GOING
from dashboard.database import LOCATION, Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.pledges import pledges
from dashboard.figures.theme import LIGHT
from dashboard.readings.compare import reading_compare
from dashboard.selection import Selection
from tests.dashboard.reader import plain, titles

FRAME = Path(__file__).resolve().parents[2] / "dashboard" / "frame.py"
MAY, DECEMBER, MARCH = dt.date(2025, 5, 1), dt.date(2025, 12, 31), dt.date(2026, 3, 13)


def compared(db: Database, known: Catalogue, **asked: object) -> Exhibit:
    return pledges(db, Selection("pledges", shape="compare", **{"asof2": MAY, "asof": MARCH} | asked), known)  # type: ignore[arg-type]


def outcomes(found: Exhibit) -> dict[str, str]:
    return dict(zip(found.table["pledger"], found.table["group"], strict=True))


def counting(found: Exhibit) -> set[str]:
    both = found.asked[2].frame
    return {*both.loc[both["is_shown"] & both["is_counting"], "pledger_id"]}


def html(found: Exhibit) -> str:
    return found.aside_html(LIGHT)


def words(found: Exhibit) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(found)))


def test_who_moved_which_way_and_who_came_back(db: Database, known: Catalogue) -> None:
    assert outcomes(compared(db, known)) == {
        "United Kingdom": "up",
        "Germany": "up",
        "France": "up",
        "Canada": "down",
        "Estonia": "came_back",
        "Poland": "restated",
        "Belgium": "unchanged",
        "Italy": "unchanged",
        "United States": "unchanged",
    }


def test_the_rows_are_all_that_the_two_maps_count(db: Database, known: Catalogue) -> None:
    for asked in ({}, {"changes": "all"}, {"countries": ("FRA", "ITA")}):
        found = compared(db, known, **asked)
        assert {*found.table["pledger_id"]} == counting(found)
        assert found.shown == len(found.table)
        assert {one for cell in found.table["source_ids"] for one in cell} == {*found.source_ids}


def test_the_longest_way_stands_first(db: Database, known: Catalogue) -> None:
    table = compared(db, known).table
    assert list(table.loc[table["outcome"] == "moved", "rank_move"].abs()) == [2, 2, 2, 1]


def test_all_that_was_said_is_a_switch_away(db: Database, known: Catalogue) -> None:
    moved, everything = words(compared(db, known)), words(compared(db, known, changes="all"))
    for name in ("Poland", "Belgium"):
        assert name in everything
        assert name not in moved


def test_a_first_record_is_no_move(db: Database, known: Catalogue) -> None:
    found = compared(db, known, asof2=dt.date(2025, 4, 1), asof=MAY)
    assert set(outcomes(found).values()) == {"up", "first_record"}
    new = list(outcomes(found).values()).count("first_record")
    assert found.brief.endswith(f"; {new} came on record.")
    assert "on record for the first time" in found.reading


def test_the_days_may_be_given_either_way_round(db: Database, known: Catalogue) -> None:
    assert outcomes(compared(db, known, asof2=MARCH, asof=MAY)) == outcomes(compared(db, known))


def test_filters_on_positions_hold_on_the_earlier_day(db: Database, known: Catalogue) -> None:
    found = compared(db, known, statuses=("open",), changes="all")
    assert set(found.table["old_status"]) == {"open"}
    assert "of those open (would consider) on the earlier day" in found.sentence
    assert outcomes(compared(db, known, countries=("FRA",))) == {"France": "up"}


def test_the_reading_counts_what_the_list_shows(db: Database, known: Catalogue) -> None:
    assert compared(db, known).reading.startswith(
        "Between 1 May 2025 and 13 March 2026, 4 positions moved: 3 towards a commitment and 1 away from one"
    )
    assert "Estonia moved and came back" in compared(db, known).reading
    counts = {count.words: len(count.rows) for count in compared(db, known).counts()}
    assert counts == {
        "4 moved": 4,
        "3 moved towards a commitment": 3,
        "1 moved away from one": 1,
        "1 moved and came back": 1,
        "1 said the same again": 1,
        "3 not said again": 3,
    }
    assert all((count.left_out["why"] != "").all() for count in compared(db, known).counts())


def test_a_move_to_what_the_map_does_not_count_says_so() -> None:
    moved = {"outcome": "moved", "rank_move": 2, "kind": "ground_troops", "old_status": "open"}
    moved |= {"new_status": "conditional", "path": []}
    rows = [moved | {"pledger": "France", "counted_as": "counted"}]
    rows.append(moved | {"pledger": "Germany", "counted_as": "outside_ukraine"})
    said = reading_compare(rows, MAY, MARCH)
    assert "2 positions moved: 2 towards a commitment; " in said
    assert said.endswith("; not counted (outside Ukraine): Germany.")
    assert "not counted" not in reading_compare(rows[:1], MAY, MARCH)


def test_who_came_back_is_told_with_the_path(db: Database, known: Catalogue) -> None:
    said = words(compared(db, known))
    assert "“would send”, meanwhile “undecided”" in said
    for day in ("10 Apr 2025", "1 Jun 2025", "1 Sep 2025", "10 Dec 2025"):
        assert day in said
    assert "unchanged" not in said


def test_each_step_leads_to_its_words_and_each_name_to_its_profile(db: Database, known: Catalogue) -> None:
    found = html(compared(db, known))
    assert "focus=EST-2025-06-01-ground_troops" in found
    assert 'href="country?c=EST"' in found
    assert "shape=ledger" in found
    assert 'href="speaker?s=' in found
    assert 'href="statements?focus=' in found


def test_the_list_says_who_spoke_in_which_office(db: Database, known: Catalogue) -> None:
    said = words(compared(db, known))
    assert re.search(r"Now .+?, .+?, 10 Feb 2026", said)
    assert "speaker not recorded" in said
    assert "None" not in said
    assert "nan" not in said


def test_both_maps_stand_under_one_legend(db: Database, known: Catalogue) -> None:
    figure = compared(db, known).draw
    assert figure
    drawn = figure(LIGHT, 900)
    assert [note.text for note in drawn.layout.annotations] == ["<b>1 May 2025</b>", "<b>13 March 2026</b>"]
    assert {trace.geo or "geo" for trace in drawn.data} == {"geo", "geo2"}
    earlier, later = [trace for trace in drawn.data if trace.name == "countries"]
    moved = ["DEU", "EST", "FRA", "GBR"]
    assert sorted(later.locations[-4:]) == moved
    assert set(later.marker.line.color[-4:]) == {LIGHT.ink}
    assert LIGHT.ink not in [*earlier.marker.line.color, *later.marker.line.color[:-4]]
    left, right = drawn.layout.geo.domain, drawn.layout.geo2.domain
    assert left.x[1] < right.x[0]
    assert "moved in between" in plain(compared(db, known).key_html(LIGHT))
    stacked = figure(LIGHT, 358)
    assert stacked.layout.geo.domain.y[0] > stacked.layout.geo2.domain.y[1]


def test_columns_have_names_of_their_own(db: Database, known: Catalogue) -> None:
    found = compared(db, known)
    assert len(set(found.columns.values())) == len(found.columns)
    assert set(found.columns) <= set(found.table.columns)


def test_nothing_moved_says_so(db: Database, known: Catalogue) -> None:
    found = compared(db, known, asof2=dt.date(2026, 3, 1))
    assert "no position that was on record moved" in found.reading
    assert "No position moved between these days." in html(found)
    assert not found.is_empty


def test_a_day_compared_with_itself_says_so_and_offers_another(db: Database, known: Catalogue) -> None:
    found = compared(db, known, asof2=MARCH, asof=MARCH)
    assert found.sentence.endswith("on 13 March 2026 alone")
    assert found.reading.startswith("13 March 2026 is compared with itself, so no position can have moved. 9 positions")
    assert not found.is_empty
    assert found.shown == len(found.table) == 9
    assert found.source_ids
    said = words(found)
    assert "Both days are 13 March 2026" in said
    assert "No position moved" not in said
    assert "not said again" not in said
    way = re.search(r'<a href="([^"]+)">Compare with (\d+ \w+ 2026), the last day before', html(found))
    assert way
    near = parse_qs(way[1].replace("&amp;", "&").lstrip("?"))["asof2"][0]
    other = compared(db, known, asof2=dt.date.fromisoformat(near), asof=MARCH)
    assert other.sentence.endswith(f"on {way[2]} and on 13 March 2026")
    assert "Declined on 13 March 2026: 3. Canada, Poland and the United States." in words(
        compared(db, known, asof2=MARCH, asof=MARCH, statuses=("declined",))
    )
    first = words(compared(db, known, asof2=dt.date(2024, 1, 1), asof=dt.date(2024, 1, 1)))
    assert "the first day after on which a position was stated" in first


def test_days_before_any_record_lead_to_what_there_is(db: Database, known: Catalogue) -> None:
    found = compared(db, known, asof2=dt.date(2022, 1, 1), asof=dt.date(2023, 1, 1))
    assert found.is_empty
    assert [words for words in found.instead if words.startswith("Positions on ground troops, after the fighting")]
    assert not compared(db, known).instead


def test_who_only_said_the_same_again_is_counted_and_shown_by_a_link_in_the_list(
    db: Database, known: Catalogue
) -> None:
    found = html(compared(db, known))
    line = re.search(r'g-path-further">(.*?) <a href="\?([^"]+)">Show what they said', found)
    assert line
    assert line[1] == "One said the same again and three were not said again."
    assert parse_qs(line[2].replace("&amp;", "&"))["changes"] == ["all"]
    assert "g-path-further" not in html(compared(db, known, changes="all"))


def test_the_page_shows_maps_and_list_and_its_table(tiny_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LOCATION, str(tiny_database))
    at = AppTest.from_file(FRAME, default_timeout=60)
    at.session_state[GOING] = ["pledges", {"shape": ["compare"], "asof2": ["2025-05-01"]}]
    at.run()
    assert not at.exception
    assert titles(at) == ["Who moved on ground troops"]
    said = " ".join(str(getattr(block, "body", "")) for block in at.get("html"))
    assert "on 1 May 2025 and on 13 March 2026" in said
    assert "4 positions moved" in said


def test_the_key_explains_every_letter_on_the_maps_and_along_the_paths(db: Database, known: Catalogue) -> None:
    key = plain(compared(db, known).key_html(LIGHT))
    for letter, said in {"S": "Signed", "P": "Would send", "C": "Would send on conditions", "U": "Undecided"}.items():
        assert f"{letter} {said}" in key


def test_what_is_only_said_again_on_the_way_can_be_left_out(db: Database, known: Catalogue) -> None:
    steps = re.findall(r'class="g-path-step( g-again)?">(.*?)</span></a>', html(compared(db, known, changes="all")))
    letters = [(bool(again), re.search(r'class="g-chip ([^"]+)', step)[1]) for again, step in steps]  # type: ignore[index]
    arrows = ["→" in step for _, step in steps]
    assert {again for again, _ in letters} == {True, False}
    for at, (again, letter) in enumerate(letters):
        assert again == (arrows[at] and letters[at - 1][1] == letter)
