"""Schema rules: types, constraints, keys. Checked by frictionless, reworded with a remedy."""

from collections.abc import Iterator, Mapping
from typing import Any

from frictionless import Package, Resource
from frictionless import Schema as TableSchema
from frictionless.errors import ConstraintError, ForeignKeyError, PrimaryKeyError

from etl.cells import row_id
from etl.problem import Problem, shown
from etl.read import Table

ALL = 1_000_000


def validate(tables: Mapping[str, Table]) -> list[Problem]:
    """What the Table Schemas forbid, in every table that could be read."""
    readable = {name: table for name, table in tables.items() if table.is_read}
    report = Package(resources=[_resource(table, readable) for table in readable.values()]).validate(limit_errors=ALL)
    problems = [
        problem
        for task in report.tasks
        for error in task.errors
        for problem in _problems(error, readable[task.name])
    ]
    return sorted(set(problems))


def _resource(table: Table, readable: Mapping[str, Table]) -> Resource:
    keys = [
        key
        for key in table.schema.descriptor.get("foreignKeys", [])
        if key["reference"]["resource"] in {"", *readable}
    ]
    schema = TableSchema.from_descriptor({**table.schema.descriptor, "foreignKeys": keys})
    data = [list(table.schema.columns), *[list(row) for row in table.rows]]
    return Resource(name=table.schema.name, data=data, schema=schema)


def _problems(error: Any, table: Table) -> Iterator[Problem]:
    if not hasattr(error, "row_number"):
        yield Problem(table.schema.path, 0, "", "", "schema", f"{error.note}; mend the schema or the file")
        return
    place = error.row_number - 2
    line, row = table.lines[place], table.rows[place]
    for column, rule, message in _worded(error, table):
        yield Problem(table.schema.path, line, column, row_id(table, row), rule, message)


def _worded(error: Any, table: Table) -> Iterator[tuple[str, str, str]]:
    """Column, rule and message of one error; type errors are said by `cells`, in our written forms."""
    if isinstance(error, ForeignKeyError):
        for column, cell in zip(error.field_names, error.field_cells, strict=True):
            where = table.schema.foreign_key(column)
            yield column, "unknown-reference", f"{shown(cell)} isn't in {where}; correct it, or add the row there"
    elif isinstance(error, PrimaryKeyError):
        if "the same as" in error.note:
            earlier = table.lines[int(error.note.rsplit(" ", 1)[1]) - 2]
            message = f"the key is already on line {earlier}; merge the rows or give one another id"
            yield table.schema.primary_key[0], "duplicate-key", message
    elif isinstance(error, ConstraintError):
        yield error.field_name, *_constraint(error.field_name, error.cell, error.note, table)


def _constraint(column: str, cell: str, note: str, table: Table) -> tuple[str, str]:
    field = next(field for field in table.schema.fields if field.name == column)
    wanted = note.split(" is ", 1)[1].strip('"')
    if note.startswith('constraint "required"'):
        return "required", "the cell is empty; fill it in"
    if note.startswith('constraint "enum"'):
        return "unknown-code", f"{shown(cell)} isn't one of {wanted}; correct it"
    if note.startswith('constraint "unique"'):
        return "duplicate-value", f"{shown(cell)} stands in another row too; {field.title or column} must differ"
    if note.startswith('constraint "pattern"'):
        return "pattern", f"{shown(cell)} isn't written as {field.title or column} must be ({wanted}); correct it"
    name = note.split('"')[1]
    return name.lower(), f"{shown(cell)} breaks {name} {wanted}; correct it"
