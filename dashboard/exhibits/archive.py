"""All statements of a release, read once: what is shown of each, what is searched, what is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

import pandas as pd

from dashboard.database import Asked, Database
from dashboard.queries import statements as asks
from dashboard.queries.sources import sources
from dashboard.readings.prose import items, text
from dashboard.search import Found, Index

Row = Mapping[str, Any]
LISTS = ("topics", "tones", "standings")
SEARCHED = {
    "summary": "summary",
    "quote": "quote",
    "speaker": "speaker",
    "office": "office",
    "country": "country",
    "place": "place",
    "event": "event_title",
    "topics": "about",
}
# The columns of the file that a reader downloads, by the names under which they are asked.
TABLE = {
    "statement_id": "statement_id",
    "said_on": "said_on",
    "date_precision": "date_precision",
    "speaker_id": "speaker_id",
    "speaker": "speaker",
    "office": "office",
    "actor_id": "actor_id",
    "actor": "actor",
    "place": "place",
    "event_id": "event_id",
    "event_title": "event_title",
    "about": "topics",
    "act": "act",
    "summary": "summary",
    "quote": "quote",
    "quote_form_label": "quote_form",
    "quote_language": "quote_language",
    "toward": "toward",
    "reply_to_id": "reply_to_id",
    "reply_to_speaker": "reply_to_speaker",
    "answers": "answers",
    "count_said": "count_said",
    "doubts": "doubts",
    "rests_on": "source_ids",
}
_LOCK = Lock()


@dataclass(frozen=True)
class Archive:
    """The statements as rows and as a frame, oldest first; `places` says where each stands; `sources` by their ids."""

    rows: Sequence[Row]
    frame: pd.DataFrame
    places: Mapping[str, int]
    sources: Mapping[str, Row]
    asked: Asked

    def row(self, statement_id: str) -> Row | None:
        """One statement; None if there is none."""
        place = self.places.get(statement_id)
        return None if place is None else self.rows[place]

    def table(self, statement_ids: Sequence[str]) -> pd.DataFrame:
        """The statements as they are downloaded, in this order."""
        return self.frame.iloc[[self.places[one] for one in statement_ids]].reset_index(drop=True)

    def conversation(self, row: Row) -> list[Row]:
        """The statements of a conversation, each under what it answers."""
        return sorted((one for one in self.rows if one["root_id"] == row["root_id"]), key=lambda one: str(one["path"]))


def archive(db: Database) -> Archive:
    """The statements of the build that lies there now."""
    with _LOCK:
        return db.kept("statements", lambda: read(db))


def read(db: Database) -> Archive:
    """The statements and the pages that they rest on, asked of the database."""
    asked = asks.every(db)
    rows = [row | {name: tuple(items(row[name])) for name in LISTS} for row in asked.rows]
    places = {row["statement_id"]: place for place, row in enumerate(rows)}
    ids = sorted({one for row in rows for one in items(row["source_ids"])})
    found = {row["source_id"]: row for row in sources(db, ids).rows}
    return Archive(rows, asked.frame[list(TABLE)].rename(columns=TABLE), places, found, asked)


def search(db: Database, words: str | None) -> Found | None:
    """The statements that hold the words; None where none are asked for."""
    return index(db).find(words) if words else None


def index(db: Database) -> Index:
    """The index of the build that lies there now, made when it is first asked."""
    told = archive(db).rows
    with _LOCK:
        return db.kept("search", lambda: Index([searched(row) for row in told]))


def searched(row: Row) -> dict[str, str]:
    """What a search looks into."""
    return {"statement_id": row["statement_id"]} | {name: text(row[column]) for name, column in SEARCHED.items()}
