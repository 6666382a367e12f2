"""A speaker: offices, what was said when and on what, of whom in what tone, and what answered it."""

from dashboard.database import Asked, Database

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


def words(db: Database) -> Asked:
    """All that was said, by whomever, the latest first."""
    return db.ask(WORDS)


def of(db: Database, sql: str, speaker: str) -> Asked:
    """One of the questions above about a speaker."""
    return db.ask(sql, speaker=speaker)


def answers(db: Database, statement_ids: list[str]) -> Asked:
    """What answered these statements, oldest first."""
    return db.ask(ANSWERS, statement_ids=statement_ids)
