-- Who speaks of whom in one statement, and how. fold 'capitals': everyone stands for the country
-- or organisation of their office that day, a person without one alone; 'persons': the speaker and
-- the persons named; 'both': the speaker and whoever is named, as named. What a speaker says of
-- their own side, themselves included, is left out; where a pair comes more than once the harsher
-- tone counts.
-- One row per statement, source and target.
create macro mention_pairs(fold := 'capitals') as table
with mention_pairs__ends as (
    select
        sides.statement_id,
        sides.said_on,
        if(asked.asked_fold = 'capitals', sides.speaker_side, sides.speaker_id) as source_id,
        if(asked.asked_fold = 'capitals', sides.mentioned_side, sides.mentioned_id) as target_id,
        sides.tone,
        sides.tone_rank
    from (select cast(fold as varchar) as asked_fold) as asked
    join mention_sides as sides
        on sides.speaker_side <> sides.mentioned_side
        and sides.speaker_id <> sides.mentioned_id
        and (asked.asked_fold in ('capitals', 'both') or sides.is_person)
)

select
    ends.statement_id,
    ends.said_on,
    ends.source_id,
    ends.target_id,
    max_by(ends.tone, ends.tone_rank) as tone,
    statements.topics
from mention_pairs__ends as ends
join statements on statements.statement_id = ends.statement_id
group by ends.statement_id, ends.said_on, ends.source_id, ends.target_id, statements.topics
order by ends.said_on, ends.statement_id, ends.source_id, ends.target_id;
