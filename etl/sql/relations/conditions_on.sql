-- What positions hang on as of a day in one phase: each condition still in force
-- (condition_states), when it was first and last named since it last ended, and whether the current
-- row still names it. Rows of every status name conditions. Rows that don't count are listed apart
-- (is_counting = false); for them the current row is the newest that doesn't count. `status` is
-- the pledger's standing position. Alternatives share an alternative_group: count them once.
-- One row per pledger, kind, condition and is_counting.
create macro conditions_on(day, phase := 'post_war') as table
select
    conditions_on__c.pledger_id,
    conditions_on__c.pledger,
    conditions_on__c.kind,
    conditions_on__c.condition,
    conditions_on__c.condition_label,
    conditions_on__c.alternative_group,
    conditions_on__c.first_named_on,
    conditions_on__c.last_named_on,
    coalesce(conditions_on__c.current_until_on > conditions_on__q.asked_day, true) as is_current,
    conditions_on__c.is_counting,
    conditions_on__c.first_pledge_id,
    conditions_on__c.last_pledge_id,
    conditions_on__s.status,
    conditions_on__c.source_ids
from (select cast(day as date) as asked_day, cast(phase as varchar) as asked_phase)
    as conditions_on__q
join condition_states as conditions_on__c
    on conditions_on__c.phase = conditions_on__q.asked_phase
    and conditions_on__c.since_on <= conditions_on__q.asked_day
    and coalesce(conditions_on__c.until_on, date 'infinity') > conditions_on__q.asked_day
join position_states as conditions_on__s
    on conditions_on__s.pledger_id = conditions_on__c.pledger_id
    and conditions_on__s.kind = conditions_on__c.kind
    and conditions_on__s.phase = conditions_on__c.phase
    and conditions_on__s.since_on <= conditions_on__q.asked_day
    and coalesce(conditions_on__s.until_on, date 'infinity') > conditions_on__q.asked_day
order by
    conditions_on__c.pledger,
    conditions_on__c.pledger_id,
    conditions_on__c.kind,
    conditions_on__c.condition,
    conditions_on__c.is_counting desc;
