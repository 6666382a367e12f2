-- What each corrected row is called, and where it is read (row_words).
-- One row per corrected row.
create table corrected_rows as
select
    row_words.table_name,
    row_words.row_id,
    row_words.words,
    row_words.page,
    row_words.page_id,
    row_words.day
from row_words
join (
    select distinct corrected_cells.table_name, corrected_cells.row_id from corrected_cells
) as mended on mended.table_name = row_words.table_name and mended.row_id = row_words.row_id
order by row_words.table_name, row_words.row_id;
