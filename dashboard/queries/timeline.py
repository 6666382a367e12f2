"""Events and statements: of a window, per week of everything covered, and in what order lanes of them stand."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.timelineitems import KEPT, Picked, every, filters, items
from dashboard.selection import Selection

__all__ = ["Picked", "every", "items"]

WEEKS = (
    KEPT
    + """
select
    date_trunc('week', kept.starts_on)::date as week_starts_on,
    kept.quad_class,
    count(*) as items
from kept
where kept.is_kept
group by all
order by all
"""
)

ORDER = """
select 'actor' as lanes, items.actor_id as code, count(*) as statements
from timeline_items as items
where items.actor_id is not null
group by all
union all
select 'speaker', items.speaker_id, count(*)
from timeline_items as items
where items.speaker_id is not null
group by all
union all
select 'topic', topics.topic, count(*)
from statement_topics as topics
group by all
order by all
"""

PLACES = """
select actors.actor_id, if(actors.actor_kind = 'country', actors.place, actors.label) as place
from actors
"""

CONVERSATIONS = """
with asked as (
    select threads.statement_id, threads.root_id, threads.reply_to_id, threads.path
    from threads
    join statements on statements.statement_id = threads.statement_id
    where statements.statement_id = $focus or statements.event_id = $focus
)

select threads.statement_id
from asked
join threads on threads.root_id = asked.root_id
where asked.statement_id = $focus or starts_with(threads.path, asked.path)
union
select asked.reply_to_id from asked where asked.reply_to_id is not null
order by all
"""


DAY_OF = """
select items.starts_on
from timeline_items as items
where items.item_id = $item_id
"""


def weeks(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Kept events and statements per week and quad class, over everything covered."""
    since, until = catalogue.covered_from, catalogue.covered_until
    return db.ask(WEEKS, since=since, until=until, talk=[], **filters(selection))


def conversations(db: Database, focus: str) -> list[str]:
    """A statement's whole conversation; of an event what was said there, what that answers, all that answers it."""
    return list(db.query(CONVERSATIONS, focus=focus)["statement_id"])


def day_of(db: Database, item_id: str) -> object:
    """The first day of an event or statement; None where there is none of that id."""
    return next((row["starts_on"] for row in db.ask(DAY_OF, item_id=item_id).rows), None)


def lane_order(db: Database) -> dict[str, list[str]]:
    """Actors, speakers and topics by how much of the whole collection is theirs, so that lanes keep their places."""
    return db.kept("timeline_lanes", lambda: _ordered(db.ask(ORDER)))


def places(db: Database) -> dict[str, str]:
    """Capitals of countries, names of organisations, by actor."""
    return db.kept("timeline_places", lambda: {row["actor_id"]: row["place"] for row in db.ask(PLACES).rows})


def _ordered(asked: Asked) -> dict[str, list[str]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for row in asked.rows:
        found.setdefault(row["lanes"], []).append((-row["statements"], row["code"]))
    return {lanes: [code for _, code in sorted(codes)] for lanes, codes in found.items()}
