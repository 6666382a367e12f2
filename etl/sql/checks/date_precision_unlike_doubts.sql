-- the day is marked {value}, but by its doubts it is {wanted}; correct the cell, or the doubt (date_uncertain on {day_column})

with dated as (
    select 'events' as table_name, _key as row_id, _line as line, date_precision as value, 'starts_on' as day_column
    from events
    union all
    select 'statements', _key, _line, date_precision, 'said_on' from statements
),
compared as (
    select dated.*, if(count(doubts._key) > 0, 'about', 'on') as wanted
    from dated
    left join doubts
        on doubts.table_name = dated.table_name
        and doubts.row_id = dated.row_id
        and doubts.column_name = dated.day_column
        and doubts.kind = 'date_uncertain'
    group by all
)
select *, 'date_precision' as column_name
from compared
where value <> wanted
    and not exists (
        select 1 from unread_cells
        where unread_cells.table_name = 'doubts'
            and unread_cells.column_name in ('table_name', 'row_id', 'column_name', 'kind')
    )
