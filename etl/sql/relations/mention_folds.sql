-- Who speaks of whom in one statement, and how, in each fold (see mention_pairs). What a speaker
-- says of their own side, themselves included, is left out; where a pair comes more than once the
-- harsher tone counts.
-- One row per fold, statement, source and target.
create table mention_folds as
with ends as (
    select
        folds.fold,
        sides.statement_id,
        sides.said_on,
        if(folds.fold = 'capitals', sides.speaker_side, sides.speaker_id) as source_id,
        if(folds.fold = 'capitals', sides.mentioned_side, sides.mentioned_id) as target_id,
        sides.tone,
        sides.tone_rank
    from (select unnest(['capitals', 'persons', 'both']) as fold) as folds
    join mention_sides as sides
        on sides.speaker_side <> sides.mentioned_side
        and sides.speaker_id <> sides.mentioned_id
        and (folds.fold in ('capitals', 'both') or sides.is_person)
)

select
    ends.fold,
    ends.statement_id,
    ends.said_on,
    ends.source_id,
    sources_of.label as source,
    ends.target_id,
    targets_of.label as target,
    max_by(ends.tone, ends.tone_rank) as tone,
    statements.topics
from ends
join statements on statements.statement_id = ends.statement_id
join actors as sources_of on sources_of.actor_id = ends.source_id
join actors as targets_of on targets_of.actor_id = ends.target_id
group by all
order by ends.fold, ends.said_on, ends.statement_id, ends.source_id, ends.target_id;
