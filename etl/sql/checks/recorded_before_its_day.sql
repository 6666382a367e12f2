-- recorded on {value}, before it happened on {happened_on}; correct one of the days

with recorded as (
    select 'events' as table_name, _key as row_id, _line as line, recorded_on as value, starts_on as happened_on
    from events
    union all
    select 'statements', _key, _line, recorded_on, said_on from statements
    union all
    select 'pledges', _key, _line, recorded_on, announced_on from pledges
)
select table_name, row_id, line, 'recorded_on' as column_name, value, happened_on
from recorded
where value < happened_on
