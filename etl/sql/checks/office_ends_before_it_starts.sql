-- the last day in office {value} is before the first {held_from_on}; correct one of them

select
    'offices' as table_name,
    _key as row_id,
    _line as line,
    'held_until_on' as column_name,
    held_until_on as value,
    held_from_on
from offices
where held_until_on < held_from_on
