"""Who speaks of whom, and how: ties of a window with the composition of their tone, and the places of their ends."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen
from dashboard.selection import Selection

OF_FILTERS = """
with belongs as (
    select actor_places.actor_id, actor_places.actor_id as side from actor_places
    union
    select speaker_id, speaker_side from mention_sides where $fold <> 'capitals'
    union
    select mentioned_id, mentioned_side from mention_sides where $fold <> 'capitals'
),

of_countries as (
    select distinct belongs.actor_id from belongs where list_contains($countries, belongs.side)
),

of_blocs as (
    select distinct belongs.actor_id
    from belongs
    join memberships on memberships.actor_id = belongs.side
    where list_contains($blocs, memberships.bloc)
)
"""

IS_SHOWN = """
    (
        ($countries is null
            or edges.source_id in (select of_countries.actor_id from of_countries)
            or edges.target_id in (select of_countries.actor_id from of_countries))
        and ($blocs is null
            or edges.source_id in (select of_blocs.actor_id from of_blocs)
            or edges.target_id in (select of_blocs.actor_id from of_blocs))
        and edges.statements >= $least
    ) is true
"""

EDGES = (
    OF_FILTERS
    + """
select
    edges.*,
"""
    + IS_SHOWN
    + """
    as is_shown
from mention_edges($since, $until, fold := $fold, topics := $topics) as edges
order by edges.statements desc, edges.source, edges.target
"""
)

DEGREES = (
    "with ties as ("  # noqa: S608 – texts of ours; values are parameters
    + EDGES
    + """),

ends as (
    select ties.source_id as actor_id, ties.source as actor, ties.statements as said, 0 as heard
    from ties
    where ties.is_shown
    union all
    select ties.target_id, ties.target, 0, ties.statements
    from ties
    where ties.is_shown
)

select
    ends.actor_id,
    any_value(ends.actor) as actor,
    sum(ends.said + ends.heard)::bigint as total,
    sum(ends.said)::bigint as out_statements,
    sum(ends.heard)::bigint as in_statements,
    count(*) filter (where ends.said > 0) as out_ties,
    count(*) filter (where ends.heard > 0) as in_ties
from ends
group by ends.actor_id
order by total desc, ends.actor_id
"""
)

FRAMES = (
    OF_FILTERS
    + """
select
    windows.until,
    edges.* exclude (statement_ids)
from (select unnest($untils)::date as until) as windows
join lateral mention_edges(
    windows.until - $length::integer + 1, windows.until, fold := $fold, topics := $topics
) as edges on true
where
"""
    + IS_SHOWN
    + """
order by windows.until, edges.statements desc, edges.source, edges.target
"""
)

PLACES = """
with sides as (
    select speaker_side as actor_id from mention_sides
    union
    select mentioned_side from mention_sides
),

ends as (
    select unnest(list_distinct([speaker_id, speaker_side, mentioned_id, mentioned_side])) as actor_id
    from mention_sides
),

weights as (
    select ends.actor_id, count(*) as mentions from ends group by all
)

select
    actor_places.actor_id,
    actors.label,
    actors.actor_kind,
    actor_places.x,
    actor_places.y,
    sides.actor_id is not null as is_side,
    coalesce(weights.mentions, 0) as mentions
from actor_places
join actors on actors.actor_id = actor_places.actor_id
left join sides on sides.actor_id = actor_places.actor_id
left join weights on weights.actor_id = actor_places.actor_id
order by actor_places.actor_id
"""

STATEMENT_SOURCES = """
select statement_sources.statement_id, list(statement_sources.source_id) as source_ids
from statement_sources
group by statement_sources.statement_id
"""


def edges(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Ties of the window, most statements first, everyone folded as the selection says.

    `is_shown`: the countries, groups and least number of statements chosen keep it.
    """
    return db.ask(EDGES, **window(selection, catalogue))


def degrees(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The actors of the ties shown with the statements by and about them and the number of their ties, most first."""
    return db.ask(DEGREES, **window(selection, catalogue))


def window(selection: Selection, catalogue: Catalogue) -> dict[str, object]:
    """The window and what narrows and folds its ties, by the names of the parameters."""
    since, until = selection.window(catalogue)
    named = {"countries": chosen(selection.countries), "blocs": chosen(selection.blocs)}
    settings = {"fold": selection.option("fold"), "least": int(selection.option("least"))}
    return {"since": since, "until": until, "topics": chosen(selection.topics), **named, **settings}


def frames(db: Database, selection: Selection, untils: Sequence[dt.date], length: int) -> Asked:
    """The ties of several windows of `length` days, each by its last day `until`, as the filters keep them."""
    named = {"countries": chosen(selection.countries), "blocs": chosen(selection.blocs)}
    settings = {"fold": selection.option("fold"), "least": int(selection.option("least"))}
    asked = {"untils": list(untils), "length": length, "topics": chosen(selection.topics)}
    return db.ask(FRAMES, **asked, **named, **settings)


def places(db: Database) -> Asked:
    """Where each actor stands, the same whatever the window; `is_side`: stands for itself among capitals."""
    return db.kept("places", lambda: db.ask(PLACES))


def kinds(db: Database) -> Mapping[str, str]:
    """The kind of each actor that has a place: country, organisation, person."""

    def made() -> dict[str, str]:
        standing = places(db).frame
        return dict(zip(standing["actor_id"], standing["actor_kind"], strict=True))

    return db.kept("actor_kinds", made)


def sources(db: Database, statement_ids: Iterable[str]) -> tuple[str, ...]:
    """The sources of these statements, each once, in order."""
    known = db.kept("statement_sources", lambda: _sources(db))
    return tuple(sorted({*chain.from_iterable(map(known.get, statement_ids, repeat(())))}))


def _sources(db: Database) -> dict[str, list[str]]:
    frame = db.query(STATEMENT_SOURCES)
    return {one: list(found) for one, found in zip(frame["statement_id"], frame["source_ids"], strict=True)}
