-- On what conditions does help after the war hang?
-- Conditions in force on a day, by how many name them.
select condition_label as condition, count(distinct pledger_id) as pledgers, list(distinct pledger order by pledger) as who
from conditions_on(date '2026-03-13')
where is_current and is_counting
group by condition_label
order by pledgers desc, condition
