"""What a cell's text means: one written form per type, so that one value is never written two ways."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from etl.codebook import Field
from etl.problem import Problem, shown
from etl.shape import Table

Value: TypeAlias = str | int | float | bool | date | list[str] | None

FORMS = {
    "date": (re.compile(r"\d{4}-\d\d-\d\d"), "a day of the calendar, written as 2025-02-28"),
    "boolean": (re.compile(r"true|false"), "true or false"),
    "integer": (re.compile(r"-?(0|[1-9]\d{0,17})"), "a whole number, written as 1200"),
    "number": (re.compile(r"-?(0|[1-9]\d{0,17})(\.\d+)?"), "a number, written as 1200 or 0.25"),
    "year": (re.compile(r"\d{4}"), "a year, written as 2025"),
}
URL = re.compile(r"https?://[^\s/]+\S*")
ID = re.compile(r"[A-Za-z0-9_-]+")
ID_WITH_SLASH = re.compile(r"[A-Za-z0-9_/-]+")
PAIR = re.compile(r"[^\s:;]+:[^\s:;]+")


def value(field: Field, cell: str) -> Value:
    """The typed value of a cell, None for an empty one; ValueError if it isn't in the written form."""
    if field.items:
        return [item for item in cell.split(";") if item]
    if not cell:
        return None
    if field.type not in FORMS:
        return cell
    if not FORMS[field.type][0].fullmatch(cell):
        raise ValueError(cell)
    return _typed(field.type, cell)


def values(table: Table) -> dict[str, list[Value]]:
    """A table's columns as typed values; a cell that can't be read is None."""
    return {name: column(table, name) for name in table.schema.columns}


def column(table: Table, name: str) -> list[Value]:
    """One column's typed values."""
    place = table.schema.columns.index(name)
    field = table.schema.fields[place]
    if field.items:
        return [value(field, row[place]) for row in table.rows]
    known: dict[str, Value] = {cell: _or_none(field, cell) for cell in {row[place] for row in table.rows}}
    return [known[row[place]] for row in table.rows]


def check_cells(table: Table) -> list[Problem]:
    """Cells not in their written form, with stray blanks around them, or ids with other characters."""
    problems: list[Problem] = []
    for place, field in enumerate(table.schema.fields):
        found = {cell: list(faults(field, cell)) for cell in {row[place] for row in table.rows}}
        if not any(found.values()):
            continue
        for line, row in zip(table.lines, table.rows, strict=True):
            for rule, message in found[row[place]]:
                problems.append(Problem(table.schema.path, line, field.name, row_id(table, row), rule, message))
    return problems


def row_id(table: Table, row: tuple[str, ...]) -> str:
    """The key of a row, its parts joined by `|`."""
    return "|".join(row[place] for place in table.schema.key_places)


def faults(field: Field, cell: str) -> Iterator[tuple[str, str]]:
    """Rule and message of each fault in a cell's written form."""
    if not cell:
        return
    if hidden := "" if cell.isascii() else next((char for char in cell if unicodedata.category(char) == "Cf"), ""):
        name = unicodedata.name(hidden, f"U+{ord(hidden):04X}").lower()
        yield "invisible_character", f"{shown(cell)} holds an invisible character ({name}); remove it"
    elif cell != cell.strip():
        yield "stray_blank", f"{shown(cell)} begins or ends with a blank; remove it"
    elif field.items:
        yield from _list_faults(cell, is_paired=len(field.items.columns) == 2)
    elif _or_none(field, cell) is None:
        yield "type", f"{shown(cell)} isn't {FORMS[field.type][1]}; write it so"
    elif field.name == "url" and not URL.fullmatch(cell):
        yield "url", f"{shown(cell)} isn't a web address; give one that begins with http:// or https://"
    elif field.name.endswith("_id") and field.name != "row_id" and not _is_id(field.name, cell):
        yield "id_characters", f"{shown(cell)} isn't an id; use letters, digits, - and _ only"


def _list_faults(cell: str, is_paired: bool) -> Iterator[tuple[str, str]]:
    items = cell.split(";")
    if any(item != item.strip() or not item for item in items):
        yield "list_form", f"{shown(cell)} has an empty item or a blank; write the items as a;b"
    for item in sorted({item for item in items if item and items.count(item) > 1}):
        yield "list_form", f"{shown(item)} stands twice in the cell; name it once"
    named = [item.split(":")[0] for item in dict.fromkeys(items)] if is_paired else []
    for actor in sorted({actor for actor in named if actor and named.count(actor) > 1}):
        yield "mention_form", f"{shown(actor)} is mentioned twice; give one tone, the harsher"
    for item in items if is_paired else ():
        if not PAIR.fullmatch(item):
            yield "mention_form", f"{shown(item)} isn't a mention; write actor:tone, as in RUS:critical"


def _is_id(name: str, cell: str) -> bool:
    return bool((ID_WITH_SLASH if name == "resolution_id" else ID).fullmatch(cell))


def _or_none(field: Field, cell: str) -> Value:
    try:
        return value(field, cell)
    except ValueError:
        return None


def _typed(kind: str, cell: str) -> Value:
    if kind == "date":
        return date.fromisoformat(cell)
    if kind == "boolean":
        return cell == "true"
    return float(cell) if kind == "number" else int(cell)
