"""Fills a DuckDB database: typed tables with keys and comments, link tables, relations, the release."""

import re
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.cells import column
from etl.checks import header
from etl.codebook import Field, Items, Package, Schema
from etl.comments import comment, comment_on_columns
from etl.corrected import MEANING as CORRECTED
from etl.corrected import fill_corrected_cells
from etl.describe import VOCABULARIES
from etl.places import fill_actor_places
from etl.problem import StoppedError
from etl.release import MEANING as RELEASE
from etl.release import fill_release
from etl.shape import Table
from etl.tables import SQL_TYPES, column_type, fill, link_rows, links, quoted

CODES = "What each code of each vocabulary is called. One row per code."
RELATIONS = Path(__file__).parent / "sql" / "relations"


def load(connection: duckdb.DuckDBPyConnection, package: Package, tables: Mapping[str, Table]) -> None:
    """Fills an empty database from tables that were found without fault."""
    for name in _order(package):
        schema = package.schemas[name]
        connection.execute(table_ddl(schema, set(package.schemas)))
        fill(connection, tables[name])
        comment(connection, "table", name, schema.description)
        for field in schema.fields:
            comment(connection, "column", f"{name}.{field.name}", f"{field.title}: {field.description}")
    for name in _order(package):
        for field, items in links(package.schemas[name]):
            _load_link(connection, tables[name], field, items)
    fill_release(connection, package, tables)
    comment(connection, "table", "release", RELEASE)
    fill_corrected_cells(connection, package, tables)
    comment(connection, "table", "corrected_cells", CORRECTED)
    _fill_codes(connection, tables)
    load_relations(connection)
    fill_actor_places(connection)
    comment_on_columns(connection, package)


def table_ddl(schema: Schema, known: set[str]) -> str:
    """The statement that makes a table, with its keys; keys within the table itself are left to the checks."""
    parts = [
        f"{quoted(field.name)} {column_type(field)}{' not null' if field.required and not field.items else ''}"
        for field in schema.fields
    ]
    parts.append(f"primary key ({', '.join(quoted(name) for name in schema.primary_key)})")
    parts += [
        f"foreign key ({quoted(column)}) references {quoted(resource)} ({quoted(target)})"
        for column, resource, target in schema.foreign_keys
        if resource in known - {schema.name}
    ]
    return f"create table {quoted(schema.name)} ({', '.join(parts)})"


def link_ddl(schema: Schema, items: Items, known: set[str]) -> str:
    """The statement that makes a link table: the row's key, the item's position, the item."""
    types = {field.name: SQL_TYPES[field.type] for field in schema.fields}
    parts = [f"{quoted(name)} {types[name]} not null" for name in schema.primary_key]
    parts += ["position bigint not null", *(f"{quoted(name)} varchar not null" for name in items.columns)]
    keys = ", ".join(quoted(name) for name in schema.primary_key)
    parts.append(f"primary key ({keys}, position)")
    parts.append(f"foreign key ({keys}) references {quoted(schema.name)} ({keys})")
    if items.resource in known - {schema.name}:
        parts.append(
            f"foreign key ({quoted(items.columns[0])}) references {quoted(items.resource)} ({quoted(items.field)})"
        )
    return f"create table {quoted(items.link)} ({', '.join(parts)})"


def load_relations(connection: duckdb.DuckDBPyConnection, folder: Path = RELATIONS) -> None:
    """Makes every view and macro; one that needs another waits for it, for DuckDB binds them when they are made."""
    waiting = sorted(folder.glob("*.sql"))
    while waiting:
        failed: dict[Path, duckdb.Error] = {}
        for path in waiting:
            try:
                _make(connection, path.stem, path.read_text(encoding="utf-8"))
            except (duckdb.CatalogException, duckdb.BinderException, duckdb.ParserException) as fault:
                failed[path] = fault
        if len(failed) == len(waiting):
            said = "; ".join(f"{path.stem}: {str(fault).splitlines()[0]}" for path, fault in failed.items())
            raise StoppedError(f"relations can't be made: {said}")
        waiting = list(failed)


def _make(connection: duckdb.DuckDBPyConnection, name: str, text: str) -> None:
    connection.execute(text)
    made = re.search(r"^create (table|view|macro)", text, re.MULTILINE)
    kind = made[1] if made else "table"
    comment(connection, "macro table" if kind == "macro" else kind, name, header(text))


def _fill_codes(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Table]) -> None:
    """Makes the table `codes`, for relations that speak of rows of any table."""
    held = [table for _, table in sorted(tables.items()) if table.schema.path.startswith(VOCABULARIES)]
    cells = {name: [cell for table in held for cell in column(table, name)] for name in ("code", "label")}
    names = [table.schema.name for table in held for _ in table.rows]
    connection.from_arrow(pa.table({"vocabulary": names, **cells})).create("codes")
    comment(connection, "table", "codes", CODES)


def _load_link(connection: duckdb.DuckDBPyConnection, table: Table, field: Field, items: Items) -> None:
    known = {row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()}
    connection.execute(link_ddl(table.schema, items, known))
    connection.from_arrow(link_rows(table, field, items)).insert_into(items.link)
    meaning = f"One row per item of {table.schema.name}.{field.name}: {field.description}"
    comment(connection, "table", items.link, meaning)


def _order(package: Package) -> Iterable[str]:
    """Table names, each after the tables that its foreign keys point to."""
    needs = {
        name: sorted({resource for _, resource, _ in schema.foreign_keys if resource in package.schemas} - {name})
        for name, schema in sorted(package.schemas.items())
    }
    return tuple(TopologicalSorter(needs).static_order())
