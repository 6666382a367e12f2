-- Who speaks of whom in one statement, and how (mention_folds). fold 'capitals': everyone stands
-- for the country or organisation of their office that day, a person without one alone; 'persons':
-- the speaker and the persons named; 'both': the speaker and whoever is named, as named.
-- One row per statement, source and target.
create macro mention_pairs(fold := 'capitals') as table
select
    mention_pairs__f.statement_id,
    mention_pairs__f.said_on,
    mention_pairs__f.source_id,
    mention_pairs__f.target_id,
    mention_pairs__f.tone,
    mention_pairs__f.topics
from (select cast(fold as varchar) as asked_fold) as mention_pairs__q
join mention_folds as mention_pairs__f on mention_pairs__f.fold = mention_pairs__q.asked_fold
order by
    mention_pairs__f.said_on,
    mention_pairs__f.statement_id,
    mention_pairs__f.source_id,
    mention_pairs__f.target_id;
