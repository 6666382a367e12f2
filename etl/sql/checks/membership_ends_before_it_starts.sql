-- the last day of membership {value} is before the first {member_from_on}; correct one of them

select
    'memberships' as table_name,
    _key as row_id,
    _line as line,
    'member_until_on' as column_name,
    member_until_on as value,
    member_from_on
from memberships
where member_until_on < member_from_on
