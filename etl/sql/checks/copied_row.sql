-- the row says in every cell what {other_id} says; remove one of them

with copies as (
    select
        'events' as table_name,
        'event_id' as column_name,
        _key as row_id,
        _line as line,
        cast(row(*columns(* exclude (event_id, _key, _line, _unread))) as varchar) as said
    from events
    where len(_unread) = 0
    union all
    select
        'statements',
        'statement_id',
        _key,
        _line,
        cast(row(*columns(* exclude (statement_id, _key, _line, _unread))) as varchar)
    from statements
    where len(_unread) = 0
    union all
    select
        'pledges',
        'pledge_id',
        _key,
        _line,
        cast(row(*columns(* exclude (pledge_id, _key, _line, _unread))) as varchar)
    from pledges
    where len(_unread) = 0
    union all
    select
        'doubts',
        'doubt_id',
        _key,
        _line,
        cast(row(*columns(* exclude (doubt_id, _key, _line, _unread))) as varchar)
    from doubts
    where len(_unread) = 0
),
compared as (
    select *, first_value(row_id) over (partition by table_name, said order by line) as other_id
    from copies
)
select *, row_id as value
from compared
where other_id <> row_id
