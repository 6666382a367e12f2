-- the last day {value} is before the first day {starts_on}; correct one of them

select
    'events' as table_name,
    _key as row_id,
    _line as line,
    'ends_on' as column_name,
    ends_on as value,
    starts_on
from events
where ends_on < starts_on
