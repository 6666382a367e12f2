-- {value} ({area}), but {other_id} says {other_status} ({other_area}) by the same basis on the same day; merge the rows, or correct one

select
    'pledges' as table_name,
    later._key as row_id,
    later._line as line,
    'status' as column_name,
    later.status as value,
    earlier.pledge_id as other_id,
    earlier.status as other_status,
    coalesce(later.area, 'no area') as area,
    coalesce(earlier.area, 'no area') as other_area
from pledges as later
join pledges as earlier
    on earlier.pledger_id = later.pledger_id
    and earlier.kind = later.kind
    and earlier.phase = later.phase
    and earlier.basis = later.basis
    and earlier.announced_on = later.announced_on
    and earlier._line < later._line
    and (earlier.status <> later.status or earlier.area is distinct from later.area)
join pledge_kind on pledge_kind.code = later.kind
where pledge_kind.is_position
