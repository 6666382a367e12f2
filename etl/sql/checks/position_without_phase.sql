-- {kind} is a position and needs a phase; say which debate it belongs to

select
    'pledges' as table_name,
    pledges._key as row_id,
    pledges._line as line,
    'phase' as column_name,
    pledges.phase as value,
    pledges.kind
from pledges
join pledge_kind on pledge_kind.code = pledges.kind
where pledge_kind.is_position and pledges.phase is null and not list_contains(pledges._unread, 'phase')
