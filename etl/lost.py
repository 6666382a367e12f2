"""Rows that the release built last has and the tables haven't: of a file that was cut off, or taken out on purpose.

A table of nothing but the first rows of that release looks like a file that was cut off: an error, unless it is said to
be meant. Any other loss is a warning: the database that lies there is this machine's own, which need not be what was
published.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb

from etl.cells import row_id
from etl.problem import Problem, shown
from etl.shape import Table
from etl.tables import quoted

NAMED = 3
MEANT = " with --rows-gone"
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

    def lost(self, tables: Mapping[str, Table], *, is_meant: bool = False) -> list[Problem]:
        """A problem for each table that lacks rows of that release; a warning alone where that `is_meant`."""
        stamp = _stamp(self._path)
        if stamp != self._stamp:
            self._stamp, (self._release, self._ids) = stamp, _read(self._path, tables) if stamp else NOTHING
        return [problem for name in self._ids if name in tables for problem in self._lost(tables[name], is_meant)]

    def _lost(self, table: Table, is_meant: bool) -> Iterator[Problem]:
        held, all_ids = {row_id(table, row) for row in table.rows}, self._ids[table.schema.name]
        gone = [one for one in all_ids if one not in held]
        if not gone or table.problems or not table.is_known:
            return
        is_cut = held == set(sorted(all_ids, key=in_file)[: len(held)])
        named = ", ".join(map(shown, gone[:NAMED])) + (f" and {len(gone) - NAMED:,} more" if len(gone) > NAMED else "")
        rows, them = ("row", "it") if len(gone) == 1 else ("rows", "them")
        message = (
            f"{len(gone):,} {rows} of release {self._release}, built last, {'is' if len(gone) == 1 else 'are'} not "
            f"here{' after this line' if is_cut else ''}: {named}; put {them} back, or build{MEANT * is_cut} if that "
            f"is meant, and links and citations of {them} will lead nowhere"
        )
        severity = "error" if is_cut and not is_meant else "warning"
        line = (table.lines or [1])[-1] if is_cut else 0
        yield Problem(table.schema.path, line, "", gone[0], "rows_lost", message, severity)


def in_file(key: str) -> list[str]:
    """By what rows stand in order in a file: the parts of their key."""
    return key.split("|")


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
