"""Read-only access to the built database. A new build is picked up by the next question, without a restart.

Whatever lies in the database's place, the last whole build is served until another one is there.
"""

import contextlib
import datetime as dt
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar

import duckdb
import pandas as pd

from dashboard.answers import Answers as Answers
from dashboard.answers import Asked as Asked
from dashboard.opened import Build, opened
from dashboard.whole import DatabaseError as DatabaseError
from dashboard.whole import DatabaseMissing as DatabaseMissing
from dashboard.whole import DatabaseUnreadable as DatabaseUnreadable
from dashboard.whole import Stamp
from dashboard.whole import stamp_of as stamp_of

T = TypeVar("T")
LOG = logging.getLogger("guarantees")
PATIENCE = 1.0  # seconds until a file that was refused is tried again as it is
BROKEN = (duckdb.FatalException, duckdb.InternalException, duckdb.IOException)
LOCATION = "GUARANTEES_DATABASE"
DEFAULT = Path(__file__).resolve().parent.parent / "data" / "build" / "guarantees.duckdb"
# Words as plain Python strings: with the frames of a page, of ten to a thousand rows, Arrow's arrays take longer.
pd.set_option("mode.string_storage", "python")


class Refusal(NamedTuple):
    """A file that couldn't be opened: its stamp if there was a file, when that was tried, and why not."""

    stamp: Stamp | None
    at: float
    error: DatabaseError


_HELD: ContextVar[dict[Path, Build] | None] = ContextVar("held", default=None)


@contextlib.contextmanager
def steady() -> Iterator[None]:
    """All that is asked within, in this thread or task, is answered from one build, whatever is swapped in."""
    held: dict[Path, Build] = {}
    token = _HELD.set(held)
    try:
        yield
    finally:
        _HELD.reset(token)
        held.clear()


def location() -> Path:
    """The database file: the environment's, or the one that `python -m etl build` writes."""
    return Path(os.environ.get(LOCATION) or DEFAULT)


class Database:
    """Answers SQL from one database file. Safe to share between threads: every question gets its own cursor."""

    def __init__(self, path: Path | str | None = None) -> None:
        self.path = Path(path) if path else location()
        self._lock = threading.Lock()
        self._build: Build | None = None
        self._refusal: Refusal | None = None

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
        with self._answering(build, sql, parameters) as answer:
            asked = Asked(answer.df(), sql.strip(), parameters)
        return build.answers.keep(key, asked)

    def at_most(self, cells: int, sql: str, **parameters: Any) -> pd.DataFrame | None:
        """The rows, if they have no more than so many cells: of a larger answer no more is read than shows that."""
        with self._answering(self._current(), sql, parameters) as answer:
            chunks = [answer.fetch_df_chunk()]
            while len(chunks[-1]) and sum(chunk.size for chunk in chunks) <= cells:
                chunks.append(answer.fetch_df_chunk())
        found = pd.concat(chunks[:-1] or chunks, ignore_index=True)
        return None if len(chunks[-1]) else found

    @contextlib.contextmanager
    def _answering(self, build: Build, sql: str, parameters: Mapping[str, Any]) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            with build.cursor() as cursor:
                yield cursor.execute(build.statement(sql), parameters)
        except duckdb.Error as error:
            error.add_note(f"Asked of release {build.release['release']}:\n{sql.strip()}")
            if isinstance(error, BROKEN) and self._build is build:
                self._build = None  # the engine answers nothing more through this connection: the file is opened anew
            raise

    def release(self) -> Mapping[str, Any]:
        """The build's own description: its id, what it covers, how many rows; days as dates."""
        return self._current().release

    def since(self) -> dt.datetime:
        """When the build that is served was opened, in universal time."""
        return self._current().since

    def source(self) -> IO[bytes]:
        """The file that is answered from, open, for another process: whatever lies in its place meanwhile."""
        source = self._current().source
        if source is None:
            raise DatabaseUnreadable("The database can't be read by another process on this system.")
        return source

    def problem(self) -> str:
        """Why what lies in the database's place isn't what is served, in words; empty where it is."""
        with contextlib.suppress(DatabaseError):
            self._newest()
        return str(self._refusal.error) if self._refusal else ""

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once per build: for vocabularies, never for answers to a selection."""
        kept = self._current().kept
        if name not in kept:
            kept[name] = make()
        made: T = kept[name]
        return made

    def _current(self) -> Build:
        """The build that this run or request began with, else the newest. An old one goes with its last cursor."""
        held = _HELD.get()
        if held is None:
            return self._newest()
        return held.get(self.path) or held.setdefault(self.path, self._newest())

    def _newest(self) -> Build:
        """The last whole build. Whoever comes while another is being opened is answered from the one before."""
        build = self._build
        if self._lock.acquire(blocking=build is None):
            try:
                return self._renewed()
            finally:
                self._lock.release()
        assert build is not None
        return build

    def _renewed(self) -> Build:
        """The build that lies there now, if it is whole; else the one served so far. Raises where there is none."""
        found = None
        try:
            found = stamp_of(self.path)
            if self._build is None or self._build.stamp != found:
                self._retry(found)
                self._build = opened(self.path)
                self._tell(logging.INFO, "a release is served")
            self._refusal = None
        except DatabaseError as error:
            if self._refusal is None or self._refusal.error is not error:
                self._refuse(Refusal(found, time.monotonic(), error))
            if self._build is None:
                raise type(error)(str(error)) from error
        return self._build

    def _refuse(self, refusal: Refusal) -> None:
        """Keeps why a file isn't taken; the log says it once for each state of the file."""
        last, self._refusal = self._refusal, refusal
        if last is None or (last.stamp, str(last.error)) != (refusal.stamp, str(refusal.error)):
            self._tell(logging.WARNING, "a database was refused", reason=str(refusal.error))

    def _tell(self, level: int, event: str, **told: str) -> None:
        """A line of the log: the file by its name alone, and the release that is served."""
        release = self._build and str(self._build.release["release"])
        LOG.log(level, event, extra={"told": {"file": self.path.name, "release": release, **told}})

    def _retry(self, found: Stamp) -> None:
        """Raises the last error again if the same file was refused a moment ago."""
        last = self._refusal
        if last and last.stamp == found and time.monotonic() - last.at < PATIENCE:
            raise last.error


@lru_cache(maxsize=2)
def shared(path: Path) -> Database:
    """The one connection to a file, for all readers and all routes."""
    return Database(path)
