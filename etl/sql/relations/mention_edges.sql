-- Who speaks of whom within days, both included, and in what tone, as a composition and never a
-- mean. tone: mixed where the supportive share and the critical and hostile share each exceed a
-- quarter; else the sign with most statements, and of critical and hostile the more frequent; a
-- tie goes to the harsher. Fewer than three statements are never ranked. topics: only statements on
-- one of them, a list. fold: see mention_pairs.
-- One row per source and target.
create macro mention_edges(since, until, fold := 'capitals', topics := null) as table
with mention_edges__counts as (
    select
        pairs.source_id,
        pairs.source,
        pairs.target_id,
        pairs.target,
        count(*) as statements,
        count(*) filter (where pairs.tone = 'supportive') as supportive,
        count(*) filter (where pairs.tone = 'neutral') as neutral,
        count(*) filter (where pairs.tone = 'critical') as critical,
        count(*) filter (where pairs.tone = 'hostile') as hostile,
        list(pairs.statement_id order by pairs.said_on, pairs.statement_id) as statement_ids
    from (
        select
            cast(since as date) as asked_since,
            cast(until as date) as asked_until,
            cast(fold as varchar) as asked_fold,
            cast(topics as varchar[]) as asked_topics
    ) as asked
    join mention_folds as pairs
        on pairs.fold = asked.asked_fold
        and pairs.said_on between asked.asked_since and asked.asked_until
        and (asked.asked_topics is null or list_has_any(pairs.topics, asked.asked_topics))
    group by pairs.source_id, pairs.source, pairs.target_id, pairs.target
)

select
    counts.source_id,
    counts.source,
    counts.target_id,
    counts.target,
    counts.statements,
    counts.supportive,
    counts.neutral,
    counts.critical,
    counts.hostile,
    case
        when least(counts.supportive, counts.critical + counts.hostile) * 4 > counts.statements
            then 'mixed'
        when counts.critical + counts.hostile >= greatest(counts.supportive, counts.neutral)
            then if(counts.hostile >= counts.critical, 'hostile', 'critical')
        when counts.neutral >= counts.supportive then 'neutral'
        else 'supportive'
    end as tone,
    counts.statements >= 3 as is_ranked,
    counts.statement_ids
from mention_edges__counts as counts
order by counts.statements desc, counts.source_id, counts.target_id;
