-- What hangs on an event: who took part, spoke there (on its days, filed under it) or pledged
-- there; its statements' topics; and how many statements, answers to them and pledges there are.
-- One row per event.
create table event_ties as
with spoken as (
    select
        cards.event_id,
        list(distinct cards.actor_id) filter (
            where cards.said_on >= events.starts_on
            and cards.said_on <= coalesce(events.ends_on, events.starts_on)
            and cards.actor_id is not null
        ) as actor_ids,
        list(distinct cards.speaker_id order by cards.speaker_id) as speaker_ids,
        list_distinct(flatten(list(cards.topics))) as topics,
        count(*) as statements,
        sum(cards.answers) as answers
    from statement_cards as cards
    join events on events.event_id = cards.event_id
    group by cards.event_id
),

pledged as (
    select pledges.event_id, list(distinct pledges.pledger_id) as actor_ids, count(*) as pledges
    from pledges
    where pledges.event_id is not null
    group by pledges.event_id
),

doubted as (
    select doubts.row_id, count(*) as doubts
    from doubts
    where doubts.table_name = 'events'
    group by doubts.row_id
)

select
    events.event_id,
    list_sort(list_distinct(
        coalesce(events.participant_ids, [])
        || coalesce(spoken.actor_ids, [])
        || coalesce(pledged.actor_ids, [])
    )) as actor_ids,
    coalesce(spoken.speaker_ids, []) as speaker_ids,
    list_sort(coalesce(spoken.topics, [])) as topics,
    greatest(
        len(events.participant_ids), coalesce(events.participants_reported, 0)
    ) as participants,
    coalesce(spoken.statements, 0) as statements,
    cast(coalesce(spoken.answers, 0) as bigint) as answers,
    coalesce(pledged.pledges, 0) as pledges,
    coalesce(doubted.doubts, 0) as doubts
from events
left join spoken on spoken.event_id = events.event_id
left join pledged on pledged.event_id = events.event_id
left join doubted on doubted.row_id = events.event_id
order by events.event_id;
