"""Events and statements of a window, and how many there are per week of everything that the data covers."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen, word
from dashboard.selection import Selection

ITEMS = """
with members as (
    select list(distinct memberships.actor_id) as actor_ids
    from memberships
    where list_contains($blocs, memberships.bloc)
),

told as (
    select
        statements.event_id,
        list(distinct statements.speaker_id) as speaker_ids,
        flatten(list(statements.topics)) as topics
    from statements
    where statements.event_id is not null
    group by statements.event_id
)

select
    items.*,
    if(spoken_for.actor_kind = 'country', spoken_for.place, spoken_for.label) as lane,
    (
        ($countries is null or list_has_any($countries, items.actor_ids))
        and ($blocs is null or list_has_any(members.actor_ids, items.actor_ids))
        and ($speakers is null
            or list_contains($speakers, items.speaker_id)
            or list_has_any($speakers, told.speaker_ids))
        and ($topics is null
            or list_has_any($topics, items.topics)
            or list_has_any($topics, told.topics))
        and ($categories is null or items.item_kind = 'statement'
            or list_contains($categories, items.category))
        and ($events is null or list_contains($events, items.item_id)
            or list_contains($events, items.event_id))
        and ($word is null or contains(
            lower(strip_accents(concat_ws(' ', items.title, items.speaker, items.place))), $word
        ))
    ) is true as is_shown
from timeline_items as items
cross join members
left join actors as spoken_for on spoken_for.actor_id = items.actor_id
left join told on told.event_id = items.item_id and items.item_kind = 'event'
where items.starts_on <= $until and coalesce(items.ends_on, items.starts_on) >= $since
order by items.starts_on, items.rank desc, items.item_id
"""

WEEKS = """
select
    date_trunc('week', items.starts_on)::date as week_starts_on,
    items.quad_class,
    count(*) as items
from timeline_items as items
where $countries is null or list_has_any($countries, items.actor_ids)
group by all
order by all
"""

CONVERSATION = """
select conversation.statement_id
from conversation($statement_id) as conversation
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


def items(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Events and statements that touch the window, oldest and weightiest first; `is_shown`: what the filters keep."""
    since, until = selection.window(catalogue)
    return db.ask(ITEMS, since=since, until=until, **filters(selection))


def weeks(db: Database, selection: Selection) -> Asked:
    """Events and statements per week and quad class over everything covered, of the countries chosen."""
    return db.ask(WEEKS, countries=chosen(selection.countries))


def conversation(db: Database, statement_id: str) -> list[str]:
    """The statements of the conversation that one belongs to."""
    return list(db.query(CONVERSATION, statement_id=statement_id)["statement_id"])
