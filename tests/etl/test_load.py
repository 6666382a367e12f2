"""The database: typed tables with keys and comments, lists and their link tables, relations."""

import shutil
from pathlib import Path

import duckdb
import pytest
import yaml

from etl.checks import header
from etl.comments import DERIVED
from etl.load import RELATIONS, load_relations
from etl.problem import StoppedError

TWELVE = "2025-04-10-alma-varenne-twelve"


def one(connection: duckdb.DuckDBPyConnection, sql: str, **parameters: object) -> tuple[object, ...]:
    row = connection.execute(sql, parameters).fetchone()
    assert row is not None
    return row


def test_columns_are_typed(tiny: duckdb.DuckDBPyConnection) -> None:
    sql = "select column_name, data_type from duckdb_columns() where list_contains($tables, table_name)"
    found = dict(tiny.execute(sql, {"tables": ["statements", "pledges", "offices"]}).fetchall())
    assert found["said_on"] == "DATE"
    assert found["topics"] == "VARCHAR[]"
    assert found["amount"] == "DOUBLE"
    assert found["personnel_min"] == "BIGINT"
    assert found["is_end_known"] == "BOOLEAN"


def test_empty_cells_are_null_and_empty_lists_are_empty(tiny: duckdb.DuckDBPyConnection) -> None:
    sql = "select conditions, ended_conditions, amount, condition from pledges where pledge_id = $id"
    assert one(tiny, sql, id="EST-2025-09-01-ground_troops") == ([], [], None, None)


def test_link_tables_keep_order_and_split_pairs(tiny: duckdb.DuckDBPyConnection) -> None:
    sql = "select position, actor_id, tone from statement_mentions where statement_id = $id order by position"
    found = tiny.execute(sql, {"id": TWELVE}).fetchall()
    assert found == [(1, "UKR", "supportive"), (2, "RUS", "critical"), (3, "USA", "neutral")]


def test_link_table_of_a_compound_key(tiny: duckdb.DuckDBPyConnection) -> None:
    sql = "select * from aid_total_sources where actor_id = 'FRA' and measure = 'commitment' and kiel_release = 29"
    assert one(tiny, sql) == ("FRA", 29, "commitment", 1, "aid-counter-2025")


def test_every_list_cell_agrees_with_its_link_table(tiny: duckdb.DuckDBPyConnection) -> None:
    total = one(tiny, "select sum(len(source_ids)) from statements")[0]
    assert one(tiny, "select count(*) from statement_sources")[0] == total


@pytest.mark.parametrize(
    "statement",
    [
        "insert into speakers values ('alma-varenne', 'Again')",
        "insert into speakers values (null, 'Nobody')",
        "insert into offices values ('x-1', 'nobody', 'None', 'FRA', null, null, true)",
        "insert into event_sources values ('2025-03-20-preparatory-call', 2, 'nowhere')",
    ],
)
def test_keys_hold(tiny_database: Path, tmp_path: Path, statement: str) -> None:
    shutil.copy(tiny_database, tmp_path / "copy.duckdb")
    with duckdb.connect(str(tmp_path / "copy.duckdb")) as connection, pytest.raises(duckdb.ConstraintException):
        connection.execute(statement)


@pytest.mark.parametrize("kind", ["tables", "views", "columns"])
def test_everything_is_commented(tiny: duckdb.DuckDBPyConnection, kind: str) -> None:
    sources = {
        "tables": "select table_name from duckdb_tables() where coalesce(comment, '') = ''",
        "views": "select view_name from duckdb_views() where not internal and coalesce(comment, '') = ''",
        "columns": """
            select table_name || '.' || column_name from duckdb_columns()
            where not internal and coalesce(comment, '') = ''
        """,
    }
    assert tiny.execute(sources[kind]).fetchall() == []


def test_column_that_only_a_relation_has_is_explained(tiny: duckdb.DuckDBPyConnection) -> None:
    sql = "select comment from duckdb_columns() where table_name = $table and column_name = $column"
    assert "6 for signed" in str(one(tiny, sql, table="pledge_cards", column="status_rank")[0])
    assert "a code of" in str(one(tiny, sql, table="pledge_conditions", column="condition")[0])
    assert "last day" in str(one(tiny, sql, table="release", column="covered_until_on")[0]).lower()
    assert one(tiny, sql, table="position_spans", column="status") == one(tiny, sql, table="pledges", column="status")


def test_every_explained_column_is_there(tiny: duckdb.DuckDBPyConnection) -> None:
    columns = tiny.execute("select table_name, column_name from duckdb_columns() where not internal").fetchall()
    known = {name for table, column in columns for name in (column, f"{table}.{column}")}
    assert set(yaml.safe_load(DERIVED.read_text(encoding="utf-8"))) <= known


def test_every_relation_file_became_a_relation_of_its_name(tiny: duckdb.DuckDBPyConnection) -> None:
    sql = """
        select table_name from duckdb_tables() union select view_name from duckdb_views()
        union select function_name from duckdb_functions() where function_type = 'table_macro'
    """
    found = {name for (name,) in tiny.execute(sql).fetchall()}
    assert {path.stem for path in RELATIONS.glob("*.sql")} <= found
    assert "actor_places" in found


FILES = {
    "a": "-- Sums b.\ncreate view a as\nselect * from b",
    "b": "-- Text.\ncreate view b as\nselect * from c()",
    "c": "-- One\n-- row.\ncreate macro c() as table\nselect 1 as one",
}


def test_relations_wait_for_those_they_need(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / f"{name}.sql").write_text(text, encoding="utf-8")
    with duckdb.connect() as connection:
        load_relations(connection, tmp_path)
        assert one(connection, "select one from a") == (1,)
        assert one(connection, "select comment from duckdb_views() where view_name = 'a'") == ("Sums b.",)
        assert one(connection, "select comment from duckdb_functions() where function_name = 'c'") == ("One row.",)


def test_relation_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.sql").write_text(FILES["a"], encoding="utf-8")
    with duckdb.connect() as connection, pytest.raises(StoppedError, match="a: Catalog Error"):
        load_relations(connection, tmp_path)


def test_header_is_the_comment_at_the_top() -> None:
    assert header("-- One row\n-- per thing.\ncreate view x as\n-- not this\nselect 1") == "One row per thing."
