"""Adds rows: what is given or asked for, with defaults, a fresh id, and nothing that is there already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from etl.alike import alike
from etl.codebook import Field, Schema
from etl.draft import ADDED, LOG, Draft, RefusedError, Row
from etl.ids import RULES, SHAPES, fresh_id
from etl.problem import Problem, StoppedError, shown

Given = Mapping[str, Mapping[str, str]]


def sort_out(tables: Sequence[str], pairs: Iterable[tuple[str, str]], draft: Draft) -> dict[str, dict[str, str]]:
    """The cells given, by table; a bare column belongs to the first table that has it."""
    given: dict[str, dict[str, str]] = {name: {} for name in tables}
    for named, value in pairs:
        table, _, column = named.rpartition(".")
        holders = [name for name in tables if column in draft.table(name).schema.columns]
        if table and table not in tables:
            raise StoppedError(f"--set {named}: no row of {table} is added; name one of {', '.join(tables)}")
        if not holders or table and table not in holders:
            raise StoppedError(_no_column(column, draft.table(table or tables[0]).schema))
        given[table or holders[0]][column] = value
    return given


def _no_column(column: str, schema: Schema) -> str:
    near = get_close_matches(column, schema.columns, 1)
    hint = f"did you mean {near[0]}?" if near else f"its columns are {', '.join(schema.columns)}"
    return f"{schema.name} has no column {shown(column)}; {hint}"


def default(field: Field, table: str, row: Mapping[str, str], draft: Draft, day: str) -> str:
    """What a column holds where nobody says otherwise: its own default, the day, a fresh id."""
    schema = draft.table(table).schema
    if field.name == "recorded_on":
        return day
    if (field.name,) == schema.primary_key and table in RULES:
        full = {**dict.fromkeys(schema.columns, ""), **row}
        return fresh_id(table, full, (other[field.name] for other in draft.rows(table)))
    return field.default


def in_order(schema: Schema) -> list[Field]:
    """The columns in the order in which they are filled: an id that is made of the others comes last."""
    is_late = schema.name in RULES
    return sorted(schema.fields, key=lambda field: is_late and (field.name,) == schema.primary_key)


def filled(table: str, given: Mapping[str, str], draft: Draft, day: str) -> Row:
    """A whole row: what is given, and defaults for the rest."""
    row = dict(given)
    for field in in_order(draft.table(table).schema):
        if field.name not in row:
            row[field.name] = default(field, table, row, draft, day)
    return row


def add(draft: Draft, table: str, row: Row, day: str, *, is_another: bool = False) -> str:
    """Adds a row to the draft and returns its key; refused if the same, or one much like it, is there.

    Where the table has no column for the `day`, `additions` keeps it.
    """
    key, rows = draft.key(table, row), draft.rows(table)
    if line := draft.line(table, key) if key else 0:
        message = f"the id {shown(key)} is taken; change that row with `correct`, or give this one another id"
        raise RefusedError([_problem(draft, table, line, draft.table(table).schema.primary_key[0], key, message)])
    if not is_another:
        _refuse_alike(draft, table, row, rows)
    draft.put(table, [*rows, row], [row])
    if table not in (LOG, ADDED) and "recorded_on" not in row:
        note = {"table_name": table, "row_id": key, "recorded_on": day}
        draft.put(ADDED, [*draft.rows(ADDED), note], [note])
    return key


def wanting(problems: Sequence[Problem], draft: Draft) -> list[Problem]:
    """What is wrong, but for an id that is made for the author and lacks only what other empty cells don't say."""
    ids = {
        draft.table(name).schema.path: (draft.table(name).schema.primary_key[0], SHAPES[name][1])
        for name in draft.tables
        if name in RULES
    }

    def is_id(one: Problem) -> bool:
        return one.rule == "required" and one.column == ids.get(one.file, ("", ""))[0]

    incomplete = {(one.file, one.line) for one in problems if one.rule == "required" and not is_id(one)}
    return [
        replace(one, message=f"no id can be made of what is given: it is made of {ids[one.file][1]}")
        if is_id(one)
        else one
        for one in problems
        if not (is_id(one) and (one.file, one.line) in incomplete)
    ]


def _refuse_alike(draft: Draft, table: str, row: Row, rows: Sequence[Row]) -> None:
    problems = []
    for other, column in alike(table, row, rows):
        key = draft.key(table, dict(other))
        message = f"the row {shown(key)} says so already; use it, or say --another if this is a different one"
        problems.append(_problem(draft, table, draft.line(table, key), column, key, message))
    if problems:
        raise RefusedError(problems)


def _problem(draft: Draft, table: str, line: int, column: str, key: str, message: str) -> Problem:
    return Problem(draft.table(table).schema.path, line, column, key, "already_there", message)
