-- What was said in answer to an event, each statement once, in the first class that fits:
-- answer (to a statement filed under the event, answers_id), filed_under (filed under the event by
-- someone neither named among its participants nor speaking for one), same_topic (filed elsewhere,
-- on a topic of the event's statements, from its first day to ten days after its last; shown
-- apart, for nothing says that it is an answer). Nothing older than the event's first day.
-- One row per statement.
create macro answers_to_event(event_id) as table
with answers_to_event__filed as (
    select filed.statement_id, filed.event_id, filed.topics
    from (select cast(event_id as varchar) as asked_event_id) as asked
    join statements as filed on filed.event_id = asked.asked_event_id
),

answers_to_event__topics as (
    select filed.event_id, list_distinct(flatten(list(filed.topics))) as topics
    from answers_to_event__filed as filed
    group by filed.event_id
),

answers_to_event__e as (
    select
        events.event_id,
        events.starts_on,
        coalesce(events.ends_on, events.starts_on) + 10 as near_until_on,
        coalesce(events.participant_ids, []) as participant_ids,
        told.topics
    from (select cast(event_id as varchar) as asked_event_id) as asked
    join events on events.event_id = asked.asked_event_id
    left join answers_to_event__topics as told on told.event_id = events.event_id
),

answers_to_event__near as (
    select
        said.*,
        filed.statement_id is not null as is_answer
    from statements as said
    left join answers_to_event__filed as filed on filed.statement_id = said.reply_to_id
    where said.said_on >= (select answers_to_event__e.starts_on from answers_to_event__e)
        and (
            said.said_on <= (select answers_to_event__e.near_until_on from answers_to_event__e)
            or said.event_id = (select answers_to_event__e.event_id from answers_to_event__e)
            or filed.statement_id is not null
        )
),

answers_to_event__classed as (
    select
        near.statement_id,
        near.said_on,
        case
            when near.is_answer then 'answer'
            when near.event_id = answers_to_event__e.event_id
                and not list_has_any(
                    answers_to_event__e.participant_ids, [voices.actor_id, near.speaker_id]
                ) then 'filed_under'
            when near.event_id is distinct from answers_to_event__e.event_id
                and near.said_on <= answers_to_event__e.near_until_on
                and list_has_any(answers_to_event__e.topics, near.topics) then 'same_topic'
        end as how,
        if(near.is_answer, near.reply_to_id, null) as answers_id,
        list_sort(list_intersect(answers_to_event__e.topics, near.topics)) as shared_topics
    from answers_to_event__e
    cross join answers_to_event__near as near
    join statement_voices as voices on voices.statement_id = near.statement_id
)

select
    classed.statement_id,
    classed.said_on,
    classed.how,
    classed.answers_id,
    classed.shared_topics
from answers_to_event__classed as classed
where classed.how is not null
order by
    list_position(['answer', 'filed_under', 'same_topic'], classed.how),
    classed.said_on,
    classed.statement_id;
