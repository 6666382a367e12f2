"""The one canonical written form of each table, so that every difference is a change of the data."""

import csv
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from etl.check import Checked
from etl.problem import Problem
from etl.shape import Table

MENDED = {"column_order"}


def canonical(table: Table) -> bytes:
    """A table's file: UTF-8, LF, minimal quotes, columns as in the schema, rows by key as plain text."""
    places = [table.schema.columns.index(name) for name in table.schema.primary_key]
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(table.schema.columns)
    keyed = sorted((tuple(row[place] for place in places), row) for row in table.rows)
    writer.writerows(row for _, row in keyed)
    return text.getvalue().encode("utf-8")


def unformatted(read: Checked) -> tuple[dict[Path, bytes], list[Problem]]:
    """The files that differ from their canonical form, with that form; and what forbids writing them."""
    problems = [problem for problem in read.problems if problem.rule not in MENDED]
    wanted = {read.package.folder / t.schema.path: canonical(t) for t in read.tables.values() if t.is_read}
    return {path: text for path, text in wanted.items() if path.read_bytes() != text}, problems


def write(files: Mapping[Path, bytes]) -> Sequence[Path]:
    """Writes each file beside its place, then moves all of them there."""
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    try:
        for path, part in parts.items():
            part.write_bytes(files[path])
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return sorted(files)
