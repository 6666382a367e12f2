"""All events and statements as rows that a timeline reads, draws and lists: made once per build, never changed."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.database import Database
from dashboard.exhibits.lanes import lanes_in
from dashboard.figures.lanes import Said, said_of
from dashboard.queries import timeline as asks
from dashboard.readings.itemrows import ItemRows, item_rows
from dashboard.readings.prose import items

Places = NDArray[np.int_]


def rows_at(db: Database, group: str, places: Places) -> ItemRows:
    """The items at some places among all, with the lanes of a grouping."""
    rows = rows_on_lanes(db, group)

    def column(name: str) -> NDArray[Any]:
        return db.kept(f"timeline_rows, {name}", lambda: listed([row[name] for row in plain_rows(db)]))[places]

    return ItemRows(rows[places].tolist(), column)


def sources_at(db: Database, places: Places) -> tuple[str, ...]:
    """The sources of the items at some places among all, each once, in the order of the items."""
    names, codes, counts = db.kept("timeline_sources", lambda: _sources(plain_rows(db)))
    is_there = np.zeros(len(counts), dtype=bool)
    is_there[places] = True
    found, first = np.unique(codes[np.repeat(is_there, counts)], return_index=True)
    return tuple(names[found[np.argsort(first)]].tolist())


def _sources(rows: NDArray[Any]) -> tuple[NDArray[Any], Places, Places]:
    """The names of all sources; which of them the items rely on, one item after the other; on how many each."""
    known: dict[str, int] = {}
    codes = [known.setdefault(name, len(known)) for row in rows for name in row["source_ids"]]
    counts = np.fromiter((len(row["source_ids"]) for row in rows), dtype=int, count=len(rows))
    return listed(list(known)), np.array(codes, dtype=int), counts


def rows_on_lanes(db: Database, group: str) -> NDArray[Any]:
    """All items in their order, with the lanes of a grouping: made once per build, and never changed."""
    every = plain_rows(db)
    if group not in ("speaker", "topic"):
        return every  # which stand on their actor's lane
    return db.kept(
        f"timeline_rows by {group}",
        lambda: listed([row | {"lanes": lanes_in(row, group)} for row in every]),
    )


def plain_rows(db: Database) -> NDArray[Any]:
    """The same on the lanes of their actors, with topics and sources."""

    def said(row: dict[str, Any]) -> dict[str, Said]:
        return {"said": said_of(row)} if row["item_kind"] == "statement" else {}

    def made() -> NDArray[Any]:
        every = asks.every(db)
        rows = item_rows(every.frame.join(every.office))
        more = {name: [items(cell) for cell in every.frame[name]] for name in ("topics", "source_ids")}
        zipped = zip(rows, more["topics"], more["source_ids"], strict=True)
        return listed([row | {"topics": topics, "source_ids": sources} | said(row) for row, topics, sources in zipped])

    return db.kept("timeline_rows", made)


def listed(given: list[Any]) -> NDArray[Any]:
    """A list of which many are picked by their places at once."""
    found = np.empty(len(given), dtype=object)
    found[:] = given
    return found
