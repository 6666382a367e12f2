-- The change log of the data, newest day first: how many rows were recorded, which cells corrected.
-- Rows of tables without `recorded_on` have their day in `additions`; those of the first release,
-- the codes of vocabularies left out, have the oldest day on record.
-- One row per day and table with new rows, and one row per corrected cell and day of correction.
create view changes as
with held as (
    select 'aid_monthly' as table_name, count(*) as held from aid_monthly union all
    select 'aid_totals', count(*) from aid_totals union all
    select 'countries', count(*) from countries union all
    select 'doubts', count(*) from doubts union all
    select 'memberships', count(*) from memberships union all
    select 'offices', count(*) from offices union all
    select 'organisations', count(*) from organisations union all
    select 'same_money', count(*) from same_money union all
    select 'sanctions_packages', count(*) from sanctions_packages union all
    select 'sources', count(*) from sources union all
    select 'speakers', count(*) from speakers union all
    select 'un_resolutions', count(*) from un_resolutions union all
    select 'un_votes', count(*) from un_votes
),

dated as (
    select 'events' as table_name, events.recorded_on from events union all
    select 'statements', statements.recorded_on from statements union all
    select 'pledges', pledges.recorded_on from pledges union all
    select additions.table_name, additions.recorded_on from additions
),

recorded as (
    select dated.recorded_on as day, dated.table_name, count(*) as added
    from dated
    group by all
    union all
    select
        (select min(dated.recorded_on) from dated),
        held.table_name,
        held.held - (select count(*) from additions where additions.table_name = held.table_name)
    from held
),

added as (
    select
        recorded.day, 'added' as change, recorded.table_name, sum(recorded.added)::bigint as added
    from recorded
    group by all
    having sum(recorded.added) > 0
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
