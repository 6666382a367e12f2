-- there is no table {value}; correct the name, or remove the correction

select
    'corrections' as table_name,
    _key as row_id,
    _line as line,
    'table_name' as column_name,
    table_name as value
from corrections
where table_name is not null
    and not exists (select 1 from known_columns where known_columns.table_name = corrections.table_name)
    and not exists (select 1 from unread_tables where unread_tables.table_name = corrections.table_name)
