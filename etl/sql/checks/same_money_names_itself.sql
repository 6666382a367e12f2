-- {value} is the pledge that is counted; list only the others that name the same money

select
    'same_money' as table_name,
    _key as row_id,
    _line as line,
    'same_pledge_ids' as column_name,
    counted_pledge_id as value
from same_money
where list_contains(same_pledge_ids, counted_pledge_id)
