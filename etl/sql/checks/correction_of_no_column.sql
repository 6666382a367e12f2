-- {about} has no column '{value}'; correct the name, or remove the correction

select
    'corrections' as table_name,
    corrections._key as row_id,
    corrections._line as line,
    'column_name' as column_name,
    corrections.column_name as value,
    corrections.table_name as about
from corrections
where corrections.column_name is not null
    and corrections.table_name in (select table_name from known_columns)
    and corrections.table_name not in (select table_name from unread_tables)
    and not exists (
        select 1 from known_columns
        where known_columns.table_name = corrections.table_name
            and known_columns.column_name = corrections.column_name
    )
