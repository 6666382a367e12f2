-- What in the data is contested or uncertain?
-- Doubts by table, column and kind, with an example of each.
select d.table_name, d.column_name, k.label as kind, count(*) as cells, any_value(d.note) as example
from doubts as d
join doubt_kind as k on k.code = d.kind
group by all
order by cells desc, d.table_name, d.column_name
