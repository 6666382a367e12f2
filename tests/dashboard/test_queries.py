"""The dashboard's SQL: placeholders are the arguments given, and each question answers on the invented world."""

import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import dashboard.queries
from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries import cards, compare, ledger, network, overview, pledges, sources, timeline
from dashboard.queries.catalogue import plain
from dashboard.readings.prose import items
from dashboard.selection import Selection

Question = Callable[[Database, Catalogue], Any]
DAY = dt.date(2025, 9, 1)
TROOPS = {"kind": "ground_troops", "phase": "post_war"}

QUESTIONS: dict[str, Question] = {
    "positions": lambda db, known: pledges.positions(db, Selection("pledges", asof=DAY), known),
    "positions at end": lambda db, known: ledger.positions_at_end(db, Selection("pledges"), known, TROOPS),
    "said of a kind": lambda db, known: ledger.said(db, Selection("pledges"), known, TROOPS),
    "members": lambda db, known: ledger.members(db, Selection("pledges", group="EU"), known),
    "paths": lambda db, known: compare.paths(db, Selection("pledges"), known),
    "steps": lambda db, known: compare.steps(db, Selection("pledges"), known),
    "earlier conditions": lambda db, known: cards.earlier_conditions(
        db, cards.pledge(db, "FRA-2025-04-10-ground_troops").rows[0], known.dense_until
    ),
    "rules": lambda db, known: ledger.rules(db, Selection("pledges"), known),
    "states": lambda db, _: pledges.states(db),
    "items": lambda db, known: timeline.items(db, Selection("timeline"), known).asked,
    "weeks": lambda db, known: timeline.weeks(db, Selection("timeline"), known),
    "edges": lambda db, known: network.edges(db, Selection("network"), known),
    "places": lambda db, _: network.places(db),
    "latest moves": lambda db, known: overview.latest_moves(db, Selection("overview"), known),
    "loudest": lambda db, known: overview.loudest(db, Selection("overview", asof=DAY), known),
    "months": lambda db, _: overview.months(db),
    "sources": lambda db, _: sources.sources(db, ["nobody"]),
    "statement": lambda db, _: cards.statement(db, "2025-04-10-alma-varenne-twelve"),
    "answers": lambda db, _: cards.answers(db, "2025-04-10-alma-varenne-twelve"),
    "pledge": lambda db, _: cards.pledge(db, "FRA-2025-04-10-ground_troops"),
    "standing": lambda db, _: cards.standing(db, "FRA-2025-04-10-ground_troops", DAY, "post_war"),
    "standing of": lambda db, _: cards.standing_of(db, "FRA", DAY, "ground_troops", "post_war"),
    "event": lambda db, _: cards.event(db, "2025-04-10-lakeside-conference"),
    "doubts": lambda db, _: cards.doubts(db, "pledges", "FRA-2025-04-10-ground_troops"),
    "said": lambda db, _: cards.said(db, ["2025-04-10-alma-varenne-twelve"]),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_placeholders_are_the_arguments(name: str, db: Database, known: Catalogue) -> None:
    asked = QUESTIONS[name](db, known)
    assert isinstance(asked, Asked)
    assert set(re.findall(r"\$(\w+)", asked.sql)) == set(asked.parameters)


def test_long_lists_to_pick_from_are_sorted_by_what_is_read(known: Catalogue) -> None:
    for vocabulary in ("actor", "country", "organisation", "place", "speaker"):
        listed = list(known.labels[vocabulary].values())
        assert listed == sorted(listed, key=plain), vocabulary
    assert list(map(plain, ("Türkiye", "Władysław", "Støre"))) == ["turkiye", "wladyslaw", "store"]


def test_sql_is_named_text_without_gaps() -> None:
    """No SQL constant has a hole that a string could be put into."""
    for found in pkgutil.iter_modules(dashboard.queries.__path__):
        module = importlib.import_module(f"dashboard.queries.{found.name}")
        texts = [text for name, text in vars(module).items() if name.isupper() and isinstance(text, str)]
        assert not [text for text in texts if "{" in text or "%s" in text or "?" in re.sub("'[^']*'", "", text)]


def shown(asked: Asked, column: str) -> set[str]:
    return set(asked.frame.loc[asked.frame["is_shown"], column])


def test_first_the_position_then_the_filter(db: Database, known: Catalogue) -> None:
    """A status filter never brings back a position that was overtaken."""
    every = pledges.positions(db, Selection("pledges"), known).frame
    standing = dict(zip(every["pledger_id"], every["status"], strict=True))
    for status in known.labels["pledge_status"]:
        asked = pledges.positions(db, Selection("pledges", statuses=(status,)), known)
        assert shown(asked, "pledger_id") == {who for who, stands in standing.items() if stands == status}


def test_conditions_outlive_silence(db: Database, known: Catalogue) -> None:
    """France named a ceasefire in April 2025 and only the backstop since; the United Kingdom's vote was ended."""
    wanted = {"ceasefire": {"FRA"}, "us_backstop": {"FRA", "GBR"}, "parliament_vote": {"DEU"}}
    for condition, pledgers in wanted.items():
        asked = pledges.positions(db, Selection("pledges", conditions=(condition,)), known)
        assert shown(asked, "pledger_id") == pledgers
    france = next(row for row in pledges.positions(db, Selection("pledges"), known).rows if row["pledger_id"] == "FRA")
    assert items(france["earlier_conditions"]) == ["Ceasefire (named 10 Apr 2025, not repeated since)"]


def test_a_condition_of_later_days_filters_no_earlier_one(db: Database, known: Catalogue) -> None:
    asked = pledges.positions(db, Selection("pledges", conditions=("us_backstop",), asof=DAY), known)
    assert shown(asked, "pledger_id") == {"GBR"}


def test_filters_keep_what_they_name(db: Database, known: Catalogue) -> None:
    bare = Selection("pledges")
    assert shown(pledges.positions(db, replace(bare, countries=("FRA",)), known), "pledger_id") == {"FRA"}
    assert shown(pledges.positions(db, replace(bare, text="no such words"), known), "pledger_id") == set()
    nato = shown(pledges.positions(db, replace(bare, blocs=("NATO",)), known), "pledger_id")
    assert "FRA" in nato
    assert "RUS" not in nato


def test_accents_and_capitals_are_ignored(db: Database, known: Catalogue) -> None:
    asked = timeline.items(db, Selection("timeline", since=known.covered_from, text="LAKÉSIDE"), known).asked
    assert shown(asked, "item_id") >= {"2025-04-10-lakeside-conference"}


def test_a_country_finds_events_where_it_spoke_or_pledged(db: Database, known: Catalogue) -> None:
    asked = timeline.items(db, Selection("timeline", since=known.covered_from, countries=("FRA",)), known).asked
    assert "2025-04-10-lakeside-conference" in shown(asked, "item_id")
    assert 0 < len(shown(asked, "item_id")) < len(asked.frame)


def test_a_speaker_finds_the_events_of_their_words(db: Database, known: Catalogue) -> None:
    asked = timeline.items(db, Selection("timeline", since=known.covered_from, speakers=("alma-varenne",)), known).asked
    assert set(asked.frame.loc[asked.frame["is_shown"], "speaker_id"].dropna()) == {"alma-varenne"}
    assert "2025-04-10-lakeside-conference" in shown(asked, "item_id")


def test_ties_of_a_country_are_those_on_either_side(db: Database, known: Catalogue) -> None:
    asked = network.edges(db, Selection("network", since=known.covered_from, countries=("RUS",)), known)
    kept = asked.frame[asked.frame["is_shown"]]
    assert len(kept)
    assert ((kept["source_id"] == "RUS") | (kept["target_id"] == "RUS")).all()


def test_catalogue_speaks_the_labels_of_the_data(known: Catalogue) -> None:
    assert known.label("place", "TUR") == "Türkiye"
    assert known.default_kind() == "ground_troops"
    assert known.default_phase("ground_troops") == "post_war"
    assert known.knows("FRA")
    assert known.knows("RUS>UKR")
    assert known.knows("2025-04-10-alma-varenne-twelve")
    assert not known.knows("nobody")


def test_what_came_later_is_all_in_the_list_to_which_its_number_leads(db: Database, known: Catalogue) -> None:
    last = overview.latest_moves(db, Selection("overview", asof=known.covered_until), known).frame
    assert {"moved", "first_record"} <= {*overview.latest_moves(db, Selection("overview"), known).frame["change"]}
    for day in {*last["announced_on"].dt.date} - {last["announced_on"].dt.date.min()}:
        later = overview.later_changes(db, Selection("overview", asof=day), known)
        assert later == (last["announced_on"].dt.date > day).sum()


def test_later_changes_are_counted(db: Database, known: Catalogue) -> None:
    everything = Selection("overview", asof=known.covered_from)
    assert overview.later_changes(db, everything, known) > 0
    assert overview.later_changes(db, Selection("overview", asof=known.covered_until), known) == 0
