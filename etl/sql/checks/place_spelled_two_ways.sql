-- warning: '{value}' is written '{usual}' elsewhere; use one spelling

with named as (
    select 'events' as table_name, _key as row_id, _line as line, place as value from events
    union all
    select 'statements', _key, _line, place from statements
    union all
    select 'countries', _key, _line, capital from countries
    union all
    select 'organisations', _key, _line, seat from organisations
),
spellings as (
    select
        value,
        regexp_replace(lower(strip_accents(value)), '[^a-z0-9]', '', 'g') as sound,
        count(*) + 1000 * count(*) filter (where table_name in ('countries', 'organisations')) as weight
    from named
    where value is not null
    group by value
),
ranked as (
    select
        value,
        first(value) over (partition by sound order by weight desc, value) as usual
    from spellings
)
select named.table_name, named.row_id, named.line, 'place' as column_name, named.value, ranked.usual
from named
join ranked on ranked.value = named.value
where ranked.usual <> ranked.value and named.table_name in ('events', 'statements')
