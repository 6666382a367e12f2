"""What stands in one place of a page isn't said otherwise in another, on the invented world."""

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits import card
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.registry import EXHIBITS
from dashboard.figures.theme import theme
from dashboard.parts.country import hanging
from dashboard.parts.event import MOST_MOVES, moved
from dashboard.parts.proof import rows_shown
from dashboard.readings.conditions import kind_label
from dashboard.readings.country import reading_country
from dashboard.readings.statements import Said, answered
from dashboard.routes import routes
from dashboard.selection import Selection
from dashboard.uses import filters_of

LIGHT = theme("light")
AGREEMENTS = Selection("pledges", shape="contributions", part="agreements")


def exhibit(db: Database, known: Catalogue, selection: Selection) -> Exhibit:
    return EXHIBITS[selection.page](db, selection, known)


def test_the_foot_of_the_agreements_counts_those_not_signed_too_and_says_so(db: Database, known: Catalogue) -> None:
    found = exhibit(db, known, AGREEMENTS)
    assert rows_shown(found.shown, found.total, found.unit).endswith(", signed or declined")
    items = exhibit(db, known, replace(AGREEMENTS, part="items"))
    assert items.unit == "contributions, refusals and stops"
    count = items.counts()[0]
    assert len(count.rows) + len(count.left_out) == items.shown


@pytest.mark.parametrize("page", ["country", "speaker", "event"])
def test_the_numbers_of_a_list_of_profiles_open_their_rows(db: Database, known: Catalogue, page: str) -> None:
    found = exhibit(db, known, Selection(page))
    counts = found.counts()
    numbers = [re.sub(r"[^\d]", "", count.words) for count in counts]
    assert counts
    assert numbers == [str(len(count.rows)) for count in counts]
    assert all(re.search(rf"\b{number}\b", found.reading.replace(",", "")) for number in numbers)
    for count in counts:
        assert set(count.columns) <= set(count.rows)
        assert len(count.left_out) == 0 or count.left_out["why"].str.len().gt(0).all()


@pytest.mark.parametrize(
    "selection",
    [
        Selection("pledges"),
        Selection("pledges", shape="ledger"),
        Selection("country"),
        Selection("country", countries=("FRA",)),
        Selection("event", events=("2025-04-10-lakeside-conference",)),
    ],
)
def test_a_position_was_last_said_on_a_day_not_held_since(db: Database, known: Catalogue, selection: Selection) -> None:
    found = exhibit(db, known, selection)
    heads = [*found.columns.values(), *(head for count in found.counts() for head in count.columns.values())]
    assert "Since" not in heads
    assert ">Since<" not in found.body_html(LIGHT)


def test_the_name_on_a_position_leads_to_its_profile(db: Database, known: Catalogue) -> None:
    selection = Selection("pledges", focus="FRA")
    found = exhibit(db, known, selection)
    opened = card.card(db, selection, known, found.table)
    assert opened is not None
    assert re.search(r'<h3><a href="country\?c=FRA[^"]*">France</a>', opened(LIGHT))


def test_conditions_stand_under_their_debate() -> None:
    row = {
        "condition_label": "Request", "kind_label": "Ground troops", "first_named_on": "2024-05-02",
        "last_named_on": "2024-05-02", "is_current": True, "is_counting": True,
    }  # fmt: skip
    told = hanging([row | {"phase_label": "After the fighting"}, row | {"phase_label": "During the war"}])
    assert told.index("<h3>After the fighting</h3>") < told.index("<h3>During the war</h3>")
    assert told.count("<table") == 2


def test_every_change_since_an_event_can_be_read() -> None:
    row = {
        "pledger_id": "FRA", "pledger": "France", "kind": "ground_troops", "kind_label": "Ground troops",
        "change": "first_record", "old_status": None, "new_status": "open", "date_precision": "on", "doubts": 0,
        "new_speaker": None, "new_office": None,
    }  # fmt: skip
    rows = [row | {"announced_on": day, "summary": f"word {day:%j}"} for day in pd.date_range("2025-01-01", periods=20)]
    told = moved(rows, lambda kind, one: f"{kind}?{one}", lambda _: "ledger", "compare")
    assert told.index("word 020") < told.index("word 006") < told.index("<details>") < told.index("word 005")
    assert f"{20 - MOST_MOVES} earlier changes" in told


