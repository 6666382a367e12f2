-- the cell was corrected to '{value}', but says '{cell}'; correct the cell, or record why it changed again

select
    'corrections' as table_name,
    corrections._key as row_id,
    corrections._line as line,
    'new_value' as column_name,
    coalesce(corrections.new_value, '') as value,
    known_cells.cell
from corrections
join known_cells using (table_name, row_id, column_name)
where corrections.corrected_on is not null
    and corrections.table_name not in (select table_name from unread_tables)
    and coalesce(corrections.new_value, '') <> known_cells.cell
    and not list_contains(corrections._unread, 'new_value')
    and not exists (
        select 1 from corrections as later
        where later.table_name = corrections.table_name
            and later.row_id = corrections.row_id
            and later.column_name = corrections.column_name
            and later.corrected_on > corrections.corrected_on
    )
