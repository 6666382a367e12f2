-- Which promises hang on a ceasefire, now or when last named?
select
    conditions.pledger,
    conditions.kind,
    conditions.status,
    if(conditions.is_current, 'now', 'when last named') as named,
    conditions.first_named_on,
    conditions.last_named_on
from conditions_on(date '2026-03-13') as conditions
where conditions.condition = 'ceasefire' and conditions.is_counting
order by conditions.pledger, conditions.kind
