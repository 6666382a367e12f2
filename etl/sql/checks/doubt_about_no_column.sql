-- {about} has no column '{value}'; correct the name, or remove the doubt

select
    'doubts' as table_name,
    doubts._key as row_id,
    doubts._line as line,
    'column_name' as column_name,
    doubts.column_name as value,
    doubts.table_name as about
from doubts
where doubts.column_name is not null
    and doubts.table_name in (select table_name from known_columns)
    and doubts.table_name not in (select table_name from unread_tables)
    and not exists (
        select 1 from known_columns
        where known_columns.table_name = doubts.table_name and known_columns.column_name = doubts.column_name
    )
