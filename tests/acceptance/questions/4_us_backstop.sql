-- Which promises hang on a US backstop, now or when last named?
select
    conditions.pledger,
    conditions.kind,
    conditions.status,
    if(conditions.is_current, 'now', 'when last named') as named,
    conditions.last_named_on
from conditions_on(date '2026-03-13') as conditions
where conditions.condition = 'us_backstop' and conditions.is_counting
order by conditions.is_current desc, conditions.pledger, conditions.kind
