-- {value} is also an id in {elsewhere}; an actor stands in one table alone, so remove the row or give it another id

with actors as (
    select 'countries' as table_name, _key as row_id, _line as line, 'actor_id' as column_name, actor_id as value
    from countries
    union all
    select 'organisations', _key, _line, 'actor_id', actor_id from organisations
    union all
    select 'speakers', _key, _line, 'speaker_id', speaker_id from speakers
)
select later.*, earlier.table_name as elsewhere
from actors as later
join actors as earlier on earlier.value = later.value and earlier.table_name < later.table_name
