"""The pages and documents that rows rely on."""

from collections.abc import Sequence

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


def sources(db: Database, source_ids: Sequence[str]) -> Asked:
    """The sources with these ids, newest first: what `SOURCES` answers, picked out of all of them."""
    every, places = db.kept("sources", lambda: _every(db))
    chosen = sorted({places[one] for one in source_ids if one in places})
    return Asked(every.take(chosen).reset_index(drop=True), SOURCES.strip(), {"source_ids": list(source_ids)})


def _every(db: Database) -> tuple[pd.DataFrame, dict[str, int]]:
    """All sources, newest first, and the place of each by its id."""
    every = db.query(SELECTED + ORDERED)
    return every, {one: place for place, one in enumerate(every["source_id"])}
