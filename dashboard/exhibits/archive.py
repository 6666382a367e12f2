"""All statements of a release, read once as a frame: what is shown of each, what is searched, what is counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.database import Asked, Database
from dashboard.exhibits.tally import Values
from dashboard.queries import statements as asks
from dashboard.queries.catalogue import catalogue
from dashboard.readings.prose import items, text
from dashboard.readings.wording import rows as records
from dashboard.search import Found, Index

Row = Mapping[str, Any]
LISTS = ("topics", "tones", "standings")
MOST_SHOWN = 3_000  # rows of statements once shown that are kept for the next reader
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
# What is counted: a name, the column that holds one value or several, and the vocabulary that has words for them.
COUNTED = {
    "speakers": ("speaker_id", "speaker"),
    "countries": ("actor_id", "place"),
    "topics": ("topics", "topic"),
    "tones": ("tones", "tone"),
    "standings": ("standings", "standing"),
    "quoted": ("quote_form", "quote_form"),
    "months": ("month", ""),
    "names": ("speaker", ""),
    "sources": ("source_ids", ""),
}
_LOCK = Lock()


@dataclass(frozen=True)
class Archive:
    """The statements as a frame, oldest first, with what is counted of them; rows are made when they are shown.

    `turns` says of each row number of the database where in the frame it stands.
    """

    every: pd.DataFrame
    ids: pd.Index
    turns: NDArray[np.intp]
    values: Mapping[str, Values]
    asked: Asked
    shown: dict[int, Row] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.every)

    def places(self, statement_ids: Sequence[str]) -> NDArray[np.intp]:
        """Where the statements with these ids stand."""
        return np.asarray(self.ids.get_indexer(pd.Index(list(statement_ids), dtype="object")), dtype=np.intp)

    def numbered(self, numbers: "pd.Series[int]") -> NDArray[np.intp]:
        """Where the statements with these row numbers stand."""
        return self.turns[numbers.to_numpy()]

    def rows_at(self, places: Sequence[int] | NDArray[np.intp]) -> list[Row]:
        """The statements at these places, as they are shown."""
        at: list[int] = np.asarray(places, dtype=np.intp).tolist()
        found = {place: self.shown[place] for place in at if place in self.shown}
        new = [place for place in dict.fromkeys(at) if place not in found]
        found.update(zip(new, self._made(new), strict=True))
        if len(self.shown) < MOST_SHOWN:
            self.shown.update(found)
        return [found[place] for place in at]

    def _made(self, places: list[int]) -> list[Row]:
        """The same, made from the frame."""
        if not places:
            return []
        return [row | {name: tuple(items(row[name])) for name in LISTS} for row in records(self.every.take(places))]

    def row(self, statement_id: str) -> Row | None:
        """One statement; None if there is none."""
        place = self.places([statement_id])
        return self.rows_at(place)[0] if place[0] >= 0 else None

    def table(self, places: Sequence[int] | NDArray[np.intp]) -> pd.DataFrame:
        """The statements at these places as they are downloaded."""
        shown = self.every[list(TABLE)].rename(columns=TABLE)
        return shown.take(np.asarray(places, dtype=np.intp)).reset_index(drop=True)

    def conversation(self, row: Row) -> list[Row]:
        """The statements of a conversation, each under what it answers."""
        same = np.flatnonzero((self.every["root_id"] == row["root_id"]).to_numpy(dtype=bool, na_value=False))
        return sorted(self.rows_at(same), key=lambda one: str(one["path"]))


def archive(db: Database) -> Archive:
    """The statements of the build that lies there now."""
    with _LOCK:
        return db.kept("statements", lambda: read(db))


def read(db: Database) -> Archive:
    """The statements, asked of the database, and what facets count of them."""
    asked, known = asks.every(db), catalogue(db)
    values = {
        name: Values(asked.frame[column], partial(known.label, vocabulary))
        for name, (column, vocabulary) in COUNTED.items()
    }
    turns = np.argsort(asked.frame["row_number"].to_numpy())
    return Archive(asked.frame, pd.Index(asked.frame["statement_id"]), turns, values, asked)


def search(db: Database, words: str | None) -> Found | None:
    """The statements that hold the words; None where none are asked for."""
    return index(db).find(words) if words else None


def index(db: Database) -> Index:
    """The index of the build that lies there now, made when it is first asked."""
    every = archive(db).every
    with _LOCK:
        return db.kept("search", lambda: Index(searched(every)))


def searched(every: pd.DataFrame) -> Iterator[dict[str, str]]:
    """What a search looks into, statement by statement."""
    columns = {"statement_id": "statement_id", **SEARCHED}
    told = [map(text, every[column]) for column in columns.values()]
    return (dict(zip(columns, cells, strict=True)) for cells in zip(*told, strict=True))
