-- {value} is outside the covered span, {covered_from_on} to {covered_until_on}; correct the day, or widen `covered` in datapackage.yaml

with days as (
    select 'events' as table_name, _key as row_id, _line as line, 'starts_on' as column_name, starts_on as value
    from events
    union all
    select 'events', _key, _line, 'ends_on', ends_on from events where ends_on >= starts_on
    union all
    select 'statements', _key, _line, 'said_on', said_on from statements
    union all
    select 'pledges', _key, _line, 'announced_on', announced_on from pledges
    union all
    select 'sanctions_packages', _key, _line, 'adopted_on', adopted_on from sanctions_packages
    union all
    select 'un_resolutions', _key, _line, 'adopted_on', adopted_on from un_resolutions
)
select days.*, spans.covered_from_on, spans.covered_until_on
from days
cross join spans
where days.value not between spans.covered_from_on and spans.covered_until_on
