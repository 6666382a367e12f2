"""Tables of text into typed DuckDB tables, by what their schemas say."""

from collections.abc import Iterable, Mapping
from itertools import repeat

import duckdb
import pyarrow as pa

from etl.cells import column, row_id, values
from etl.codebook import Field, Items, Schema
from etl.shape import Table

SQL_TYPES = {
    "string": "varchar",
    "date": "date",
    "boolean": "boolean",
    "integer": "bigint",
    "number": "double",
    "year": "integer",
}
ARROW_TYPES = {
    "string": pa.string(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "year": pa.int32(),
}


def quoted(name: str) -> str:
    """A name as SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def column_type(field: Field) -> str:
    """The SQL type of a column; a list cell is a list of texts, empty rather than null."""
    return "varchar[]" if field.items else SQL_TYPES[field.type]


def fill(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Puts a table's typed rows into the database table of its name."""
    connection.from_arrow(pa.table(_arrays(table))).insert_into(table.schema.name)


def stage(table: Table, faulty: Mapping[int, set[str]]) -> pa.Table:
    """The rows without constraints, for the checks, with each row's `_key` and `_line`.

    Cells that were found `faulty` (columns by line) are null, and their columns' names stand in `_unread`.
    """
    unread = [_unread(table, line, faulty) for line in table.lines]
    columns = _arrays(table, unread)
    columns["_unread"] = pa.array([sorted(names) for names in unread], pa.list_(pa.string()))
    columns["_key"] = pa.array([row_id(table, row) for row in table.rows], pa.string())
    columns["_line"] = pa.array(table.lines, pa.int64())
    return pa.table(columns)


def links(schema: Schema) -> Iterable[tuple[Field, Items]]:
    """The columns of a table that have a link table."""
    return ((field, field.items) for field in schema.fields if field.items)


def link_rows(table: Table, field: Field, items: Items) -> pa.Table:
    """The rows of a link table: the key of the row, the item's position from 1, the item or its parts."""
    schema = table.schema
    cells = {name: column(table, name) for name in (*schema.primary_key, field.name)}
    keys, positions, parts = [], [], []
    for place, cell in enumerate(cells[field.name]):
        for position, item in enumerate(cell if isinstance(cell, list) else [], start=1):
            keys.append(tuple(cells[name][place] for name in schema.primary_key))
            positions.append(position)
            parts.append((item.split(":", len(items.columns) - 1) + [""])[: len(items.columns)])
    types = {column.name: ARROW_TYPES[column.type] for column in schema.fields}
    arrays = {name: pa.array([key[at] for key in keys], types[name]) for at, name in enumerate(schema.primary_key)}
    arrays["position"] = pa.array(positions, pa.int64())
    for at, name in enumerate(items.columns):
        arrays[name if name not in arrays else f"linked_{name}"] = pa.array([part[at] for part in parts], pa.string())
    return pa.table(arrays)


def _arrays(table: Table, unread: Iterable[set[str]] = repeat(set())) -> dict[str, pa.Array]:
    """The columns, typed; without the cells in the columns that are `unread`, row by row."""
    fields = {field.name: field for field in table.schema.fields}
    types = {name: pa.list_(pa.string()) if field.items else ARROW_TYPES[field.type] for name, field in fields.items()}
    left_out = list(zip(unread, table.rows, strict=False))
    return {
        name: pa.array(
            [None if name in names else cell for cell, (names, _) in zip(cells, left_out, strict=True)], types[name]
        )
        for name, cells in values(table).items()
    }


def _unread(table: Table, line: int, faulty: Mapping[int, set[str]]) -> set[str]:
    """The columns of a row in which nothing reliable stands: all of them where its shape is broken."""
    return set(table.schema.columns) if line in table.broken else table.missing | faulty.get(line, set())
