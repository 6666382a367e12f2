-- The latest of the rows that were recorded on a day in a table, by their own day, and how many
-- there are in all (added).
-- One row per day, table and position from 1 to 3.
create table added_rows as
with counted as (
    select
        row_words.recorded_on,
        row_words.table_name,
        count(*) as added,
        arg_min(
            struct_pack(
                row_id := row_words.row_id,
                words := row_words.words,
                page := row_words.page,
                page_id := row_words.page_id
            ),
            struct_pack(
                age := coalesce(date '9999-12-31' - row_words.day, 9999999),
                row_id := row_words.row_id
            ),
            3
        ) as latest
    from row_words
    where row_words.recorded_on is not null
    group by all
),

listed as (
    select
        counted.recorded_on,
        counted.table_name,
        counted.added,
        unnest(range(1, len(counted.latest) + 1)) as position,
        unnest(counted.latest) as latest
    from counted
)

select
    listed.recorded_on,
    listed.table_name,
    listed.added,
    listed.position,
    listed.latest.row_id as row_id,
    listed.latest.words as words,
    listed.latest.page as page,
    listed.latest.page_id as page_id
from listed
order by listed.recorded_on, listed.table_name, listed.position;
