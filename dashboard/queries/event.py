"""An event: who took part, what was said, what each had on record, what moved since, what answered it."""

import datetime as dt

from dashboard.database import Asked, Database
from dashboard.queries.everyone import ALL

PARTICIPANTS = """
select
    participants.actor_id,
    actors.label,
    actors.actor_kind
from event_participants as participants
join actors on actors.actor_id = participants.actor_id
where participants.event_id = $event
order by actors.label
"""

ON_RECORD = """
select positions.*, phase.label as phase_label
from phase, positions_on($day, phase := phase.code) as positions
where positions.pledger_id in (
    select event_participants.actor_id from event_participants
    where event_participants.event_id = $event
)
order by
    positions.status_rank desc nulls last,
    positions.counted_as <> 'counted',
    positions.pledger
"""

# Whatever was filed under the event, and all that hangs on it as answers, answers to answers and so on.
SAID = """
with recursive hanging as (
    select statements.statement_id, 0 as depth, true as is_filed
    from statements
    where statements.event_id = $event
    union
    select statements.statement_id, hanging.depth + 1, false
    from hanging
    join statements on statements.reply_to_id = hanging.statement_id
),

once as (
    select hanging.statement_id, bool_or(hanging.is_filed) as is_filed
    from hanging
    group by hanging.statement_id
)

select
    cards.*,
    once.is_filed,
    once.is_filed and (
        list_contains(events.participant_ids, cards.actor_id)
        or list_contains(events.participant_ids, cards.speaker_id)
    ) is true as took_part
from once
join statement_cards as cards on cards.statement_id = once.statement_id
join events on events.event_id = $event
order by cards.said_on, cards.statement_id
"""

# All answers; of what else was said, which may be very much, the first.
ANSWERS = """
with first as (
    select
        answers.*,
        count(*) over (partition by answers.how) as of_all
    from answers_to_event($event) as answers
    qualify answers.how = 'answer' or row_number() over (
        partition by answers.how order by answers.said_on, answers.statement_id
    ) <= $most
)

select first.how, first.of_all, first.answers_id, first.shared_topics, cards.*
from first
join statement_cards as cards on cards.statement_id = first.statement_id
order by cards.said_on, cards.statement_id
"""

PLEDGED = """
select cards.*, phase.label as phase_label, instrument.label as instrument_label, cards.event_id = $event as is_there
from pledge_cards as cards
left join phase on phase.code = cards.phase
left join instrument on instrument.code = cards.instrument
where cards.event_id = $event
order by cards.pledger, cards.kind_label, cards.pledge_id
"""

MOVED = """
select moves.*, pledge_status.label as status_label
from position_moves as moves
join pledge_status on pledge_status.code = moves.new_status
where moves.announced_on > $day
    and moves.announced_on <= $until
    and moves.phase = $phase
    and moves.pledger_id in (
        select event_participants.actor_id from event_participants
        where event_participants.event_id = $event
    )
order by moves.announced_on, moves.pledge_id
"""

# Doubts on the event itself, on what was said there, on what was pledged there and on the positions
# that its participants took on its days.
DOUBTS = """
with told as (
    select 'events' as table_name, events.event_id as row_id, events.title as about, events.starts_on as day,
        null as pledger_id, null as pledger, null as status, null as kind, null as kind_words, null as statement_id,
        null as phase
    from events
    where events.event_id = $event
    union all by name
    select 'statements' as table_name, cards.statement_id as row_id, cards.speaker || ': ' || cards.summary as about,
        cards.said_on as day
    from statement_cards as cards
    where cards.event_id = $event
    union all by name
    select 'pledges' as table_name, cards.pledge_id as row_id,
        cards.pledger || ', ' || lower(cards.kind_label[1]) || cards.kind_label[2:] || ': '
            || lower(cards.status_label) as about,
        cards.announced_on as day, cards.pledger_id, cards.pledger, cards.status, cards.kind,
        cards.kind_label as kind_words, cards.statement_id, cards.phase
    from pledge_cards as cards
    join events on events.event_id = $event
    where cards.event_id = $event
        or (
            cards.is_position
            and cards.announced_on between events.starts_on and coalesce(events.ends_on, events.starts_on)
            and list_contains(events.participant_ids, cards.pledger_id)
        )
)

select
    told.about,
    told.day,
    told.pledger_id,
    told.pledger,
    told.status,
    told.kind as on_kind,
    told.kind_words,
    told.statement_id,
    told.phase,
    doubts.*
from told
join doubt_cards as doubts on doubts.table_name = told.table_name and doubts.row_id = told.row_id
order by told.table_name, told.pledger, doubts.doubt_id
"""

PACKAGE = """
select sanctions_packages.*, actors.label as adopter
from sanctions_packages
join events on events.package_id = sanctions_packages.package_id
join actors on actors.actor_id = sanctions_packages.adopter_id
where events.event_id = $event
"""


def of(db: Database, sql: str, event: str) -> Asked:
    """One of the questions above about an event."""
    return db.ask(sql, event=event)


def answers(db: Database, event: str, most: int = ALL) -> Asked:
    """What answered it, and of what else was said the first of each kind, or all of it.

    `of_all`: how many there are of a kind.
    """
    return db.ask(ANSWERS, event=event, most=most)


def on_record(db: Database, event: str, day: dt.date) -> Asked:
    """Every position of the participants as it stood on a day, furthest first."""
    return db.ask(ON_RECORD, event=event, day=day)


def moved(db: Database, event: str, day: dt.date, until: dt.date, phase: str) -> Asked:
    """What the participants said that binds after a day, in the order in which they did, restated or changed."""
    return db.ask(MOVED, event=event, day=day, until=until, phase=phase)
