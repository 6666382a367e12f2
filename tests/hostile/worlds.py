"""Data folders whose text cells hold what a stranger wrote, and the databases that the real ETL makes of them."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path

from etl.build import build
from etl.check import check
from etl.codebook import Field, Schema
from etl.package import read_package
from etl.problem import errors
from tests.conftest import DATA, World
from tests.hostile.corpus import ADDRESSES

# Text that has to agree with something else: with a cell it names, a code beside it, or a list of one letter.
BOUND = {
    "doubts": {"table_name", "row_id", "column_name"},
    "corrections": {"table_name", "row_id", "column_name", "old_value", "new_value"},
    "additions": {"table_name", "row_id"},
    "pledge_status": {"letter"},
    "cameo": {"quad_class"},
}
WORDS_OF_A_QUOTE = 15
ADDRESS = "url"  # its pattern asks for a beginning alone


def is_free(schema: Schema, field: Field) -> bool:
    """Whether a column takes any text."""
    rules = next(one.get("constraints", {}) for one in schema.descriptor["fields"] if one["name"] == field.name)
    is_bound = field.items or field.references or "enum" in rules or ("pattern" in rules and field.name != ADDRESS)
    keys = {*schema.primary_key, *(column for column, _, _ in schema.foreign_keys), *BOUND.get(schema.name, ())}
    return field.type == "string" and not is_bound and field.name not in keys


def text_columns() -> dict[str, list[str]]:
    """Of each table, the columns that take any text."""
    return columns(is_free)


def bound_columns() -> dict[str, list[str]]:
    """Of each table, all others: ids, dates, numbers, words of a list."""
    return columns(lambda schema, field: not is_free(schema, field))


def columns(wanted: Callable[[Schema, Field], bool]) -> dict[str, list[str]]:
    """Of each table that has such columns, their names."""
    schemas = read_package(DATA)[0].schemas.items()
    found = {name: [field.name for field in schema.fields if wanted(schema, field)] for name, schema in schemas}
    return {name: named for name, named in found.items() if named}


def write(world: World, table: str, rows: Sequence[dict[str, str]]) -> None:
    """A table anew, as a spreadsheet would write it."""
    with world.path(table).open("w", encoding="utf-8", errors="surrogateescape", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def spoil(world: World, texts: Iterable[str], addresses: Iterable[str] = ADDRESSES) -> dict[tuple[str, str], list[str]]:
    """Puts the texts into every text cell in turn; by table and column, the cells as they now are, row by row."""
    words, places, put = cycle(texts), cycle(addresses), {}
    for table, columns in text_columns().items():
        rows = world.rows(table)
        for column in columns:
            for at, row in enumerate(rows):
                row[column] = f"{next(places)}#{at}" if column == ADDRESS else fitted(table, column, at, row, words)
            put[table, column] = [row[column] for row in rows]
        if rows:
            write(world, table, rows)
    log = list(corrected(world, put, words))
    write(world, "corrections", log)
    return put | {("corrections", name): [row[name] for row in log] for name in ("old_value", "new_value", "why")}


def corrected(world: World, put: Mapping[tuple[str, str], list[str]], words: Iterator[str]) -> Iterator[dict[str, str]]:
    """A correction of the first cell of each column of text, which said something else once."""
    schemas, said = read_package(world.folder)[0].schemas, {"corrected_on": "2026-12-01"}
    for (table, column), cells in put.items():
        for row in world.rows(table)[: bool(cells)]:
            row_id = "|".join(row[name] for name in schemas[table].primary_key)
            cell = {"table_name": table, "row_id": row_id, "column_name": column, "old_value": next(words)}
            yield {**cell, "new_value": cells[0], **said, "why": next(words)}


def fitted(table: str, column: str, at: int, row: dict[str, str], words: Iterator[str]) -> str:
    """The next text as the rules of a column allow it: a quote is short and of known form, a label is no one else's."""
    if column == "quote":
        return " ".join(next(words).split()[:WORDS_OF_A_QUOTE]) if row["quote_form"] else ""
    if column == "label" or table == "speakers":
        return f"{next(words)} {at}"
    return next(words)


def built(world: World, out: Path) -> Path:
    """The database of a world that is without fault."""
    checked = check(world.folder)
    assert not errors(checked.problems), "\n".join(map(str, errors(checked.problems)))
    return build(checked, out)
