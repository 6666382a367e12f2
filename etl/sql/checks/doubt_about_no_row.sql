-- {about} has no row '{value}'; correct the id (the key's parts are joined by |), or remove the doubt

select
    'doubts' as table_name,
    doubts._key as row_id,
    doubts._line as line,
    'row_id' as column_name,
    doubts.row_id as value,
    doubts.table_name as about
from doubts
where doubts.row_id is not null
    and doubts.table_name in (select table_name from known_columns)
    and doubts.table_name not in (select table_name from unread_tables)
    and not exists (
        select 1 from known_rows
        where known_rows.table_name = doubts.table_name and known_rows.row_id = doubts.row_id
    )
