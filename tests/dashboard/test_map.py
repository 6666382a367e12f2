"""The map's settings and numbers: which rows are drawn, counted, left out and why."""

import datetime as dt
from dataclasses import replace
from urllib.parse import parse_qs

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.drawn import by_eu, drawn
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.play import film_of
from dashboard.exhibits.pledges import pledges
from dashboard.figures.theme import theme
from dashboard.parts.answers import answers
from dashboard.queries.catalogue import catalogue as read
from dashboard.queries.pledges import counted, eu_members, positions
from dashboard.readings.prose import long_date, short_date
from dashboard.readings.wording import in_strip
from dashboard.records import records
from dashboard.selection import Selection

DAY = dt.date(2025, 12, 31)
LIGHT = theme("light")
ASKED = Selection("pledges", asof=DAY)


@pytest.fixture
def catalogue(db: Database) -> Catalogue:
    return read(db)


def drawing(exhibit: Exhibit) -> str:
    """All that the chart says."""
    assert exhibit.draw
    return str(exhibit.draw(LIGHT).to_dict())


def test_every_shown_row_is_counted_once_or_said_not_to_be(db: Database, catalogue: Catalogue) -> None:
    exhibit = pledges(db, ASKED, catalogue)
    counts = exhibit.counts()
    classes = [count for count in counts if "180 days" not in count.words]
    counted = [pledge for count in classes for pledge in count.rows["pledge_id"]]
    assert len(counted) == len(set(counted))
    states = exhibit.table[exhibit.table["pledger_id"].str.fullmatch("[A-Z]{3}")]
    assert set(counted) == set(states["pledge_id"])
    assert all(count.words.startswith(f"{len(count.rows)} ") for count in counts)


def test_what_lies_near_a_number_says_why_it_is_left_out(db: Database, catalogue: Catalogue) -> None:
    counts = pledges(db, ASKED, catalogue).counts()
    near = pd.concat([count.left_out for count in counts[:-1]])
    assert set(near["why"]) >= {"not counted: outside Ukraine"}
    assert all(near["why"])
    narrowed = pledges(db, Selection("pledges", asof=DAY, countries=("FRA", "DEU")), catalogue).counts()
    assert "left out by the filters or the choice of voices" in set(pd.concat(c.left_out for c in narrowed)["why"])


@pytest.mark.parametrize(("voices", "binds"), [("binding", True), ("others", False)])
def test_voices_are_chosen_from_positions_not_from_rows(
    db: Database, catalogue: Catalogue, voices: str, binds: bool
) -> None:
    every = pledges(db, ASKED, catalogue).table
    chosen = pledges(db, Selection("pledges", asof=DAY, voices=voices), catalogue)
    expected = every[(every["counted_as"] != "not_binding") == binds]
    assert list(chosen.table["pledge_id"]) == list(expected["pledge_id"])
    assert chosen.total == len(every)


def test_the_eu_paints_its_members_and_counts_once(db: Database, catalogue: Catalogue) -> None:
    asked = Selection("pledges", kind="training", phase="standing", eu="members", asof=DAY)
    exhibit = pledges(db, asked, catalogue)
    on_map = drawn(db, asked, catalogue, exhibit.table)
    members = eu_members(db, DAY).frame["actor_id"]
    assert set(on_map.loc[on_map["of_eu"], "pledger_id"]) == set(members)
    assert len(exhibit.table) < len(members)
    assert f"{len(members)} members of the EU" in exhibit.reading
    assert "this list tells each state’s own position" in exhibit.aside_html(LIGHT)
    assert "own position" not in pledges(db, replace(asked, eu=None), catalogue).aside_html(LIGHT)
    assert "The EU’s own position" in drawing(exhibit)


def test_without_a_position_of_the_eu_its_members_keep_theirs() -> None:
    rows = pd.DataFrame({"pledger_id": ["FRA"], "pledger": ["France"]})
    members = pd.DataFrame({"actor_id": ["FRA"], "label": ["France"]})
    assert by_eu(rows, members).equals(rows)


def test_an_empty_day_leads_to_the_other_debate(db: Database, catalogue: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges", asof=dt.date(2024, 6, 1)), catalogue)
    assert exhibit.is_empty
    assert [to for to in exhibit.instead.values() if "phase=wartime" in to and "asof=2024-06-01" in to]


def test_a_day_before_all_records_leads_to_the_first_day_that_has_one(db: Database, catalogue: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges", asof=dt.date(2022, 1, 1)), catalogue)
    assert exhibit.is_empty
    assert not [to for to in exhibit.instead.values() if "asof=2022-01-01" in to]
    words, to = next(iter(exhibit.instead.items()))
    day = dt.date.fromisoformat(parse_qs(to.removeprefix("?"))["asof"][0])
    assert long_date(day) in words
    assert not pledges(db, Selection("pledges", asof=day), catalogue).is_empty
    assert pledges(db, Selection("pledges", asof=day - dt.timedelta(1)), catalogue).is_empty


def test_a_previous_governments_word_has_a_dashed_line(db: Database, catalogue: Catalogue) -> None:
    rows = pledges(db, ASKED, catalogue).table
    html = answers(rows, LIGHT)
    assert html.count("g-by-previous") == (rows["in_office"] == "former").sum() > 0


def test_where_voices_differ_both_are_shown(db: Database, catalogue: Catalogue) -> None:
    exhibit = pledges(db, Selection("pledges", asof=dt.date(2025, 4, 12)), catalogue)
    differing = exhibit.table[exhibit.table["differs_id"].notna()]
    assert list(differing["pledger"]) == ["Italy"]
    letters = f"{differing['letter'].iloc[0]}≠{differing['differs_letter'].iloc[0]}"
    assert letters in drawing(exhibit)
    assert differing["differs_speaker"].iloc[0] in exhibit.aside_html(LIGHT)


def test_whom_the_filters_leave_out_is_not_said_to_have_no_record(db: Database, catalogue: Catalogue) -> None:
    every, some = (pledges(db, replace(ASKED, statuses=chosen), catalogue) for chosen in ((), ("declined",)))
    said = "<b>France</b><br>Left out by the filters"
    assert said in drawing(some)
    assert said not in drawing(every)
    assert "No record, which is not" in drawing(some)
    assert "countries that aren’t listed have none, or are left out by the filters" in some.aside_html(LIGHT)
    assert "countries that aren’t listed have none.</p>" in every.aside_html(LIGHT)
    assert "no record, or left out by the filters" in some.key_html(LIGHT)
    assert "left out by the filters" not in every.key_html(LIGHT)


def test_a_country_says_on_the_map_what_stood_before(db: Database, catalogue: Catalogue) -> None:
    words = counted(db, "ground_troops", "post_war")
    rows = positions(db, ASKED, catalogue).frame
    told = drawn(db, ASKED, catalogue, rows).set_index("pledger_id")
    for row in records(rows):
        earlier = [one for one in words.get(row["pledger_id"], []) if one["announced_on"] < row["announced_on"]]
        assert row["counted_as"] != "counted" or len(earlier) == row["earlier"]
        assert told.loc[row["pledger_id"], "before"] == (earlier[:3] if row["earlier"] else [])
    last = max(told["before"], key=len)
    assert len(last) > 1
    exhibit = pledges(db, ASKED, catalogue)
    assert f"{in_strip(last[0]['status'], 'ground_troops')} ({short_date(last[0]['announced_on'])})" in drawing(exhibit)
    assert "earlier position" not in drawing(exhibit)
    whole = film_of(db, replace(ASKED, asof=None), catalogue, "light", 1060)
    assert "Before: " in str(whole)
    assert "earlier position" not in str(whole)
