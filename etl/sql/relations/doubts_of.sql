-- What is contested or uncertain about one row, a cell at a time: stated and rival value, whose.
-- One row per doubt.
create macro doubts_of(table_name, row_id) as table
select doubts_of__d.* exclude (rival_publishers)
from (
    select cast(table_name as varchar) as asked_table_name, cast(row_id as varchar) as asked_row_id
) as doubts_of__q
join doubt_cards as doubts_of__d
    on doubts_of__d.table_name = doubts_of__q.asked_table_name
    and doubts_of__d.row_id = doubts_of__q.asked_row_id
order by doubts_of__d.doubt_id;