def test_none_is_said_of_nobody() -> None:
    told = Said(count=2, first=None, last=None, names={}, speakers=0, answered=0, answers=0)
    assert answered(told) == "None of them has an answer recorded here, and none answers another."
    assert answered(replace(told, answered=1)).startswith("One of them has an answer")


@pytest.mark.parametrize(
    "selection", [Selection("statements"), Selection("pledges", shape="contributions", part="items")]
)
def test_a_page_beyond_the_last_is_said_to_be_none(db: Database, known: Catalogue, selection: Selection) -> None:
    found = exhibit(db, known, replace(selection, at=9999))
    assert "page 9999" not in found.sentence
    assert found.notes[0].startswith("There is no page 9,999: the last, ")
    assert not any("no page" in note for note in exhibit(db, known, replace(selection, at=1)).notes)


def test_a_third_country_is_said_to_be_left_out(known: Catalogue) -> None:
    sentence = Selection("country", countries=("FRA", "DEU", "GBR")).sentence(known)
    assert sentence.endswith("; chosen, but not shown: United Kingdom")
    assert "not shown" not in Selection("country", countries=("FRA", "DEU")).sentence(known)


def test_the_doubts_of_a_profile_open_what_is_contested(db: Database, known: Catalogue) -> None:
    body = exhibit(db, known, Selection("country", countries=("BEL", "EST"))).body_html(LIGHT)
    assert 'class="g-questions" href="#doubts"' in body
    assert 'id="doubts"' in body
    assert not re.search(r'<sup class="g-doubt"[^>]*>(?:(?!</sup>).)*</sup>(?!</a>)', body)


def test_a_condition_names_its_debate_in_every_list(db: Database, known: Catalogue) -> None:
    found = exhibit(db, known, Selection("pledges", shape="conditions", over="all"))
    assert found.columns["phase_label"] == "Debate"
    for count in found.counts():
        assert count.rows["phase_label"].str.len().gt(0).all()
        assert count.left_out["phase_label"].str.len().gt(0).all()
    row = {"kind": "ground_troops", "kind_label": "Ground troops", "phase": "wartime", "phase_label": "During the war"}
    assert kind_label(row) == "ground troops (during the war)"
    assert kind_label(row | {"phase": "post_war"}) == "ground troops"


def test_a_published_page_has_the_card_of_what_is_in_focus(tiny_database: Path) -> None:
    client = TestClient(Starlette(routes=routes(Database(tiny_database))))
    asked = "/view/pledges?shape=ledger&phase=post_war"
    assert "g-position" not in client.get(asked).text.split("</style>")[-1]
    assert '<article class="g-position' in client.get(f"{asked}&focus=FRA").text


def test_the_votes_of_a_profile_are_those_of_its_day(db: Database, known: Catalogue) -> None:
    early = Selection("country", countries=("FRA",), asof=known.covered_from)
    body = exhibit(db, known, early).body_html(LIGHT)
    assert 'id="votes"' not in body
    assert "beyond the day shown" in body or "Kiel Institute" not in body
    listed = exhibit(db, known, Selection("country", asof=known.covered_from)).table
    assert listed.empty


def test_a_reading_says_which_words_bind() -> None:
    said = {"change": "first_record", "kind": "ground_troops"}
    reading = reading_country(["Türkiye"], [None], [said], pd.Timestamp("2026-03-13").date(), 9)
    assert "1 word that binds is on record; 9 further words don’t bind." in reading


@pytest.mark.parametrize("page", ["speaker", "event"])
def test_a_list_of_profiles_honours_the_countries_of_the_address(db: Database, known: Catalogue, page: str) -> None:
    every, some = exhibit(db, known, Selection(page)), exhibit(db, known, Selection(page, countries=("FRA",)))
    assert 0 < some.shown < every.shown == some.total == every.total
    assert all("FRA" in ids for ids in some.table["actor_ids"])
    assert "France" in some.sentence
    count = some.counts()[0]
    assert len(count.rows) + len(count.left_out) == every.total
    assert "countries" in {asked.field for asked in filters_of(Selection(page, countries=("FRA",)))}
    nobody = exhibit(db, known, Selection(page, countries=("IND",)))
    assert nobody.is_empty
    assert nobody.hint
