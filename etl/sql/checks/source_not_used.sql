-- warning: no row uses this source; name it where it is relied on, or remove it

with used as (
    select source_id from event_sources
    union
    select source_id from statement_sources
    union
    select source_id from pledge_sources
    union
    select source_id from membership_sources
    union
    select source_id from aid_total_sources
    union
    select source_id from aid_monthly_sources
    union
    select source_id from un_resolution_sources
    union
    select source_id from sanctions_package_sources
    union
    select source_id from doubt_rival_sources
)
select
    'sources' as table_name,
    sources._key as row_id,
    sources._line as line,
    'source_id' as column_name,
    sources.source_id as value
from sources
where sources.source_id is not null
    and not exists (select 1 from used where used.source_id = sources.source_id)
    and not exists (
        select 1 from unread_cells where unread_cells.column_name in ('source_ids', 'rival_source_ids')
    )
