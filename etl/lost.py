"""Rows that the release built last has and the tables haven't: of a file that was cut off, or taken out on purpose.

A warning, no error: the database that lies there is this machine's own, which need not be what was published.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb

from etl.cells import row_id
from etl.problem import Problem, shown
from etl.shape import Table
from etl.tables import quoted

NAMED = 3
Stamp = tuple[int, int, int]
NOTHING: tuple[str, dict[str, list[str]]] = ("", {})


def database_in(folder: Path) -> Path:
    """Where the database of a data folder is built."""
    return folder / "build" / "guarantees.duckdb"


class Last:
    """The release that lies in a database file, read anew only when another one lies there; none where it can't be."""

    def __init__(self, database: Path) -> None:
        self._path = database
        self._stamp: Stamp | None = None
        self._release, self._ids = NOTHING

    def lost(self, tables: Mapping[str, Table]) -> list[Problem]:
        """A warning for each table that lacks rows of that release."""
        stamp = _stamp(self._path)
        if stamp != self._stamp:
            self._stamp, (self._release, self._ids) = stamp, _read(self._path, tables) if stamp else NOTHING
        return [problem for name in self._ids if name in tables for problem in self._lost(tables[name])]

    def _lost(self, table: Table) -> Iterator[Problem]:
        held = {row_id(table, row) for row in table.rows}
        gone = [one for one in self._ids[table.schema.name] if one not in held]
        if not gone or table.problems or not table.is_known:
            return
        is_cut = bool(held) and min(gone) > max(held)
        named = ", ".join(map(shown, gone[:NAMED])) + (f" and {len(gone) - NAMED:,} more" if len(gone) > NAMED else "")
        rows, them = ("row", "it") if len(gone) == 1 else ("rows", "them")
        message = (
            f"{len(gone):,} {rows} of release {self._release}, built last, {'is' if len(gone) == 1 else 'are'} not "
            f"here{' after this line' if is_cut else ''}: {named}; put {them} back, or build if that is meant, and "
            f"links and citations of {them} will lead nowhere"
        )
        yield Problem(table.schema.path, table.lines[-1] if is_cut else 0, "", gone[0], "rows_lost", message, "warning")


def _stamp(path: Path) -> Stamp | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino


def _read(path: Path, tables: Mapping[str, Table]) -> tuple[str, dict[str, list[str]]]:
    """The release's name and the ids of its rows by table; nothing of a file that isn't such a database."""
    ids: dict[str, list[str]] = {}
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            (release,) = connection.table("release").project("release").fetchall()[0]
            for name, table in tables.items():
                key = ", ".join(quoted(column) for column in table.schema.primary_key)
                try:
                    found = connection.table(quoted(name)).project(f"concat_ws('|', {key}) as id").order("id")
                except duckdb.Error:  # a table, or a key, that the release didn't have yet
                    continue
                ids[name] = [one for (one,) in found.fetchall()]
    except (duckdb.Error, IndexError):
        return NOTHING
    return str(release), ids
