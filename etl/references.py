"""What frictionless can't see: items of list cells, `actor:tone` pairs, ids of any actor."""

from collections.abc import Iterator, Mapping

from etl.cells import row_id
from etl.codebook import Field
from etl.problem import Problem, shown
from etl.read import Table

ACTOR_TABLES = ("countries", "organisations", "speakers")


def check_references(tables: Mapping[str, Table]) -> list[Problem]:
    """Unknown items and actors, in every table that could be read."""
    known = {name: _keys(tables, name) for name in {*_resources(tables), "tone"}}
    return [
        Problem(table.schema.path, line, field.name, row_id(table, row), rule, message)
        for table in tables.values()
        for place, field in enumerate(table.schema.fields)
        if field.items or field.references
        for line, row in zip(table.lines, table.rows, strict=True)
        for rule, message in _faults(field, row[place], known)
    ]


def _resources(tables: Mapping[str, Table]) -> set[str]:
    fields = [field for table in tables.values() for field in table.schema.fields]
    return {field.items.resource for field in fields if field.items} | {f.references for f in fields if f.references}


def _keys(tables: Mapping[str, Table], resource: str) -> set[str] | None:
    """The ids in a table, None where it couldn't be read and so nothing can be said."""
    parts = [tables.get(name) for name in (ACTOR_TABLES if resource == "actors" else (resource,))]
    if not all(part and part.is_read for part in parts):
        return None
    return {row[part.schema.columns.index(part.schema.primary_key[0])] for part in parts if part for row in part.rows}


def _faults(field: Field, cell: str, known: Mapping[str, set[str] | None]) -> Iterator[tuple[str, str]]:
    if field.items and len(field.items.columns) == 2:
        for actor, _, tone in (item.partition(":") for item in cell.split(";") if cell):
            yield from _unknown(actor, "actors", known)
            yield from _unknown(tone, "tone", known)
        return
    for item in cell.split(";") if field.items else [cell]:
        yield from _unknown(item, field.items.resource if field.items else field.references, known)


def _unknown(item: str, resource: str, known: Mapping[str, set[str] | None]) -> Iterator[tuple[str, str]]:
    keys = known.get(resource)
    if item and keys is not None and item not in keys:
        where = " or ".join(ACTOR_TABLES) if resource == "actors" else resource
        yield "unknown-reference", f"{shown(item)} isn't in {where}; correct it, or add the row there"
