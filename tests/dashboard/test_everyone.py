"""Questions about some countries: what is picked out of the answer about all is what each question answers."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from dashboard.database import Asked, Database
from dashboard.queries import corrected, country, countrydoubts, countryfacts, everyone, overview
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection

FIRST, DAYS = dt.date(2014, 1, 1), (dt.date(2021, 1, 1), dt.date(2025, 3, 31), dt.date(2026, 3, 13))
Ask = Callable[[Database, list[str], dt.date, list[str]], Asked]
QUESTIONS: dict[str, Ask] = {
    "aid": lambda db, actors, _day, _ids: countryfacts.aid(db, actors),
    "changes": lambda db, actors, day, _ids: country.changes(db, actors, FIRST, day),
    "corrected": lambda db, actors, day, _ids: corrected.corrected(db, "country", actors, day),
    "doubts": countrydoubts.doubts,
    "memberships": lambda db, actors, day, _ids: countryfacts.memberships(db, actors, day),
    "pledged": lambda db, actors, day, ids: country.pledged(db, pledges_of(db, actors), day, ids),
    "votes": lambda db, actors, day, _ids: countryfacts.votes(db, actors, day),
}


def pledges_of(db: Database, actors: list[str]) -> list[str]:
    """Every other pledge of theirs."""
    return country.marks(db, actors, DAYS[-1])["pledge_id"].tolist()[::2]


def plain(frame: pd.DataFrame) -> list[list[str]]:
    """Every cell as text, a missing one as nothing, whatever stands for it."""
    lists = frame.map(lambda cell: list(cell) if hasattr(cell, "__len__") and not isinstance(cell, str) else cell)
    return [
        ["" if cell is None or cell is pd.NA or cell != cell else str(cell) for cell in row] for row in lists.values
    ]


def sides(db: Database) -> list[list[str]]:
    """Those who pledged, each by itself, two together, and nobody."""
    ids = list(db.query("select distinct pledger_id from pledge_cards order by pledger_id")["pledger_id"])
    return [*([one] for one in ids[:6]), ids[:2], ids[-2:], []]


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_is_picked_is_what_is_answered(name: str, tiny_database: Path) -> None:
    db, rows = Database(tiny_database), 0
    for day in DAYS:
        for actors in sides(db):
            ids = list(country.standing(db, actors, day).frame["pledge_id"])
            found = QUESTIONS[name](db, actors, day, ids)
            said = db.query(found.sql, **found.parameters)
            assert [*found.frame.columns] == [*said.columns]
            assert plain(found.frame) == plain(said)
            assert [row.keys() for row in found.rows] == [{*said.columns}] * len(said)
            rows += len(said)
    assert rows or name == "corrected"


def test_what_is_too_large_to_be_kept_is_asked_anew(tiny_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = countryfacts.votes(Database(tiny_database), ["FRA"], DAYS[-1])
    monkeypatch.setattr(everyone, "MOST_CELLS", 0)
    asked = countryfacts.votes(Database(tiny_database), ["FRA"], DAYS[-1])
    assert plain(asked.frame) == plain(kept.frame)
    assert asked[1:] == kept[1:]


@pytest.mark.parametrize("most_cells", [0, everyone.MOST_CELLS])
def test_the_latest_moves_are_those_that_their_statement_gives(
    most_cells: int, tiny_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everyone, "MOST_CELLS", most_cells)
    db, listed = Database(tiny_database), 0
    for day in DAYS:
        found = overview.latest_moves(db, Selection("overview", asof=day), catalogue(db))
        assert plain(found.frame) == plain(db.query(found.sql, **found.parameters))
        listed += len(found.frame)
    assert listed > overview.LISTED


@pytest.mark.parametrize("rows", [0, 1, 5000])
def test_an_answer_is_read_no_further_than_it_may_be_large(rows: int, tiny_database: Path) -> None:
    sql, db = "select range as n, 'word' as word from range($rows)", Database(tiny_database)
    whole = db.at_most(2 * rows, sql, rows=rows)
    assert whole is not None
    assert [*whole["n"]] == [*range(rows)]
    assert db.at_most(2 * rows - 1, sql, rows=rows) is None or not rows
