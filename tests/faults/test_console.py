"""Whatever is done to the database's file: the console answers from the release that the pages show."""

import json
import random
from pathlib import Path

import duckdb
import pytest

from dashboard.console.engine import Console
from dashboard.database import Database
from tests.faults.harm import HARMS, Releases


def summaries(console: Console) -> list[list[object]]:
    answered = console.answer("select statement_id, summary from statements order by all")
    assert answered.status == 200, answered.body
    rows: list[list[object]] = json.loads(answered.body)["rows"]
    return rows


@pytest.mark.parametrize("harm", HARMS)
def test_harm_to_the_file_reaches_no_query(releases: Releases, place: Path, harm: str) -> None:
    database = Database(releases.put(releases.old, place))
    console = Console(database)
    before = summaries(console)
    HARMS[harm](place, random.Random(7))
    assert summaries(console) == before
    releases.put(releases.new, place)
    assert summaries(console) != before


def test_a_half_build_in_its_place_answers_nothing(releases: Releases, place: Path) -> None:
    console = Console(Database(releases.put(releases.old, place)))
    before = summaries(console)
    place.unlink()
    with duckdb.connect(str(place)) as connection:
        connection.execute("create table statements as select 'wrong' as statement_id")
    assert summaries(console) == before
