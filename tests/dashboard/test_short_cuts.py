"""Short cuts answer as the long way does: picked out of what is kept, made when asked for, copied field by field."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.registry import EXHIBITS
from dashboard.queries import ledger, network, timeline
from dashboard.queries.sources import houses, sources
from dashboard.readings.prose import as_day, is_missing
from dashboard.records import records, some
from dashboard.selection import Selection

CONFERENCE, STATEMENT = "2025-04-10-lakeside-conference", "2025-04-10-alma-varenne-twelve"


def is_its_own_answer(asked: Asked, db: Database) -> None:
    """The rows are those that the SQL shown beside them gives; a column without a value has no type of its own."""
    assert_frame_equal(bare(asked.frame), bare(db.query(asked.sql, **asked.parameters)))


def bare(frame: pd.DataFrame) -> pd.DataFrame:
    """The cells without the types of their columns, None for all that is missing."""
    cells = frame.astype(object)
    return cells.where(cells.notna(), None)


def test_sources_are_what_their_sql_answers(db: Database) -> None:
    every = db.query("select source_id from sources order by source_id")["source_id"].tolist()
    for chosen in ([], every, every[::2], [*every[:3], *every[:3], "no-such-source"]):
        is_its_own_answer(sources(db, chosen), db)


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"countries": ("FRA",)},
        {"blocs": ("NATO",), "group": "topic"},
        {"speakers": ("alma-varenne",)},
        {"text": "LAKÉSIDE"},
        {"events": (CONFERENCE,), "focus": STATEMENT, "pins": (CONFERENCE,)},
        {"countries": ("RUS",), "focus": STATEMENT},
        {"focus": CONFERENCE, "categories": ("summit",)},
    ],
)
@pytest.mark.parametrize("days", [(dt.date(2021, 12, 17), None), (dt.date(2025, 4, 1), dt.date(2025, 4, 12))])
def test_items_are_what_their_sql_answers(
    keys: dict[str, Any], days: tuple[dt.date, dt.date | None], db: Database, known: Catalogue
) -> None:
    selection = Selection("timeline", since=days[0], until=days[1], **keys)
    asked = timeline.items(db, selection, known, timeline.conversations(db, selection.focus or "")).asked
    assert asked.frame["is_shown"].any()
    is_its_own_answer(asked, db)


@pytest.mark.parametrize(
    "since", [dt.date(2021, 12, 17), dt.date(2025, 4, 10), dt.date(2025, 4, 11), dt.date(2026, 3, 1)]
)
def test_summits_are_what_their_sql_answers(since: dt.date, db: Database, known: Catalogue) -> None:
    for until in (None, since):
        is_its_own_answer(ledger.rules(db, Selection("pledges", shape="ledger", since=since, until=until), known), db)


def test_sources_of_statements_are_theirs(db: Database) -> None:
    rows = db.query("select statement_id, source_id from statement_sources order by all").to_dict("records")
    assert rows
    for one in {row["statement_id"] for row in rows}:
        assert network.sources(db, [one, one]) == tuple(row["source_id"] for row in rows if row["statement_id"] == one)
    assert network.sources(db, [row["statement_id"] for row in rows]) == tuple(
        sorted({row["source_id"] for row in rows})
    )
    assert network.sources(db, ["no-such-statement"]) == ()


def test_a_changed_selection_is_what_replace_makes() -> None:
    selection = Selection("timeline", since=dt.date(2025, 4, 1), countries=("FRA",))
    assert selection.but(focus="FRA", countries=()) == replace(selection, focus="FRA", countries=())
    assert selection == Selection("timeline", since=dt.date(2025, 4, 1), countries=("FRA",))
    assert hash(selection.but(at=2)) == hash(replace(selection, at=2))
    with pytest.raises(TypeError, match="has no contries"):
        selection.but(contries=("FRA",))


def test_a_table_is_made_once_and_only_when_asked_for(db: Database, known: Catalogue) -> None:
    made: list[int] = []

    def rows() -> pd.DataFrame:
        made.append(1)
        return pd.DataFrame({"day": [1]})

    exhibit = replace(EXHIBITS["timeline"](db, Selection("timeline"), known), table=rows)
    assert exhibit.title
    assert not made
    assert exhibit.table is exhibit.table
    assert made == [1]


def test_some_columns_are_those_of_all_rows_with_days_as_dates(db: Database) -> None:
    frame = db.query("select item_id, starts_on, ends_on, doubts, rank from timeline_items")
    for told, row in zip(some(frame, ("ends_on", "starts_on", "doubts", "nothing")), records(frame), strict=True):
        assert set(told) == {"starts_on", "ends_on", "doubts"}
        assert type(told["starts_on"]) is dt.date
        assert (told["starts_on"], told["ends_on"]) == (as_day(row["starts_on"]), as_day(row["ends_on"]))


@pytest.mark.parametrize("value", [None, float("nan"), pd.NaT, pd.NA, "", [], ()])
def test_what_is_missing(value: object) -> None:
    assert is_missing(value)


@pytest.mark.parametrize("value", [0, 0.0, False, "0", [""], dt.date(2025, 1, 1), pd.Timestamp("2025-01-01")])
def test_what_is_there(value: object) -> None:
    assert not is_missing(value)


def test_houses_are_those_of_the_sources_one_by_one(db: Database) -> None:
    ids = [*reversed(db.query("select source_id from sources order by source_id")["source_id"].tolist()[:9])]
    whole = sources(db, ids).frame
    for asked in (ids, [*ids, *ids, "no-such-source"]):
        assert houses(db, asked).values.tolist() == whole[["publisher", "is_weak"]].values.tolist()
