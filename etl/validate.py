"""Schema rules: types, constraints, unique keys. Checked by frictionless, reworded with a remedy.

Foreign keys are checked in `references`, with the ids in list cells: frictionless copies a whole table per key.
"""

import re
from collections.abc import Iterator
from typing import Any

from frictionless import FrictionlessException, Resource
from frictionless import Schema as TableSchema
from frictionless.errors import ConstraintError, PrimaryKeyError

from etl.cells import row_id
from etl.problem import Problem, shown
from etl.shape import Table

ALL = 1_000_000
WORDS = {
    "minimum": "is below {}, the least allowed; correct it",
    "maximum": "is above {}, the most allowed; correct it",
    "minLength": "has fewer than {} characters; write it out",
    "maxLength": "has more than {} characters; shorten it",
    "enum": "isn't one of {}; correct it",
    "pattern": "isn't written as it must be ({}); correct it",
    "unique": "stands in another row too; merge the rows or correct one",
}


class Shared(list[list[str]]):
    """Rows that are never changed: frictionless copies all that a resource holds into its description."""

    def __deepcopy__(self, _memo: object) -> "Shared":
        """The rows themselves."""
        return self


def validate(table: Table) -> list[Problem]:
    """What its Table Schema forbids in a single table, if it could be read."""
    return list(_validate(table)) if table.is_read else []


def _validate(table: Table) -> Iterator[Problem]:
    try:
        report = _resource(table).validate(limit_errors=ALL)
    except Exception as fault:  # whatever a misshapen constraint makes it raise
        said = fault.error.note if isinstance(fault, FrictionlessException) else str(fault)
        yield Problem(table.schema.path, 0, "", "", "schema", f"the schema can't be applied: {said}; mend it")
        return
    for task in report.tasks:
        for error in task.errors:
            yield from _problems(error, table)


def _resource(table: Table) -> Resource:
    schema = TableSchema.from_descriptor({**table.schema.descriptor, "foreignKeys": []})
    data = Shared([list(table.schema.columns), *[list(row) for row in table.rows]])
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
    """Column, rule and message of one error; types are said by `cells`, which is stricter."""
    if isinstance(error, PrimaryKeyError) and "the same as" in error.note:
        earlier = table.lines[int(error.note.rsplit(" ", 1)[1]) - 2]
        message = f"the key is already on line {earlier}; merge the rows, or give one another id"
        yield table.schema.primary_key[0], "duplicate_key", message
    elif isinstance(error, ConstraintError):
        yield error.field_name, *_constraint(error.cell, error.note)


def _constraint(cell: str, note: str) -> tuple[str, str]:
    name, wanted = note.split('"')[1], note.split(" is ", 1)[1].strip('"')
    if name == "required":
        return "required", "the cell is empty; fill it in"
    if name == "enum":
        wanted = " or ".join(", ".join(re.findall(r"'([^']*)'", wanted)).rsplit(", ", 1))
    words = WORDS.get(name, "breaks a constraint of its schema; correct it").format(wanted)
    return "unknown_code" if name == "enum" else name.lower(), f"{shown(cell)} {words}"
