-- {row_id} is no step from declined to signed and has no rank; empty the cell

select
    'pledge_status' as table_name,
    _key as row_id,
    _line as line,
    'rank' as column_name,
    rank as value
from pledge_status
where code in ('delivered', 'withdrawn') and rank is not null
