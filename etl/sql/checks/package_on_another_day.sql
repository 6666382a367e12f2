-- {value} was adopted on {adopted_on}, and this row is of {day}; correct a day, or empty the cell

with named as (
    select 'events' as table_name, _key as row_id, _line as line, package_id as value, starts_on as day from events
    union all
    select 'pledges', _key, _line, package_id, announced_on from pledges
)
select named.*, 'package_id' as column_name, sanctions_packages.adopted_on
from named
join sanctions_packages on sanctions_packages.package_id = named.value
where named.day <> sanctions_packages.adopted_on
