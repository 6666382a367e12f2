"""What each row is called: every row of every table has words of its own, a day, and a place that is there."""

from collections.abc import Callable

import duckdb
import pytest

from etl.describe import VOCABULARIES
from etl.package import read_package
from tests.conftest import DATA

RECORDS = {"corrections", "additions"}
PACKAGE = read_package(DATA)[0]
TABLES = sorted({*PACKAGE.schemas} - RECORDS)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_named_once_by_its_key(tiny: duckdb.DuckDBPyConnection, table: str) -> None:
    keys = ", ".join(f'"{name}"' for name in PACKAGE.schemas[table].primary_key)
    held = tiny.execute(f"select concat_ws('|', {keys}) from \"{table}\" order by all").fetchall()
    named = tiny.execute("select row_id from row_words where table_name = $t order by all", {"t": table}).fetchall()
    assert held
    assert named == held


def test_every_row_has_words_and_all_but_codes_a_day(tiny: duckdb.DuckDBPyConnection) -> None:
    bare = "select table_name, row_id from row_words where coalesce(trim(words), '') = ''"
    assert tiny.execute(bare).fetchall() == []
    undated = "select distinct table_name from row_words where recorded_on is null"
    codes = {name for name, schema in PACKAGE.schemas.items() if schema.path.startswith(VOCABULARIES)}
    assert {name for (name,) in tiny.execute(undated).fetchall()} == codes


def test_a_row_added_later_has_its_own_day(build_with: Callable[..., duckdb.DuckDBPyConnection]) -> None:
    added = {"row_id": "zed", "recorded_on": "2026-12-01"}
    rows = [{"table_name": "speakers", **added}, {"table_name": "topic", **added}]
    code = {"code": "zed", "label": "Zed", "description": "Zed."}
    person = {"speaker_id": "zed", "name": "Zed"}
    built = build_with({"additions": rows, "speakers": [person], "topic": [code]})
    told = "select table_name, words, page from row_words where recorded_on = date '2026-12-01' order by all"
    assert built.execute(told).fetchall() == [("speakers", "Zed", "speaker"), ("topic", "Zed", "codebook")]


def test_a_place_is_one_that_is_there(tiny: duckdb.DuckDBPyConnection) -> None:
    places = {"event": "events", "statement": "statements", "pledge": "pledges", "speaker": "speakers"}
    for page, table in places.items():
        lost = f"""
            select row_words.row_id from row_words
            where page = '{page}' and page_id not in (select row_id from row_words where table_name = '{table}')
        """
        assert tiny.execute(lost).fetchall() == []
