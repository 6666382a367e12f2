"""What this release is: an id made from its content, the spans that it covers, the rows that it counts."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.cells import column
from etl.codebook import Package
from etl.format import canonical
from etl.shape import Table

NAME = "guarantees-{}.zip"
NAMED = re.compile(r"guarantees-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.zip")
DATED = ("recorded_on", "corrected_on")
COUNTED = ("events", "statements", "pledges", "sources", "speakers", "doubts")
MEANING = (
    "One row: this release of the data. Its id is the newest day on which a row was recorded or a cell corrected and "
    "a digest of all tables, so that the same content has the same id; then the spans covered and densely covered, "
    "and row counts."
)


def release_id(tables: Mapping[str, Table]) -> str:
    """The newest day recorded or corrected on and the first eight hex digits of the digest of all canonical tables."""
    digest = hashlib.sha256()
    for name in sorted(tables):
        digest.update(name.encode() + b"\0" + canonical(tables[name]) + b"\0")
    return f"{recorded_on(tables)}-{digest.hexdigest()[:8]}"


def zip_path(folder: Path, release: str) -> Path:
    """Where the archive of a release is left: beside the database, named by the id in its table `release`."""
    return folder / NAME.format(release)


def older_zips(folder: Path, release: str) -> list[Path]:
    """Archives of other releases in the same folder."""
    kept = zip_path(folder, release)
    return sorted(path for path in folder.glob("*.zip") if NAMED.fullmatch(path.name) and path != kept)


def recorded_on(tables: Mapping[str, Table]) -> date:
    """The newest day on which a row of any table was recorded or a cell corrected: the newest of the change log."""
    held = [(table, name) for table in tables.values() for name in DATED if name in table.schema.columns]
    days = [day for table, name in held for day in column(table, name)]
    return max((day for day in days if isinstance(day, date)), default=date.min)


def fill_release(connection: duckdb.DuckDBPyConnection, package: Package, tables: Mapping[str, Table]) -> None:
    """Makes the table `release` with its one row."""
    row = {
        "release": release_id(tables),
        **package.spans,
        "recorded_on": recorded_on(tables),
        **{name: len(tables[name].rows) for name in COUNTED},
    }
    connection.from_arrow(pa.table({name: [cell] for name, cell in row.items()})).create("release")
