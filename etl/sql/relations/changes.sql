-- The change log of the data, newest day first: how many rows were recorded, which cells corrected.
-- Only events, statements and pledges carry the day on which they were recorded.
-- One row per day and table with new rows, and one row per corrected cell and day of correction.
create view changes as
with recorded as (
    select 'events' as table_name, events.recorded_on from events
    union all
    select 'statements', statements.recorded_on from statements
    union all
    select 'pledges', pledges.recorded_on from pledges
),

added as (
    select
        recorded.recorded_on as day,
        'added' as change,
        recorded.table_name,
        count(*) as added
    from recorded
    group by all
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
