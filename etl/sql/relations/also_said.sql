-- What else was said on a statement's topics from its day to some days after it, outside its
-- conversation: nothing records it as an answer. First what speaks of its speaker or of whom that
-- speaks for (is_about), then what shares most topics, then by day.
-- One row per statement.
create macro also_said(statement_id, days := 10) as table
with also_said__q as (
    select
        statements.said_on,
        statements.topics,
        threads.root_id,
        [statements.speaker_id, voices.actor_id] as spoken_ids,
        cast(asked.asked_days as integer) as days
    from (
        select cast(statement_id as varchar) as asked_statement_id, days as asked_days
    ) as asked
    join statements on statements.statement_id = asked.asked_statement_id
    join statement_voices as voices on voices.statement_id = statements.statement_id
    left join threads on threads.statement_id = statements.statement_id
)

select
    later.statement_id,
    later.said_on,
    date_diff('day', also_said__q.said_on, later.said_on) as days_after,
    list_sort(list_intersect(also_said__q.topics, later.topics)) as shared_topics,
    exists (
        select 1 from statement_mentions as mentions
        where mentions.statement_id = later.statement_id
            and list_contains(also_said__q.spoken_ids, mentions.actor_id)
    ) as is_about
from also_said__q
join statements as later
    on later.said_on between also_said__q.said_on and also_said__q.said_on + also_said__q.days
    and list_has_any(also_said__q.topics, later.topics)
join threads on threads.statement_id = later.statement_id
where threads.root_id is distinct from also_said__q.root_id
order by is_about desc, len(shared_topics) desc, later.said_on, later.statement_id;
