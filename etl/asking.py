"""Asks for a row, a column at a time, with what the codebook says of it; a slip is asked again at once."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from etl.cells import FORMS, faults
from etl.codebook import Field, Schema
from etl.corrected import NAMES
from etl.draft import Draft
from etl.ids import misshapen
from etl.new import default, in_order
from etl.references import ACTOR_TABLES, known_ids, target, unknown
from etl.shape import Table

FEW, FOUND = 25, 12
HELP = "Enter takes what stands in [brackets]; - leaves the cell empty; ?word searches the ids; Ctrl+C stops.\n"


@dataclass(frozen=True)
class Asking:
    """Whom to ask: `ask` shows a text and returns the line typed; `day` is the default of recorded_on."""

    draft: Draft
    ask: Callable[[str], str]
    day: str

    def fill(self, table: str, row: dict[str, str]) -> None:
        """Fills the columns that the row doesn't hold yet, so that what was answered is kept if it is stopped."""
        schema = self.draft.table(table).schema
        before = f"\nA new row of {table}. {schema.description}\n{HELP}"
        for number, field in enumerate(in_order(schema), start=1):
            if field.name not in row:
                place = f"{number} of {len(schema.fields)}"
                row[field.name] = self._cell(schema, field, row, before + self._head(schema, field, place))
                before = ""

    def _cell(self, schema: Schema, field: Field, row: Mapping[str, str], text: str) -> str:
        usual = default(field, schema.name, row, self.draft, self.day)
        while True:
            typed = self.ask(f"{text}{f'[{usual}] ' if usual else ''}> ").strip()
            cell = "" if typed == "-" else typed or usual
            if typed.startswith("?") and target(field, schema):
                text = self._search(schema, field, typed[1:].strip())
            elif said := self._fault(schema, field, cell):
                text = f"  {said}\n"
            else:
                return cell

    def _head(self, schema: Schema, field: Field, place: str) -> str:
        needed = "needed" if field.required else "may be empty"
        form = FORMS[field.type][1] if field.type in FORMS else ""
        lines = [f"\n{field.name} ({place}, {needed}): {field.title}", *_wrapped(field.description), *_wrapped(form)]
        resource = target(field, schema)
        codes = self._names(resource) if resource else {}
        if 0 < len(codes) <= FEW:
            lines += [f"    {code}: {label}" for code, label in codes.items()]
        elif codes:
            lines += _wrapped(f"{len(codes):,} ids of {resource}; ?word searches them")
        return "\n".join([*lines, ""])

    def _names(self, resource: str) -> dict[str, str]:
        """What the ids of a table, or of all actors, are called."""
        tables = [self.draft.table(name) for name in (ACTOR_TABLES if resource == "actors" else (resource,))]
        return {key: label for table in tables for key, label in _labels(table)}

    def _search(self, schema: Schema, field: Field, word: str) -> str:
        names = self._names(target(field, schema)).items()
        found = [f"    {key}: {label}" for key, label in names if word.lower() in f"{key} {label}".lower()]
        more = [f"    … and {len(found) - FOUND:,} more"] if len(found) > FOUND else []
        return "\n".join([*(found[:FOUND] or [f"    nothing holds {word}"]), *more, ""])

    def _fault(self, schema: Schema, field: Field, cell: str) -> str:
        """What is wrong with an answer by itself; the rest is said by the checks."""
        if field.required and not cell:
            return "the cell is needed; fill it in"
        if said := next((message for _, message in faults(field, cell)), ""):
            return said
        if (field.name,) == schema.primary_key and cell and (said := misshapen(schema.name, cell)):
            return said
        tables = {**self.draft.read.tables, **self.draft.tables}
        parts = (target(field, schema), *(field.items.columns[1:] if field.items else ()))
        known = {name: known_ids(tables, name) for name in parts if name}
        return next(unknown(cell, field, schema, known), "") if cell and known else ""


def again(tables: Sequence[str], given: Mapping[str, Mapping[str, str]], others: Sequence[str] = ()) -> str:
    """The command that goes on from the answers given so far, with the other options that were said."""
    cells = [(table, name, cell) for table, row in given.items() for name, cell in row.items()]
    named = [f"{table}.{name}={cell}" if len(tables) > 1 else f"{name}={cell}" for table, name, cell in cells]
    sets = [word for text in named for word in ("--set", text)]
    return shlex.join(["python", "-m", "etl", "new", *tables, *sets, "--ask", *others])


def _labels(table: Table) -> list[tuple[str, str]]:
    columns = table.schema.columns
    name = next((name for name in NAMES if name in columns), columns[0])
    places = columns.index(table.schema.primary_key[0]), columns.index(name)
    return [(row[places[0]], row[places[1]]) for row in table.rows]


def _wrapped(text: str) -> list[str]:
    return [f"  {text}"] if text else []
