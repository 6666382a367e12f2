-- {value} is more than 14 days before the start or 40 days after the end of {event_id} ({starts_on}); correct the day or the event

with placed as (
    select 'statements' as table_name, _key as row_id, _line as line, 'said_on' as column_name, said_on as value, event_id
    from statements
    union all
    select 'pledges', _key, _line, 'announced_on', announced_on, event_id from pledges
)
select placed.*, events.starts_on
from placed
join events on events.event_id = placed.event_id
where placed.value < events.starts_on - 14
    or placed.value > greatest(events.starts_on, events.ends_on) + 40
