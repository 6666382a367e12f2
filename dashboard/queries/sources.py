"""The pages and documents that rows rely on."""

from collections.abc import Sequence

from dashboard.database import Asked, Database

SOURCES = """
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
where sources.source_id in (select unnest($source_ids::varchar[]))
order by sources.published_on desc nulls last, sources.publisher, sources.source_id
"""


def sources(db: Database, source_ids: Sequence[str]) -> Asked:
    """The sources with these ids, newest first."""
    return db.ask(SOURCES, source_ids=list(source_ids))
