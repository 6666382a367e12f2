-- {about} has no row '{value}'; correct the id (the key's parts are joined by |), or remove the addition

select
    'additions' as table_name,
    additions._key as row_id,
    additions._line as line,
    'row_id' as column_name,
    additions.row_id as value,
    additions.table_name as about
from additions
where additions.row_id is not null
    and additions.table_name in (select table_name from known_columns)
    and additions.table_name not in (select table_name from unread_tables)
    and not exists (
        select 1 from known_rows
        where known_rows.table_name = additions.table_name and known_rows.row_id = additions.row_id
    )
