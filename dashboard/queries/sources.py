"""The pages and documents that rows rely on."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from dashboard.database import Asked, Database

SELECTED = """
select
    sources.source_id,
    sources.publisher,
    sources.title,
    sources.url,
    sources.published_on,
    language.label as language,
    standing.label as standing,
    standing.is_weak,
    sources.original_house,
    sources.weak_because
from sources
left join language on language.code = sources.language_code
left join standing on standing.code = sources.standing
"""

ORDERED = """
order by sources.published_on desc nulls last, sources.publisher, sources.source_id
"""

SOURCES = SELECTED + "where sources.source_id in (select unnest($source_ids::varchar[]))" + ORDERED


class Every(NamedTuple):
    """All sources, newest first, their ids in this order, and the place of each."""

    frame: pd.DataFrame
    ids: tuple[str, ...]
    places: dict[str, int]


def sources(db: Database, source_ids: Sequence[str]) -> Asked:
    """The sources with these ids, newest first: what `SOURCES` answers, picked out of all of them."""
    known = every(db)
    return Asked(picked(known, source_ids), SOURCES.strip(), {"source_ids": list(source_ids)})


def picked(known: Every, source_ids: Sequence[str]) -> pd.DataFrame:
    """The rows of these ids; the frame of all itself where all are asked for."""
    if source_ids is known.ids:
        return known.frame
    chosen = sorted({known.places[one] for one in source_ids if one in known.places})
    return known.frame.take(chosen).reset_index(drop=True)


def every_id(db: Database) -> tuple[str, ...]:
    """The ids of all sources."""
    return every(db).ids


def every(db: Database) -> Every:
    """All sources, read once per build."""
    return db.kept("sources", lambda: _every(db.query(SELECTED + ORDERED)))


def _every(frame: pd.DataFrame) -> Every:
    ids = tuple(frame["source_id"])
    return Every(frame, ids, {one: place for place, one in enumerate(ids)})
