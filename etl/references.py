"""Every id and code must exist where its schema says, also in list cells and in `actor:tone` pairs."""

from collections.abc import Iterator, Mapping

from etl.cells import row_id
from etl.codebook import Field, Schema
from etl.problem import Problem, shown
from etl.shape import Table

ACTOR_TABLES = ("countries", "organisations", "speakers")
Known = Mapping[str, set[str] | None]


def check_references(tables: Mapping[str, Table]) -> list[Problem]:
    """Ids and codes that no row has, in every table that could be read."""
    known = {name: _keys(tables, name) for name in (*tables, "actors")}
    return [
        Problem(table.schema.path, line, field.name, row_id(table, row), "unknown_reference", message)
        for table in tables.values()
        for place, field in enumerate(table.schema.fields)
        if _resource(field, table.schema)
        for line, row in zip(table.lines, table.rows, strict=True)
        if row[place]
        for message in _unknown(row[place], field, table.schema, known)
    ]


def _resource(field: Field, schema: Schema) -> str:
    """The table that a column's ids stand in, "" if it holds none."""
    return field.items.resource if field.items else field.references or schema.foreign_key(field.name)


def _keys(tables: Mapping[str, Table], resource: str) -> set[str] | None:
    """The ids in a table, None where it couldn't be read and so nothing can be said."""
    parts = [tables.get(name) for name in (ACTOR_TABLES if resource == "actors" else (resource,))]
    if not all(part and part.is_read for part in parts):
        return None
    return {row[part.schema.columns.index(part.schema.primary_key[0])] for part in parts if part for row in part.rows}


def _unknown(cell: str, field: Field, schema: Schema, known: Known) -> Iterator[str]:
    for resource, code in _codes(cell, field, schema):
        keys = known.get(resource)
        if code and keys is not None and code not in keys:
            where = " or ".join(ACTOR_TABLES) if resource == "actors" else resource
            yield f"{shown(code)} isn't in {where}; correct it, or add the row there"


def _codes(cell: str, field: Field, schema: Schema) -> Iterator[tuple[str, str]]:
    """The codes in a cell, each with the table that should know it."""
    if not field.items:
        yield _resource(field, schema), cell
        return
    resources = (field.items.resource, *field.items.columns[1:])
    for item in cell.split(";"):
        yield from zip(resources, item.split(":"), strict=False)
