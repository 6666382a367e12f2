"""The one canonical written form of each table, so that every difference is a change of the data."""

import csv
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from etl.check import Checked
from etl.shape import Table


def canonical(table: Table) -> bytes:
    """A table's file: UTF-8, LF, minimal quotes, columns as in the schema, rows by key as plain text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(table.schema.columns)
    keyed = sorted((tuple(row[place] for place in table.schema.key_places), row) for row in table.rows)
    writer.writerows(row for _, row in keyed)
    return text.getvalue().encode("utf-8")


def unformatted(read: Checked) -> dict[Path, bytes]:
    """The files that differ from their canonical form, each with that form."""
    wanted = {read.package.folder / table.schema.path: canonical(table) for table in read.tables.values()}
    return {path: text for path, text in wanted.items() if path.read_bytes() != text}


def write(files: Mapping[Path, bytes]) -> Sequence[Path]:
    """Writes each file beside its place, then moves all of them there; stopped on the way, puts back the old ones."""
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    old = {path: path.read_bytes() for path in files if path.exists()}
    moved: list[Path] = []
    try:
        for path, part in parts.items():
            part.write_bytes(files[path])
        for path, part in parts.items():
            moved.append(path)
            part.replace(path)
    except BaseException:
        for path in moved:
            parts[path].write_bytes(old[path])
            parts[path].replace(path)
        raise
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return sorted(files)
