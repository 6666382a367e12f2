"""The pages and documents that rows rely on."""

from collections.abc import Sequence
from functools import lru_cache

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
    sources.weak_because,
    mended.corrected
from sources
left join language on language.code = sources.language_code
left join standing on standing.code = sources.standing
left join (
    select cells.row_id, list(cells order by cells.corrected_on desc, cells.column_name) as corrected
    from corrected_cells as cells
    where cells.table_name = 'sources'
    group by cells.row_id
) as mended on mended.row_id = sources.source_id
"""

ORDERED = """
order by sources.published_on desc nulls last, sources.publisher, sources.source_id
"""

SOURCES = SELECTED + "where sources.source_id in (select unnest($source_ids::varchar[]))" + ORDERED


class Every:
    """All sources, newest first, and their ids in this order.

    A page asks for the same sources more than once, and `places`, where some of them stand, are looked up once.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self.ids = tuple(frame["source_id"])
        self._at = {source_id: at for at, source_id in enumerate(self.ids)}
        self.places = lru_cache(maxsize=8)(self._places)

    def _places(self, source_ids: tuple[str, ...]) -> list[int]:
        return sorted(at for at in set(map(self._at.get, source_ids)) if at is not None)


def sources(db: Database, source_ids: Sequence[str]) -> Asked:
    """The sources with these ids, newest first: what `SOURCES` answers, picked out of all of them."""
    known = every(db)
    return Asked(picked(known.frame, known, source_ids), SOURCES.strip(), {"source_ids": list(source_ids)})


def houses(db: Database, source_ids: Sequence[str]) -> pd.DataFrame:
    """Who publishes these sources, and whether they are weak: a row for each source, newest first."""
    known = every(db)
    return picked(known.frame[["publisher", "is_weak"]], known, source_ids)


def picked(frame: pd.DataFrame, known: Every, source_ids: Sequence[str]) -> pd.DataFrame:
    """The rows of these ids; the frame itself where all are asked for."""
    if source_ids is known.ids:
        return frame
    return frame.take(known.places(tuple(source_ids))).reset_index(drop=True)


def every_id(db: Database) -> tuple[str, ...]:
    """The ids of all sources."""
    return every(db).ids


def every(db: Database) -> Every:
    """All sources, read once per build."""
    return db.kept("sources", lambda: Every(db.query(SELECTED + ORDERED)))
