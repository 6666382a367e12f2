"""All speakers, or those of some countries: how many there are, and as many of each country as are listed."""

from collections.abc import Sequence

from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen

OF_ALL = """
with spoken as (
    select
        cards.speaker_id,
        count(*) as statements,
        max(cards.said_on) as last_said_on,
        list_sort(list_distinct(flatten(list(cards.source_ids)))) as source_ids,
        max_by(cards.office, cards.said_on) as office,
        max_by(cards.actor, cards.said_on) as actor,
        max_by(cards.actor_id, cards.said_on) as actor_id,
        list(distinct cards.actor_id order by cards.actor_id) as actor_ids
    from statement_cards as cards
    group by cards.speaker_id
)

select
    speakers.speaker_id,
    speakers.name,
    spoken.office,
    spoken.actor_id,
    spoken.actor_ids,
    spoken.actor,
    spoken.last_said_on,
    spoken.source_ids,
    coalesce(spoken.statements, 0) as statements
from speakers
left join spoken on spoken.speaker_id = speakers.speaker_id
"""

EVERYONE = (
    OF_ALL
    + """
order by spoken.actor is null, spoken.actor, statements desc, speakers.name, speakers.speaker_id
"""
)

# Those who spoke for the countries chosen, under the name of the one for which they spoke last.
LISTED = (
    "with everyone as ("  # noqa: S608 – texts of ours; values are parameters
    + OF_ALL
    + """),

listed as (
    select everyone.*, coalesce(nullif(everyone.actor, ''), $nobodys) as heading
    from everyone
    where $countries is null or list_has_any(everyone.actor_ids, $countries)
)
"""
)

GROUPS = (
    LISTED
    + """
select
    listed.heading,
    count(*) as size,
    count(*) filter (where listed.statements > 0) as spoke,
    sum(listed.statements)::bigint as statements
from listed
group by listed.heading
order by listed.heading
"""
)

FIRST = (
    LISTED
    + """
select listed.speaker_id, listed.name, listed.office, listed.statements, listed.heading as "group"
from listed
qualify row_number() over (
    partition by listed.heading order by listed.statements desc, listed.name, listed.speaker_id
) <= $each
order by listed.actor is null, listed.actor, listed.statements desc, listed.name, listed.speaker_id
"""
)

RELIED_ON = (
    LISTED
    + """
select distinct statement_sources.source_id
from listed
join statement_voices as voices on voices.speaker_id = listed.speaker_id
join statement_sources on statement_sources.statement_id = voices.statement_id
order by statement_sources.source_id
"""
)


def everyone(db: Database) -> Asked:
    """All speakers with their last office and how much they said, by the country spoken for."""
    return db.ask(EVERYONE)


def groups(db: Database, countries: Sequence[str], nobodys: str) -> Asked:
    """Whom the speakers spoke for last, and how many they are; `nobodys` stands over those without an office."""
    return db.ask(GROUPS, countries=chosen(countries), nobodys=nobodys)


def first(db: Database, countries: Sequence[str], nobodys: str, each: int) -> Asked:
    """The speakers who said most, so many of `each` group."""
    return db.ask(FIRST, countries=chosen(countries), nobodys=nobodys, each=each)


def relied_on(db: Database, countries: Sequence[str], nobodys: str) -> tuple[str, ...]:
    """The sources of all that these speakers said."""
    return tuple(db.query(RELIED_ON, countries=chosen(countries), nobodys=nobodys)["source_id"].to_numpy(dtype=object))
