-- {value} ({area}; {conditions}), but {other_id} says {other_status} ({other_area}; {other_conditions}) by the same basis on the same day; merge the rows, or correct one

with positions as (
    select
        pledges.*,
        coalesce(pledges.area, 'no area') as said_area,
        coalesce(nullif(array_to_string(list_sort(pledges.conditions), ', '), ''), 'no conditions') as said_conditions
    from pledges
    join pledge_kind on pledge_kind.code = pledges.kind
    where pledge_kind.is_position and not list_has_any(pledges._unread, ['area', 'conditions'])
)
select
    'pledges' as table_name,
    later._key as row_id,
    later._line as line,
    'status' as column_name,
    later.status as value,
    later.said_area as area,
    later.said_conditions as conditions,
    earlier.pledge_id as other_id,
    earlier.status as other_status,
    earlier.said_area as other_area,
    earlier.said_conditions as other_conditions
from positions as later
join positions as earlier
    on earlier.pledger_id = later.pledger_id
    and earlier.kind = later.kind
    and earlier.phase = later.phase
    and earlier.basis = later.basis
    and earlier.announced_on = later.announced_on
    and earlier._line < later._line
    and (earlier.status, earlier.said_area, earlier.said_conditions)
    <> (later.status, later.said_area, later.said_conditions)
