"""Every id and code must exist where its schema says, also in list cells and in `actor:tone` pairs."""

from collections.abc import Iterator, Mapping

from etl.cells import row_id
from etl.codebook import Field, Schema
from etl.problem import Problem, shown
from etl.shape import Table

ACTOR_TABLES = ("countries", "organisations", "speakers")
EMPTY = "the table has no rows, but others name rows of it; put them back"
Known = Mapping[str, set[str] | None]


def check_references(tables: Mapping[str, Table]) -> list[Problem]:
    """Ids and codes that no row has, in every table that could be read."""
    empty = _emptied(tables)
    whole = {name: table for name, table in tables.items() if name not in empty}
    known = {name: known_ids(whole, name) for name in (*tables, "actors")}
    return [
        *(Problem(table.schema.path, 0, "", "", "empty_table", EMPTY) for table in empty.values()),
        *_unknown_ids(tables, known),
    ]


def _emptied(tables: Mapping[str, Table]) -> dict[str, Table]:
    """Tables without any row though others name rows of theirs: one fault, not one for each name."""
    named = {
        target(field, table.schema)
        for table in tables.values()
        for place, field in enumerate(table.schema.fields)
        if any(row[place] for row in table.rows)
    }
    return {name: table for name, table in tables.items() if name in named and table.is_known and not table.rows}


def _unknown_ids(tables: Mapping[str, Table], known: Known) -> list[Problem]:
    return [
        problem
        for table in tables.values()
        for place, field in enumerate(table.schema.fields)
        if target(field, table.schema)
        for problem in _unknown_in(table, place, field, known)
    ]


def _unknown_in(table: Table, place: int, field: Field, known: Known) -> Iterator[Problem]:
    """The problems of a column, each of its cells looked up once."""
    cells = {row[place] for row in table.rows} - {""}
    found = {cell: said for cell in cells if (said := list(unknown(cell, field, table.schema, known)))}
    for line, row in zip(table.lines, table.rows, strict=True) if found else ():
        for message in found.get(row[place], ()):
            yield Problem(table.schema.path, line, field.name, row_id(table, row), "unknown_reference", message)


def target(field: Field, schema: Schema) -> str:
    """The table that a column's ids stand in, "" if it holds none."""
    return field.items.resource if field.items else field.references or schema.foreign_key(field.name)


def known_ids(tables: Mapping[str, Table], name: str) -> set[str] | None:
    """The ids in a table, or in those of actors; None where it couldn't be read and so nothing can be said."""
    parts = [tables.get(part) for part in (ACTOR_TABLES if name == "actors" else (name,))]
    if not all(part and part.is_known for part in parts):
        return None
    keys = ((part.rows, part.schema.columns.index(part.schema.primary_key[0])) for part in parts if part)
    return {row[place].strip() for rows, place in keys for row in rows}


def unknown(cell: str, field: Field, schema: Schema, known: Known) -> Iterator[str]:
    """What is said of each id or code in a cell that its table doesn't know."""
    for resource, code in _codes(cell, field, schema):
        keys = known.get(resource)
        if code and keys is not None and code not in keys:
            where = " or ".join(ACTOR_TABLES) if resource == "actors" else resource
            yield f"{shown(code)} isn't in {where}; correct it, or add the row there"


def _codes(cell: str, field: Field, schema: Schema) -> Iterator[tuple[str, str]]:
    """The codes in a cell, each with the table that should know it."""
    if not field.items:
        yield target(field, schema), cell
        return
    resources = (field.items.resource, *field.items.columns[1:])
    for item in cell.split(";"):
        yield from zip(resources, item.split(":"), strict=False)
