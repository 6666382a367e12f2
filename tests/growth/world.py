"""A data folder of any size: the invented world of tests/tiny, copied over and over, each copy moved to other days.

One time is some thousand statements, about what the collection holds; every table of things said and done grows with
them: sources, speakers, offices, events, statements, pledges, doubts. Seeded: the same size is always the same rows.
"""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.conftest import DATA, TINY, compose

A_TIME = 32
SEED = 20260705
# Tables that grow, with their ids; and the columns that name a row of another table that grows.
GROWING = {
    "sources": "source_id",
    "speakers": "speaker_id",
    "offices": "office_id",
    "events": "event_id",
    "statements": "statement_id",
    "pledges": "pledge_id",
    "doubts": "doubt_id",
}
NAMED = {"source_id", "speaker_id", "event_id", "statement_id", "reply_to_id", "row_id", "source_ids"}
NAMED |= {"rival_source_ids"}
DAYS = ("said_on", "announced_on", "starts_on", "ends_on", "held_from_on", "held_until_on", "published_on")
STILL = 2025  # what was there before this year stays where it is, or a copy had no room to move
TOLD = {"statements": "summary", "pledges": "summary", "events": "title", "speakers": "name", "doubts": "note"}
KEY = ("pledger_id", "kind", "phase", "basis", "announced_on")
Rows = list[dict[str, str]]


@dataclass
class Copies:
    """The rows of the tiny world, and what all copies share: the span of days, what was said first of a position."""

    rows: Mapping[str, Rows]
    first: dt.date
    last: dt.date
    ids: frozenset[str]
    positions: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)

    def copy(self, number: int, days: int) -> Iterator[tuple[str, dict[str, str]]]:
        """Table and row, for every row of one copy; the first is the tiny world itself."""
        for table, rows in self.rows.items():
            for row in rows:
                made = self.moved(table, row, number, days) if number else row
                yield table, self.agreed(made) if table == "pledges" else made

    def moved(self, table: str, row: Mapping[str, str], number: int, days: int) -> dict[str, str]:
        """A row under another name, on another day."""
        made = {column: self.cell(column, value, number, days) for column, value in row.items()}
        made[GROWING[table]] = f"{row[GROWING[table]]}-{number}"
        made |= {"package_id": ""} if "package_id" in row else {}
        made |= {"url": f"{row['url']}-{number}"} if "url" in row else {}
        if table in TOLD:
            made[TOLD[table]] = f"{row[TOLD[table]].rstrip('.')} {number}"
        return made

    def cell(self, column: str, value: str, number: int, days: int) -> str:
        """What a cell says in a copy."""
        if column in NAMED and value:
            return ";".join(f"{one}-{number}" if one in self.ids else one for one in value.split(";"))
        if column in DAYS and value:
            return self.day(dt.date.fromisoformat(value), days).isoformat()
        return value

    def day(self, day: dt.date, days: int) -> dt.date:
        """Another day within the covered span: none changes places with one before it."""
        if day.year < STILL:
            return day
        return min(max(day + dt.timedelta(days), dt.date(STILL, 1, 1) - dt.timedelta(1)), self.last)

    def agreed(self, row: dict[str, str]) -> dict[str, str]:
        """A pledge that says of its position that day what the first one said: two would contradict each other."""
        key = tuple(row[column] for column in KEY)
        said = self.positions.setdefault(key, {name: row[name] for name in SAID}) if row["phase"] else {}
        return row | said


SAID = ("status", "area", "condition", "conditions", "ended_conditions", "personnel_min", "personnel_max")


def tiny() -> Copies:
    """The tiny world's rows, and the days that the collection covers."""
    rows: dict[str, Rows] = {}
    for table in GROWING:
        with (TINY / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
            rows[table] = list(csv.DictReader(handle))
    ids = frozenset(row[GROWING[table]] for table, found in rows.items() for row in found)
    covered: dict[str, Any] = yaml.safe_load((DATA / "datapackage.yaml").read_text(encoding="utf-8"))["covered"]
    first, last = (dt.date.fromisoformat(covered[name]) for name in ("from_on", "until_on"))
    return Copies(rows, first, last, ids)


def grow(folder: Path, times: int) -> Path:
    """A data folder of `times` some thousand statements; the folder must not be there yet."""
    compose(folder)
    copies, dice = tiny(), Random(SEED)
    with ExitStack() as opened:
        writers = {}
        for table, rows in copies.rows.items():
            handle = opened.enter_context((folder / f"{table}.csv").open("w", encoding="utf-8", newline=""))
            writers[table] = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
            writers[table].writeheader()
        for number in range(times * A_TIME):
            for table, row in copies.copy(number, dice.randint(-75, 450)):
                writers[table].writerow(row)
    return folder
