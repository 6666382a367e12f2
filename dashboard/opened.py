"""A build of the database, opened: a locked, read-only connection to a copy of the file, and what is kept of it."""

import contextlib
import datetime as dt
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import duckdb
import pandas as pd

from dashboard.answers import Answers
from dashboard.clock import now
from dashboard.whole import DatabaseUnreadable, Stamp, copied

LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,  # answers of a few milliseconds: more threads cost more than they bring, readers share the cores
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


# Every table, view and macro that is asked for anything, one a line.
ASKED = Path(__file__).with_name("relations.txt").read_text(encoding="utf-8").split()
LACKING = """
select unnest($asked) as name
except select table_name from duckdb_tables() where database_name = 'guarantees'
except select view_name from duckdb_views() where database_name = 'guarantees'
except select function_name from duckdb_functions() where database_name = 'guarantees'
order by name
"""


@dataclass(frozen=True)
class Build:
    """One opened build: its place on disk when opened, the connection, its one-row `release`, what was kept of it.

    `source` is the very file that the connection reads, for other processes; none where an open file can't be replaced.
    """

    stamp: Stamp
    connection: duckdb.DuckDBPyConnection
    release: Mapping[str, Any]
    source: IO[bytes] | None
    kept: dict[str, Any] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    idle: list[duckdb.DuckDBPyConnection] = field(default_factory=list)  # cursors that wait for the next question
    parsed: dict[str, duckdb.Statement] = field(default_factory=dict)  # our own questions, a fixed number of them
    since: dt.datetime = field(default_factory=now)

    @contextlib.contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one question at a time; one whose question failed is closed, any other waits for the next."""
        try:
            cursor = self.idle.pop()
        except IndexError:
            cursor = self.connection.cursor()
            cursor.execute("use guarantees")
        try:
            yield cursor
        except BaseException:
            cursor.close()
            raise
        self.idle.append(cursor)

    def statement(self, sql: str) -> duckdb.Statement:
        """A question of ours, parsed once: that is a tenth to a quarter of what answering it takes."""
        if sql not in self.parsed:
            (self.parsed[sql],) = self.connection.extract_statements(sql)
        return self.parsed[sql]


def opened(path: Path) -> Build:
    """A locked, read-only connection to a copy of the build; raises DatabaseUnreadable on anything half-made."""
    with copied(path) as (copy, stamp):
        connection = duckdb.connect(config=LOCKED)
        try:
            connection.execute("attach '{}' as guarantees (read_only)".format(str(copy).replace("'", "''")))
            connection.execute("set enable_external_access = false")
            connection.execute("set lock_configuration = true")
            connection.execute("use guarantees")
            frame = connection.execute("select * from release").df()
            lacking = [name for (name,) in connection.execute(LACKING, {"asked": ASKED}).fetchall()]
        except duckdb.Error as error:
            connection.close()
            raise DatabaseUnreadable(f"The database {path.name} can't be read: it is no finished build.") from error
        if why := unfit(len(frame), lacking):
            connection.close()
            raise DatabaseUnreadable(f"The database {path.name} {why}.")
        source = None if os.name == "nt" else copy.open("rb")
        return Build(stamp, connection, {str(name): plain(frame[name].iloc[0]) for name in frame.columns}, source)


def unfit(releases: int, lacking: Sequence[str]) -> str:
    """Why a whole database isn't one for this app; empty where it is."""
    if releases != 1:
        return "doesn't say which release it is"
    more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
    anew = "build it with this version: python -m etl build"
    return f"was built by another version, without {lacking[0]}{more}; {anew}" if lacking else ""


def plain(value: Any) -> Any:
    """A timestamp as a date, anything else as it is."""
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value if isinstance(value, dt.date) or not hasattr(value, "item") else value.item()
