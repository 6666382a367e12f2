"""Exhibits: the same numbers in table, reading and proof; cards of whatever is in focus."""

import datetime as dt
import importlib
import re
from dataclasses import replace

import pytest

from dashboard.address import SHAPES
from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.card import card
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.overview import month_of
from dashboard.exhibits.rows import coverage_notes, source_ids
from dashboard.figures.theme import theme
from dashboard.selection import Selection

PROFILES = ("country", "speaker", "event", "data")  # show what one chose, or all: no filter can leave nothing
EVERY_SHAPE = [(page, shape) for page in SHAPES for shape in SHAPES[page]]


def exhibit(db: Database, known: Catalogue, selection: Selection) -> Exhibit:
    made = getattr(importlib.import_module(f"dashboard.exhibits.{selection.page}"), selection.page)
    found: Exhibit = made(db, selection, known)
    return found


@pytest.mark.parametrize(("page", "shape"), EVERY_SHAPE)
def test_each_shape_shows_proves_and_draws(page: str, shape: str, db: Database, known: Catalogue) -> None:
    selection = Selection(page, shape=shape, since=known.dense_from)
    found = exhibit(db, known, selection)
    assert found.subject == page
    assert found.shape == shape
    assert found.sentence == selection.sentence(known)
    assert found.shown == len(found.table) <= found.total
    assert found.source_ids
    assert found.reading
    assert set(found.columns) <= set(found.table)
    for name in ("light", "dark"):
        assert not found.draw or found.draw(theme(name)).data
        assert f"theme-{name}" in found.key_html(theme(name)) + found.aside_html(theme(name)) + found.body_html(
            theme(name)
        )


def test_the_table_says_what_is_not_counted_and_why(db: Database, known: Catalogue) -> None:
    table = exhibit(db, known, Selection("pledges", form="table")).table
    said = dict(zip(table["counted_as"], table["counted_label"], strict=True))
    assert said["counted"] == "yes"
    assert said["not_binding"] == "no: the voice doesn’t bind"


@pytest.mark.parametrize(("page", "shape"), [pair for pair in EVERY_SHAPE if pair[0] not in PROFILES])
def test_nothing_left_is_empty_not_an_error(page: str, shape: str, db: Database, known: Catalogue) -> None:
    selection = Selection(page, shape=shape, text="no such words", countries=("JPN",), topics=("nuclear",))
    found = exhibit(db, known, selection)
    assert found.is_empty
    assert found.hint
    assert not found.draw or found.draw(theme("light"))


def test_reading_counts_what_the_table_holds(db: Database, known: Catalogue) -> None:
    found = exhibit(db, known, Selection("pledges"))
    counted = found.table[found.table["counted_as"] == "counted"]
    for status, words in (("declined", "declined"), ("undecided", "undecided")):
        count = ((counted["status"] == status) & (counted["pledger_id"].str.len() == 3)).sum()
        assert not count or f"{count} {words}" in found.reading or f"{count} state" in found.reading


def test_every_link_of_the_list_opens_the_same_view(db: Database, known: Catalogue) -> None:
    aside = exhibit(db, known, Selection("pledges", kind="training", phase="standing")).aside_html(theme("light"))
    assert 'href="?kind=training&amp;focus=' in aside


def test_the_ledger_leaves_out_who_is_filtered_away(db: Database, known: Catalogue) -> None:
    found = exhibit(db, known, Selection("pledges", shape="ledger", countries=("FRA",)))
    assert set(found.table["pledger_id"]) == {"FRA"}


def test_the_ledger_names_whom_it_draws_hollow(db: Database, known: Catalogue) -> None:
    found = exhibit(db, known, Selection("pledges", shape="ledger"))
    assert "by voices that don’t bind (hollow strips): Australia and Netherlands" in found.reading
    chosen = exhibit(db, known, Selection("pledges", shape="ledger", countries=("FRA",)))
    assert "hollow" not in chosen.reading
    assert chosen.shown < chosen.total == found.total


