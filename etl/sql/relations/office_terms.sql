-- The span of each office, and how far it is known: an end unknown after the last row is known
-- only until the last statement that its holder makes in it.
-- One row per office.
create table office_terms as
with last_words as (
    select offices.office_id, max(statements.said_on) as last_said_on
    from offices
    join statements
        on statements.speaker_id = offices.speaker_id
        and statements.said_on >= coalesce(offices.held_from_on, date '-infinity')
    group by offices.office_id
)

select
    offices.office_id,
    offices.speaker_id,
    offices.office,
    offices.actor_id,
    coalesce(offices.held_from_on, date '-infinity') as starts_on,
    coalesce(offices.held_until_on, date 'infinity') as ends_on,
    coalesce(
        offices.held_until_on,
        case when offices.is_end_known then date 'infinity' end,
        last_words.last_said_on,
        offices.held_from_on,
        date '-infinity'
    ) as known_until_on
from offices
left join last_words on last_words.office_id = offices.office_id
order by offices.office_id;
