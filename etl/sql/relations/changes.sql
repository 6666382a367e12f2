-- The change log of the data, newest day first: how many rows were recorded, which cells corrected.
-- Rows of tables without `recorded_on` have their day in `additions`; those of the first release,
-- the codes of vocabularies left out, have the oldest day on record.
-- One row per day and table with new rows, and one row per corrected cell and day of correction.
create view changes as
with added as (
    select added_rows.recorded_on as day, 'added' as change, added_rows.table_name, added_rows.added
    from added_rows
    where added_rows.position = 1
)

select
    added.day,
    added.change,
    added.table_name,
    added.added,
    null as row_id,
    null as column_name,
    null as column_title,
    null as old_value,
    null as new_value,
    null as old_shown,
    null as new_shown,
    null as why
from added
union all
select
    corrected_cells.corrected_on,
    'corrected',
    corrected_cells.table_name,
    null,
    corrected_cells.row_id,
    corrected_cells.column_name,
    corrected_cells.column_title,
    corrected_cells.old_value,
    corrected_cells.new_value,
    corrected_cells.old_shown,
    corrected_cells.new_shown,
    corrected_cells.why
from corrected_cells
order by 1 desc, change, table_name, row_id, column_name;
