"""The meaning of every table, view and column, carried inside the database as its comment."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import yaml

from etl.codebook import Package
from etl.tables import quoted

DERIVED = Path(__file__).with_name("derived.yaml")


def comment(connection: duckdb.DuckDBPyConnection, kind: str, name: str, text: str) -> None:
    """Comments on a table, view, macro or (`table.column`) a column."""
    literal = "'" + text.replace("'", "''") + "'"
    connection.execute(f"comment on {kind} {'.'.join(quoted(part) for part in name.split('.'))} is {literal}")


def comment_on_columns(connection: duckdb.DuckDBPyConnection, package: Package) -> None:
    """Comments on each column of tables and views that has none yet, by what its name means."""
    meanings = column_meanings(package)
    bare = "select table_name, column_name from duckdb_columns() where not internal and comment is null order by all"
    for table, column in connection.execute(bare).fetchall():
        meaning = meanings.get(f"{table}.{column}") or meanings.get(column)
        if meaning:
            comment(connection, "column", f"{table}.{column}", meaning)


def column_meanings(package: Package) -> Mapping[str, str]:
    """What column names mean: as derived.yaml says, else as schemas do, the one first whose key it is."""
    derived: dict[str, str] = yaml.safe_load(DERIVED.read_text(encoding="utf-8"))
    keys = {
        field.name: f"{field.title}: {field.description}"
        for schema in package.schemas.values()
        for field in schema.fields
        if (field.name,) == schema.primary_key
    }
    others = {
        field.name: f"{field.title}: {field.description}"
        for schema in reversed(list(package.schemas.values()))
        for field in schema.fields
    }
    return {**others, **keys, **derived}
