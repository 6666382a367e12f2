"""Read-only access to the built database. A new build is picked up by the next question, without a restart."""

import datetime as dt
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import duckdb
import pandas as pd

from dashboard.records import records

T = TypeVar("T")
MOST_CELLS = 1_000_000
LOCATION = "GUARANTEES_DATABASE"
DEFAULT = Path(__file__).resolve().parent.parent / "data" / "build" / "guarantees.duckdb"
LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,  # answers of a few milliseconds: more threads cost more than they bring, readers share the cores
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


class DatabaseError(Exception):
    """The database can't answer; the message says why, in words for the reader."""


class DatabaseMissing(DatabaseError):  # noqa: N818 – named for what is the case
    """There is no database file."""


class DatabaseUnreadable(DatabaseError):  # noqa: N818 – the same
    """The file is there, but is no finished build of ours."""


class Asked(NamedTuple):
    """An answer with the question: rows, the SQL that was run, and its named parameters."""

    frame: pd.DataFrame
    sql: str
    parameters: dict[str, Any]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows as plain dicts, column → value."""
        return records(self.frame)

    def shared(self) -> "Asked":
        """The same answer for another reader, who may change the frame: pandas copies on write."""
        return self._replace(frame=self.frame.copy(deep=False))


class Answers:
    """The latest answers of a build, shared between readers, `most` cells at most; the longest unused go first."""

    def __init__(self, most: int = MOST_CELLS) -> None:
        self.most, self.cells = most, 0
        self._kept = OrderedDict[tuple[str, str], Asked]()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str]) -> Asked | None:
        """The answer, if it is still there."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key].shared()

    def keep(self, key: tuple[str, str], asked: Asked) -> Asked:
        """Keep an answer, one that isn't too large by itself, and hand it on."""
        size = asked.frame.size + len(key[1])
        with self._lock:
            if key not in self._kept and size <= self.most / 10:
                self._kept[key] = asked.shared()
                self.cells += size
            while self.cells > self.most:
                (_, words), gone = self._kept.popitem(last=False)
                self.cells -= gone.frame.size + len(words)
        return asked


@dataclass(frozen=True)
class Build:
    """One opened build: its place on disk when opened, the connection, its one-row `release`, what was kept of it."""

    stamp: tuple[int, int, int]
    connection: duckdb.DuckDBPyConnection
    release: Mapping[str, Any]
    kept: dict[str, Any] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)


def location() -> Path:
    """The database file: the environment's, or the one that `python -m etl build` writes."""
    return Path(os.environ.get(LOCATION) or DEFAULT)


def stamp_of(path: Path) -> tuple[int, int, int]:
    """What changes when another build is swapped in: inode, time and size of the file."""
    try:
        found = path.stat()
    except OSError as error:
        raise DatabaseMissing(f"There is no database at {path.name} yet.") from error
    if not path.is_file():
        raise DatabaseUnreadable(f"{path.name} is not a file.")
    return found.st_ino, found.st_mtime_ns, found.st_size


class Database:
    """Answers SQL from one database file. Safe to share between threads: every question gets its own cursor."""

    def __init__(self, path: Path | str | None = None) -> None:
        self.path = Path(path) if path else location()
        self._lock = threading.Lock()
        self._build: Build | None = None

    def query(self, sql: str, **parameters: Any) -> pd.DataFrame:
        """Rows of `sql` with its `$named` parameters; lists are passed as lists, an unset filter as None."""
        return self.ask(sql, **parameters).frame

    def ask(self, sql: str, **parameters: Any) -> Asked:
        """The rows together with what was asked, for a view that shows its SQL.

        The same question of the same build is answered once: planning one takes longer than running it.
        """
        build = self._current()
        key = sql, repr(sorted(parameters.items()))
        known = build.answers.get(key)
        if known:
            return known
        cursor = build.connection.cursor()
        try:
            cursor.execute("use guarantees")
            asked = Asked(cursor.execute(sql, parameters).df(), sql.strip(), parameters)
        finally:
            cursor.close()
        return build.answers.keep(key, asked)

    def release(self) -> Mapping[str, Any]:
        """The build's own description: its id, what it covers, how many rows; days as dates."""
        return self._current().release

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once per build: for vocabularies, never for answers to a selection."""
        kept = self._current().kept
        if name not in kept:
            kept[name] = make()
        made: T = kept[name]
        return made

    def _current(self) -> Build:
        """The build that lies there now. An old one goes with its last cursor."""
        stamp = stamp_of(self.path)
        build = self._build
        if build is None or build.stamp != stamp:
            with self._lock:
                if self._build is None or self._build.stamp != stamp:
                    self._build = opened(self.path, stamp)
                build = self._build
        return build


def opened(path: Path, stamp: tuple[int, int, int]) -> Build:
    """A locked, read-only connection of its own to the build; raises DatabaseUnreadable on anything half-made."""
    connection = duckdb.connect(config=LOCKED)
    try:
        connection.execute("attach '{}' as guarantees (read_only)".format(str(path).replace("'", "''")))
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        connection.execute("use guarantees")
        frame = connection.execute("select * from release").df()
    except duckdb.Error as error:
        connection.close()
        raise DatabaseUnreadable(f"The database {path.name} can't be read: it is no finished build.") from error
    if len(frame) != 1:
        raise DatabaseUnreadable(f"The database {path.name} doesn't say which release it is.")
    return Build(stamp, connection, {str(name): plain(frame[name].iloc[0]) for name in frame.columns})


def plain(value: Any) -> Any:
    """A timestamp as a date, anything else as it is."""
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value if isinstance(value, dt.date) or not hasattr(value, "item") else value.item()
