"""What each correction changed, in words: codes as their labels, ids as names, so that "was …, now …" can be read."""

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from etl.codebook import Field, Package, Schema
from etl.references import ACTOR_TABLES
from etl.shape import Table

MEANING = (
    "What each correction changed, as it stands in `corrections` and in words: codes as labels, ids as names. "
    "One row per corrected cell and day of correction."
)
COLUMNS = (
    *("table_name", "row_id", "column_name", "column_title", "old_value", "new_value", "old_shown", "new_shown"),
    *("corrected_on", "why"),
)
NAMES = ("label", "name", "title", "office")
Labels = Mapping[str, Mapping[str, str]]


def fill_corrected_cells(connection: duckdb.DuckDBPyConnection, package: Package, tables: Mapping[str, Table]) -> None:
    """Makes the table corrected_cells, in the order of the days."""
    rows = corrected(package, tables)
    columns = {name: pa.array([row[name] for row in rows], pa.string()) for name in COLUMNS}
    typed = pa.table(columns).set_column(8, "corrected_on", columns["corrected_on"].cast(pa.date32()))
    connection.from_arrow(typed).create("corrected_cells")


def corrected(package: Package, tables: Mapping[str, Table]) -> list[dict[str, str | None]]:
    """The corrections, each with its cell's title and with both values in words; an empty cell is None."""
    schema = tables["corrections"].schema
    labels = _labels(tables)
    found = []
    for row in tables["corrections"].rows:
        cells = dict(zip(schema.columns, row, strict=True))
        about = package.schemas[cells["table_name"]]
        field = next(field for field in about.fields if field.name == cells["column_name"])
        told = {side: _words(field, about, cells[f"{side}_value"], labels) for side in ("old", "new")}
        shown = {f"{side}_shown": words for side, words in told.items()}
        found.append({name: {**cells, "column_title": field.title, **shown}[name] or None for name in COLUMNS})
    return sorted(found, key=lambda cells: [str(cells[name]) for name in ("corrected_on", *COLUMNS[:3])])


def _labels(tables: Mapping[str, Table]) -> dict[str, dict[str, str]]:
    """What each table's ids are called, by table; actors are those of three tables."""
    found = {name: _names(table) for name, table in tables.items() if len(table.schema.primary_key) == 1}
    actors = {key: label for name in ACTOR_TABLES for key, label in found.get(name, {}).items()}
    return {**found, "actors": actors}


def _names(table: Table) -> dict[str, str]:
    columns = table.schema.columns
    name = next((name for name in NAMES if name in columns), columns[0])
    key = columns.index(table.schema.primary_key[0])
    return {row[key]: row[columns.index(name)] for row in table.rows}


def _words(field: Field, schema: Schema, cell: str, labels: Labels) -> str:
    """A cell's value as it is read: labels for codes and ids, the items of a list after one another."""
    if not field.items:
        known = labels.get(field.references or schema.foreign_key(field.name), {})
        return known.get(cell, cell)
    resources = (field.items.resource, *field.items.columns[1:])
    return "; ".join(
        ", ".join(labels.get(name, {}).get(part, part) for name, part in zip(resources, item.split(":"), strict=False))
        for item in cell.split(";")
        if item
    )
