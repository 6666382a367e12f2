-- the row has no source; name at least one (groups that we define ourselves need none: nordic_baltic, neutral)

with sourced as (
    select 'events' as table_name, _key as row_id, _line as line, source_ids from events
    union all
    select 'statements', _key, _line, source_ids from statements
    union all
    select 'pledges', _key, _line, source_ids from pledges
    union all
    select 'memberships', _key, _line, source_ids from memberships where bloc not in ('nordic_baltic', 'neutral')
    union all
    select 'aid_totals', _key, _line, source_ids from aid_totals
    union all
    select 'aid_monthly', _key, _line, source_ids from aid_monthly
    union all
    select 'un_resolutions', _key, _line, source_ids from un_resolutions
    union all
    select 'sanctions_packages', _key, _line, source_ids from sanctions_packages
)
select table_name, row_id, line, 'source_ids' as column_name, '' as value
from sourced
where len(source_ids) = 0
