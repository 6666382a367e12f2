"""The front page's loudest conversation: the one in which most was said in the ninety days before the day shown."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from dashboard.database import Database
from dashboard.figures.theme import theme
from dashboard.parts.talk import talk
from dashboard.queries import overview as asks
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection

THREAD_DAYS = "select count(*) as n from threads where root_id = $root"


@pytest.fixture(scope="module")
def db(tiny_database: Path) -> Database:
    return Database(tiny_database)


def test_the_loudest_is_a_whole_conversation_opened_by_its_root(db: Database) -> None:
    known = catalogue(db)
    day = dt.date(2025, 6, 1)
    cards = asks.loudest(db, Selection("overview", asof=day), known).frame
    assert len(cards) > 1
    root = cards["statement_id"].iloc[0]
    assert pd.isna(cards["reply_to_id"].iloc[0])
    assert len(cards) == db.query(THREAD_DAYS, root=root)["n"].iloc[0]
    assert (cards["said_on"].dt.date <= day).all()


def test_before_anything_was_said_there_is_no_conversation(db: Database) -> None:
    known = catalogue(db)
    cards = asks.loudest(db, Selection("overview", asof=known.covered_from), known).frame
    assert cards.empty
    assert talk(cards, theme("light"), "Loudest", lambda kind, one: f"{kind}?{one}") == ""


def test_it_names_who_opened_who_answered_and_leads_on(db: Database) -> None:
    known = catalogue(db)
    cards = asks.loudest(db, Selection("overview", asof=dt.date(2025, 6, 1)), known).frame
    html = talk(cards, theme("light"), "Loudest", lambda kind, one: f"{kind}?{one}")
    assert f"speaker?{cards['speaker_id'].iloc[0]}" in html
    assert f"statement?{cards['statement_id'].iloc[0]}" in html
    assert cards["speaker"].iloc[1] in html
