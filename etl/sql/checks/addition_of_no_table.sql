-- there is no table {value} whose rows carry no day themselves; correct the name, or remove the addition

select
    'additions' as table_name,
    _key as row_id,
    _line as line,
    'table_name' as column_name,
    table_name as value
from additions
where table_name is not null
    and not exists (select 1 from unread_tables where unread_tables.table_name = additions.table_name)
    and (
        not exists (select 1 from known_columns where known_columns.table_name = additions.table_name)
        or exists (
            select 1 from known_columns
            where known_columns.table_name = additions.table_name and known_columns.column_name = 'recorded_on'
        )
    )
