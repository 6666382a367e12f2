-- What was said in answer to an event, each statement once, in the first class that fits:
-- answer (to a statement filed under the event, answers_id), filed_under (filed under the event by
-- someone neither named among its participants nor speaking for one), same_topic (filed elsewhere,
-- on a topic of the event's statements, from its first day to ten days after its last; shown
-- apart, for nothing says that it is an answer). Nothing older than the event's first day.
-- One row per statement.
create macro answers_to_event(event_id) as table
with answers_to_event__e as (
    select
        events.event_id,
        events.starts_on,
        coalesce(events.ends_on, events.starts_on) + 10 as near_until_on,
        coalesce(events.participant_ids, []) as participant_ids,
        (
            select list(distinct statement_topics.topic)
            from statements as filed
            join statement_topics on statement_topics.statement_id = filed.statement_id
            where filed.event_id = events.event_id
        ) as topics
    from (select cast(event_id as varchar) as asked_event_id) as asked
    join events on events.event_id = asked.asked_event_id
),

answers_to_event__near as (
    select filed.statement_id
    from answers_to_event__e
    join statements as filed on filed.event_id = answers_to_event__e.event_id
    union
    select replies.statement_id
    from answers_to_event__e
    join statements as answered on answered.event_id = answers_to_event__e.event_id
    join statements as replies on replies.reply_to_id = answered.statement_id
    union
    select said.statement_id
    from statements as said
    where said.said_on >= (select answers_to_event__e.starts_on from answers_to_event__e)
        and said.said_on <= (select answers_to_event__e.near_until_on from answers_to_event__e)
),

answers_to_event__classed as (
    select
        later.statement_id,
        later.said_on,
        case
            when answered.event_id = answers_to_event__e.event_id then 'answer'
            when later.event_id = answers_to_event__e.event_id
                and not list_has_any(
                    answers_to_event__e.participant_ids, [voices.actor_id, later.speaker_id]
                ) then 'filed_under'
            when later.event_id is distinct from answers_to_event__e.event_id
                and later.said_on <= answers_to_event__e.near_until_on
                and list_has_any(answers_to_event__e.topics, later.topics) then 'same_topic'
        end as how,
        if(answered.event_id = answers_to_event__e.event_id, later.reply_to_id, null) as answers_id,
        list_sort(list_intersect(answers_to_event__e.topics, later.topics)) as shared_topics
    from answers_to_event__e
    cross join answers_to_event__near
    join statements as later on later.statement_id = answers_to_event__near.statement_id
    join statement_voices as voices on voices.statement_id = later.statement_id
    left join statements as answered on answered.statement_id = later.reply_to_id
)

select
    classed.statement_id,
    classed.said_on,
    classed.how,
    classed.answers_id,
    classed.shared_topics
from answers_to_event__classed as classed
where classed.how is not null
    and classed.said_on >= (select answers_to_event__e.starts_on from answers_to_event__e)
order by
    list_position(['answer', 'filed_under', 'same_topic'], classed.how),
    classed.said_on,
    classed.statement_id;
