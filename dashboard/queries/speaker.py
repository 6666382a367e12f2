"""A speaker: offices, what was said when and on what, of whom in what tone, and what answered it."""

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

WORDS = """
select cards.statement_id, cards.said_on, cards.speaker_id, cards.speaker, cards.office, cards.actor, cards.summary
from statement_cards as cards
order by cards.said_on desc, cards.statement_id
"""

OFFICES = """
select offices.*, actors.label as actor
from offices
join actors on actors.actor_id = offices.actor_id
where offices.speaker_id = $speaker
order by offices.held_from_on desc nulls last, offices.office_id desc
"""

SAID = """
select cards.*
from statement_cards as cards
where cards.speaker_id = $speaker
order by cards.said_on desc, cards.statement_id
"""

MONTHS = """
select
    coverage.month_starts_on,
    coverage.is_dense,
    count(cards.statement_id) as statements
from coverage_by_month as coverage
left join statement_cards as cards
    on cards.speaker_id = $speaker
    and date_trunc('month', cards.said_on) = coverage.month_starts_on
group by coverage.month_starts_on, coverage.is_dense
order by coverage.month_starts_on
"""

TONES = """
with told as (
    select
        mentions.actor_id as target_id,
        actors.label as target,
        mentions.tone
    from statement_cards as cards
    join statement_mentions as mentions on mentions.statement_id = cards.statement_id
    join actors on actors.actor_id = mentions.actor_id
    where cards.speaker_id = $speaker and mentions.actor_id <> cards.speaker_id
)

select
    told.target_id,
    told.target,
    count(*) as statements,
    count(*) filter (where told.tone = 'supportive') as supportive,
    count(*) filter (where told.tone = 'neutral') as neutral,
    count(*) filter (where told.tone = 'critical') as critical,
    count(*) filter (where told.tone = 'hostile') as hostile
from told
group by told.target_id, told.target
order by statements desc, told.target
"""

TALKED = """
with turns as (
    select cards.reply_to_speaker_id as other_id, cards.reply_to_speaker as other, 'answered' as how
    from statement_cards as cards
    where cards.speaker_id = $speaker and cards.reply_to_id is not null
    union all
    select cards.speaker_id, cards.speaker, 'was answered'
    from statement_cards as cards
    where cards.reply_to_speaker_id = $speaker
)

select
    turns.other_id,
    turns.other,
    count(*) filter (where turns.how = 'answered') as answered,
    count(*) filter (where turns.how = 'was answered') as was_answered,
    count(*) as turns
from turns
where turns.other_id <> $speaker
group by turns.other_id, turns.other
order by turns desc, turns.other
"""

REPLIES = """
select cards.*
from statement_cards as cards
where cards.reply_to_speaker_id = $speaker
order by cards.said_on desc, cards.statement_id
"""

ANSWERS = """
select cards.*
from statement_cards as cards
where list_contains($statement_ids, cards.reply_to_id)
order by cards.said_on, cards.statement_id
"""

DOUBTS = """
select
    cards.speaker || ': ' || cards.summary as about,
    cards.said_on as day,
    doubts.*
from statement_cards as cards
join doubt_cards as doubts on doubts.table_name = 'statements' and doubts.row_id = cards.statement_id
where cards.speaker_id = $speaker
order by cards.said_on desc, doubts.doubt_id
"""


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
    return tuple(db.query(RELIED_ON, countries=chosen(countries), nobodys=nobodys)["source_id"])


def words(db: Database) -> Asked:
    """All that was said, by whomever, the latest first."""
    return db.ask(WORDS)


def of(db: Database, sql: str, speaker: str) -> Asked:
    """One of the questions above about a speaker."""
    return db.ask(sql, speaker=speaker)


def answers(db: Database, statement_ids: list[str]) -> Asked:
    """What answered these statements, oldest first."""
    return db.ask(ANSWERS, statement_ids=statement_ids)
