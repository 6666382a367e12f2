-- {value} is a package of sanctions, and the pledge is of {kind}; correct the kind, or empty the cell

select
    'pledges' as table_name,
    _key as row_id,
    _line as line,
    'package_id' as column_name,
    package_id as value,
    kind
from pledges
where package_id is not null and kind <> 'sanctions'
