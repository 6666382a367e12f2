-- latitude and longitude come together; add the missing one, or empty both

with placed as (
    select 'events' as table_name, _key as row_id, _line as line, latitude, longitude, _unread from events
    union all
    select 'countries', _key, _line, latitude, longitude, _unread from countries
    union all
    select 'organisations', _key, _line, latitude, longitude, _unread from organisations
)
select
    table_name,
    row_id,
    line,
    if(latitude is null, 'latitude', 'longitude') as column_name,
    coalesce(latitude, longitude) as value
from placed
where (latitude is null) <> (longitude is null) and not list_has_any(_unread, ['latitude', 'longitude'])
