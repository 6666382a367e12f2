-- Who speaks in a statement, in which office, and for which country or organisation that day.
-- One row per statement; office and actor are empty where the speaker held none.
create table statement_voices as
select
    statements.statement_id,
    statements.said_on,
    statements.event_id,
    statements.speaker_id,
    speakers.name as speaker,
    held.office_id,
    held.office,
    held.actor_id,
    actors.label as actor
from statements
join speakers on speakers.speaker_id = statements.speaker_id
left join lateral office_on(statements.speaker_id, statements.said_on) as held on true
left join actors on actors.actor_id = held.actor_id
order by statements.statement_id;
