-- The person whose linked statement made a pledge, where that person held an office for the
-- pledger that day. A pledge that links no statement, or one of somebody else's (the host of a
-- meeting, a third party), has no row: its speaker is not recorded.
-- One row per pledge with a recorded speaker; of two offices for the pledger the later start.
create table pledge_voices as
select
    pledges.pledge_id,
    statements.said_on,
    statements.speaker_id,
    speakers.name as speaker,
    office_terms.office_id,
    office_terms.office
from pledges
join statements on statements.statement_id = pledges.statement_id
join speakers on speakers.speaker_id = statements.speaker_id
join office_terms
    on office_terms.speaker_id = statements.speaker_id
    and office_terms.actor_id = pledges.pledger_id
    and statements.said_on between office_terms.starts_on and office_terms.ends_on
qualify row_number() over (
    partition by pledges.pledge_id
    order by office_terms.starts_on desc, office_terms.office_id desc
) = 1
order by pledges.pledge_id;
