-- {about} has no row '{value}'; correct the id (the key's parts are joined by |), or remove the correction

select
    'corrections' as table_name,
    corrections._key as row_id,
    corrections._line as line,
    'row_id' as column_name,
    corrections.row_id as value,
    corrections.table_name as about
from corrections
where corrections.row_id is not null
    and corrections.table_name in (select table_name from known_columns)
    and corrections.table_name not in (select table_name from unread_tables)
    and not exists (
        select 1 from known_rows
        where known_rows.table_name = corrections.table_name and known_rows.row_id = corrections.row_id
    )
