"""Events and statements of a window, how many there are per week of everything covered, and in what order lanes stand.

`KEPT` is the one place that says which items the filters keep; the other questions begin with it.
"""

from collections.abc import Sequence

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen, word
from dashboard.selection import Selection

KEPT = """
with members as (
    select list(distinct memberships.actor_id) as actor_ids
    from memberships
    where list_contains($blocs, memberships.bloc)
),

judged as (
    select
        items.* exclude (speaker_ids),
        items.starts_on <= $until and coalesce(items.ends_on, items.starts_on) >= $since as is_in_window,
        ($countries is null or list_has_any($countries, items.actor_ids)) is true as is_of_countries,
        ($blocs is null or list_has_any(members.actor_ids, items.actor_ids)) is true as is_of_blocs,
        ($speakers is null
            or list_contains($speakers, items.speaker_id)
            or list_has_any($speakers, items.speaker_ids)) is true as is_by_speakers,
        ($topics is null or list_has_any($topics, items.topics)) is true as is_on_topics,
        ($categories is null or items.item_kind = 'statement'
            or list_contains($categories, items.category)) is true as is_of_categories,
        ($events is null or list_contains($events, items.item_id)
            or list_contains($events, items.event_id)) is true as is_of_events,
        ($word is null or contains(
            lower(strip_accents(concat_ws(' ', items.title, items.speaker, items.place))), $word
        )) is true as is_worded
    from timeline_items as items
    cross join members
    where (items.starts_on <= $until and coalesce(items.ends_on, items.starts_on) >= $since)
        or list_contains($talk, items.item_id)
),

kept as (
    select
        judged.*,
        is_of_countries and is_of_blocs and is_by_speakers and is_on_topics
        and is_of_categories and is_of_events and is_worded as is_kept
    from judged
)
"""

# An item of the focused conversation stays beside what the filters keep of it: what that answers, what answers that.
ITEMS = (
    KEPT  # noqa: S608 – two texts of ours; values are parameters
    + """,

talk as (
    select kept.item_id, kept.reply_to_id
    from kept
    where kept.is_kept and list_contains($talk, kept.item_id)
)

select
    kept.* exclude (is_kept, is_in_window),
    voices.office,
    kept.is_kept or list_contains($always, kept.item_id) or (
        list_contains($talk, kept.item_id) and (
            kept.item_id in (select talk.reply_to_id from talk where talk.reply_to_id is not null)
            or kept.reply_to_id in (select talk.item_id from talk)
        )
    ) is true as is_shown,
    kept.is_kept
from kept
left join statement_voices as voices on voices.statement_id = kept.item_id
where kept.is_in_window
order by kept.starts_on, kept.rank desc, kept.item_id
"""
)

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


def filters(selection: Selection) -> dict[str, object]:
    """The filters that apply to events and statements, as parameters."""
    return {
        "countries": chosen(selection.countries),
        "blocs": chosen(selection.blocs),
        "speakers": chosen(selection.speakers),
        "events": chosen(selection.events),
        "topics": chosen(selection.topics),
        "categories": chosen(selection.categories),
        "word": word(selection.text),
    }


def items(db: Database, selection: Selection, catalogue: Catalogue, talk: Sequence[str] = ()) -> Asked:
    """Events and statements that touch the window, oldest and weightiest first; `is_shown`: what the filters keep.

    Of `talk`, the ids of the focused conversation, more is shown: what is answered by, or answers, what they keep.
    """
    since, until = selection.window(catalogue)
    always = [one for one in (selection.focus, *selection.pins) if one]
    return db.ask(ITEMS, since=since, until=until, talk=list(talk), always=always, **filters(selection))


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
