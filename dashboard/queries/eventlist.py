"""All events, or those of some countries: how many there are, and as many of each month as are listed."""

from collections.abc import Sequence

from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen

OF_ALL = """
with states as (
    select list(countries.actor_id) as ids from countries where countries.actor_id <> 'UKR'
)

select
    events.event_id,
    events.starts_on,
    events.ends_on,
    events.date_precision,
    events.title,
    events.place,
    events.category,
    event_category.label as category_label,
    strftime(events.starts_on, '%B %Y') as month,
    len(list_intersect(events.participant_ids, states.ids)) as named,
    events.participants_reported,
    event_ties.statements,
    event_ties.answers,
    event_ties.pledges,
    event_ties.doubts,
    event_ties.actor_ids,
    events.source_ids
from events
cross join states
join event_ties on event_ties.event_id = events.event_id
left join event_category on event_category.code = events.category
"""

EVERYTHING = (
    OF_ALL
    + """
order by events.starts_on desc, events.event_id
"""
)

# Events at which any of those chosen took part, spoke or pledged.
LISTED = (
    "with everything as ("  # noqa: S608 – texts of ours; values are parameters
    + OF_ALL
    + """),

listed as (
    select everything.*
    from everything
    where $countries is null or list_has_any(everything.actor_ids, $countries)
)
"""
)

MONTHS = (
    LISTED
    + """
select listed.month, count(*) as size, min(listed.starts_on) as first_on, max(listed.starts_on) as last_on
from listed
group by listed.month
order by first_on
"""
)

FIRST = (
    LISTED
    + """
select
    listed.event_id,
    listed.starts_on,
    listed.date_precision,
    listed.title,
    listed.category_label,
    listed.month,
    listed.statements,
    listed.pledges,
    listed.answers
from listed
qualify row_number() over (partition by listed.month order by listed.starts_on desc, listed.event_id) <= $each
order by listed.starts_on desc, listed.event_id
"""
)

RELIED_ON = (
    LISTED
    + """
select distinct event_sources.source_id
from listed
join event_sources on event_sources.event_id = listed.event_id
order by event_sources.source_id
"""
)


def everything(db: Database) -> Asked:
    """All events, the latest first, with what hangs on each."""
    return db.ask(EVERYTHING)


def months(db: Database, countries: Sequence[str]) -> Asked:
    """How many events each month has, and the first and last day of them."""
    return db.ask(MONTHS, countries=chosen(countries))


def first(db: Database, countries: Sequence[str], each: int) -> Asked:
    """The latest events, so many of `each` month."""
    return db.ask(FIRST, countries=chosen(countries), each=each)


def relied_on(db: Database, countries: Sequence[str]) -> tuple[str, ...]:
    """The sources of these events."""
    return tuple(db.query(RELIED_ON, countries=chosen(countries))["source_id"].to_numpy(dtype=object))
