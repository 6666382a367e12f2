"""Who speaks of whom, and how: ties of a window with the composition of their tone, and the places of their ends."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen
from dashboard.selection import Selection

EDGES = """
with members as (
    select distinct memberships.actor_id
    from memberships
    where list_contains($blocs, memberships.bloc)
)

select
    edges.*,
    (
        ($countries is null
            or list_contains($countries, edges.source_id)
            or list_contains($countries, edges.target_id))
        and ($blocs is null
            or edges.source_id in (select members.actor_id from members)
            or edges.target_id in (select members.actor_id from members))
    ) is true as is_shown
from mention_edges($since, $until, topics := $topics) as edges
order by edges.statements desc, edges.source, edges.target
"""

PLACES = """
select
    actor_places.actor_id,
    actors.label,
    actors.actor_kind,
    actor_places.x,
    actor_places.y
from actor_places
join actors on actors.actor_id = actor_places.actor_id
"""

STATEMENT_SOURCES = """
select distinct statement_sources.source_id
from statement_sources
where list_contains($statement_ids, statement_sources.statement_id)
order by all
"""


def edges(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Ties of the window, most statements first, persons folded into whom they speak for; `is_shown`: the filters."""
    since, until = selection.window(catalogue)
    named = {"countries": chosen(selection.countries), "blocs": chosen(selection.blocs)}
    return db.ask(EDGES, since=since, until=until, topics=chosen(selection.topics), **named)


def places(db: Database) -> Asked:
    """Where each actor stands in the drawing; the same whatever the window."""
    return db.kept("places", lambda: db.ask(PLACES))


def sources(db: Database, statement_ids: list[str]) -> tuple[str, ...]:
    """The sources of these statements."""
    return tuple(db.query(STATEMENT_SOURCES, statement_ids=statement_ids)["source_id"])
