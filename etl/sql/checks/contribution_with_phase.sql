-- {kind} is no position and has no phase; empty the cell, or correct the kind

select
    'pledges' as table_name,
    pledges._key as row_id,
    pledges._line as line,
    'phase' as column_name,
    pledges.phase as value,
    pledges.kind
from pledges
join pledge_kind on pledge_kind.code = pledges.kind
where not pledge_kind.is_position and pledges.phase is not null
