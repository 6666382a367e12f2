-- Events and statements on one axis. actor_ids: of an event who took part, spoke or pledged there;
-- of a statement whom it speaks for. speaker_ids: who speaks in it, or in the event's statements;
-- topics of an event are theirs.
-- rank says what deserves a label, higher first, and is computed: the sum of ln(1 + n) over
-- sources, participants, statements, answers and pledges of an event, or sources, answers (twice)
-- and pledges of a statement.
-- One row per event and per statement.
create table timeline_items as
with promised as (
    select pledges.statement_id, count(*) as pledges from pledges group by pledges.statement_id
)

select
    events.event_id as item_id,
    'event' as item_kind,
    events.starts_on,
    events.ends_on,
    events.date_precision,
    events.title,
    cast(null as varchar) as speaker_id,
    cast(null as varchar) as speaker,
    cast(null as varchar) as actor_id,
    cast(null as varchar) as actor,
    events.category,
    events.cameo_code,
    cameo.label as act,
    cameo.quad_class,
    ties.topics,
    events.place,
    events.event_id,
    cast(null as varchar) as reply_to_id,
    ties.actor_ids,
    ties.speaker_ids,
    ln(1 + len(events.source_ids)) + ln(1 + ties.participants) + ln(1 + ties.statements)
    + ln(1 + ties.answers) + ln(1 + ties.pledges) as rank,
    ties.doubts,
    events.source_ids
from events
join event_ties as ties on ties.event_id = events.event_id
left join cameo on cameo.code = events.cameo_code
union all
select
    cards.statement_id,
    'statement',
    cards.said_on,
    null,
    cards.date_precision,
    cards.summary,
    cards.speaker_id,
    cards.speaker,
    cards.actor_id,
    cards.actor,
    null,
    cards.cameo_code,
    cards.act,
    cards.quad_class,
    cards.topics,
    cards.place,
    cards.event_id,
    cards.reply_to_id,
    if(cards.actor_id is null, [], [cards.actor_id]),
    [cards.speaker_id],
    ln(1 + cards.sources) + 2 * ln(1 + cards.answers) + ln(1 + coalesce(promised.pledges, 0)),
    cards.doubts,
    cards.source_ids
from statement_cards as cards
left join promised on promised.statement_id = cards.statement_id
order by starts_on, item_id, item_kind;