def test_the_networks_numbers_follow_the_focus(db: Database, known: Catalogue) -> None:
    everything = Selection("network", since=known.dense_from)
    one, all_ties = exhibit(db, known, replace(everything, focus="FRA")), exhibit(db, known, everything)
    assert set(one.table["source_id"]) | {"FRA"} > {"FRA"}
    assert ((one.table["source_id"] == "FRA") | (one.table["target_id"] == "FRA")).all()
    assert one.shown == len(one.table) < one.total == all_ties.total
    assert len(one.source_ids) < len(all_ties.source_ids)


def test_the_table_says_a_position_as_the_list_does(db: Database, known: Catalogue) -> None:
    table = exhibit(db, known, Selection("pledges", form="table")).table.set_index("pledger_id")
    assert table.loc["DEU", "position"] == "Conditional: would send on conditions"
    assert table.loc["POL", "position"] == "Declined"
    assert set(table.loc[table["speaker"].isna(), "said_by"]) <= {"speaker not recorded"}


def test_titles_have_a_noun_for_every_kind(db: Database, known: Catalogue) -> None:
    assert exhibit(db, known, Selection("pledges", kind="naval")).title == "Who stands where on naval forces"


def test_thin_days_are_named(known: Catalogue) -> None:
    assert coverage_notes(known, known.dense_from, known.dense_until) == ()
    assert "Thin coverage" in coverage_notes(known, known.covered_until)[0]


def test_sources_are_counted_once() -> None:
    assert source_ids([["a", "b"], ["b"], None, []]) == ("a", "b")


def test_a_month_ends_with_its_last_day(known: Catalogue) -> None:
    assert month_of("2024-02-01", known) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert month_of("2025-12-01", known) == (dt.date(2025, 12, 1), dt.date(2025, 12, 31))


def opened(db: Database, known: Catalogue, selection: Selection) -> str:
    found = card(db, selection, known, exhibit(db, known, selection).table)
    assert found
    return found(theme("light"))


def test_nothing_in_focus_opens_no_card(db: Database, known: Catalogue) -> None:
    selection = Selection("pledges")
    assert card(db, selection, known, exhibit(db, known, selection).table) is None


def test_a_position_shows_its_sources_as_links(db: Database, known: Catalogue) -> None:
    html = opened(db, known, Selection("pledges", focus="FRA"))
    assert 'href="http' in html
    assert 'rel="noopener noreferrer"' in html


def test_a_statement_shows_what_answers_it(db: Database, known: Catalogue) -> None:
    html = opened(db, known, Selection("timeline", focus="2025-04-10-alma-varenne-twelve"))
    assert "answers to it" in html
    assert 'href="?focus=2025-04-10-alma-varenne-twelve' not in html


def test_a_tie_shows_the_statements_behind_it(db: Database, known: Catalogue) -> None:
    selection = Selection("network", since=known.dense_from, focus="RUS>UKR")
    table = exhibit(db, known, selection).table
    row = table[(table["source_id"] == "RUS") & (table["target_id"] == "UKR")].iloc[0]
    told = re.sub(r"<[^>]+>", "", opened(db, known, selection))
    assert f"Russia on Ukraine: {row['statements']} statements" in told


def test_a_card_lists_what_a_side_says_and_what_is_said_of_it(db: Database, known: Catalogue) -> None:
    html = re.sub(r"<[^>]+>", "", opened(db, known, Selection("network", since=known.dense_from, focus="RUS")))
    assert "Russia on others: " in html
    assert "Others on Russia: " in html
    assert "1 statements" not in html


def test_a_position_lists_conditions_that_outlive_silence(db: Database, known: Catalogue) -> None:
    html = opened(db, known, Selection("pledges", focus="FRA"))
    assert "ceasefire (named 10 Apr 2025, not repeated since)" in html


def test_no_record_is_not_declined(db: Database, known: Catalogue) -> None:
    assert "No record is not “declined”" in opened(db, known, Selection("pledges", focus="JPN"))
