-- Conditions outlive silence. Each naming of a condition by a position row, and the day on which
-- it ended: when a later word of the pledger on that kind and phase withdraws it
-- (ended_conditions), or declines or withdraws altogether, which ends all earlier ones; its own
-- stay. Only rows that stood can end. A row outranked on its own day, and one that doesn't count,
-- ends nothing, and what it names is ended by the standing row of the same day too.
-- One row per pledge and condition that it names; ended_on is empty while the condition lasts.
create table condition_spans as
with endings as (
    select
        position_rows.*,
        position_rows.status in ('declined', 'withdrawn') as is_ending_all,
        pledges.ended_conditions
    from position_rows
    join pledges on pledges.pledge_id = position_rows.pledge_id
    where position_rows.has_stood
)

select
    position_rows.pledge_id,
    position_rows.pledger_id,
    position_rows.kind,
    position_rows.phase,
    position_rows.is_counting,
    position_rows.turn,
    pledge_conditions.condition,
    position_rows.announced_on as named_on,
    min(endings.announced_on) as ended_on
from position_rows
join pledge_conditions on pledge_conditions.pledge_id = position_rows.pledge_id
left join endings
    on endings.pledger_id = position_rows.pledger_id
    and endings.kind = position_rows.kind
    and endings.phase = position_rows.phase
    and endings.announced_on >= position_rows.announced_on
    and endings.pledge_id <> position_rows.pledge_id
    and (
        endings.is_ending_all
        or list_contains(endings.ended_conditions, pledge_conditions.condition)
    )
group by all
order by position_rows.pledge_id, pledge_conditions.condition;
