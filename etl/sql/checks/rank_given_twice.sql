-- {other_code} has the rank {value} too; give each code a rank of its own

with ranked as (
    select 'basis' as table_name, _key as row_id, _line as line, 'rank' as column_name, rank as value from basis
    union all
    select 'pledge_status', _key, _line, 'rank', rank from pledge_status where code not in ('delivered', 'withdrawn')
    union all
    select 'standing', _key, _line, 'rank', rank from standing
    union all
    select 'tone', _key, _line, 'rank', rank from tone
)
select later.*, earlier.row_id as other_code
from ranked as later
join ranked as earlier
    on earlier.table_name = later.table_name and earlier.value = later.value and earlier.line < later.line
