-- Which rows rest on a source. A row without an id of its own is named by its key joined by |.
-- day: the row's own day, where it has one. Sources of a doubt are those of its rival value.
-- One row per source and row.
create view source_use as
with cited as (
    select
        'events' as table_name,
        events.event_id as row_id,
        events.starts_on as day,
        events.source_ids
    from events
    union all
    select 'statements', statements.statement_id, statements.said_on, statements.source_ids
    from statements
    union all
    select 'pledges', pledges.pledge_id, pledges.announced_on, pledges.source_ids
    from pledges
    union all
    select
        'memberships',
        memberships.actor_id || '|' || memberships.bloc,
        memberships.member_from_on,
        memberships.source_ids
    from memberships
    union all
    select
        'aid_totals',
        concat_ws('|', aid_totals.actor_id, aid_totals.kiel_release, aid_totals.measure),
        aid_totals.covers_until_on,
        aid_totals.source_ids
    from aid_totals
    union all
    select
        'aid_monthly',
        concat_ws(
            '|',
            aid_monthly.actor_id,
            aid_monthly.month_starts_on,
            aid_monthly.kiel_release,
            aid_monthly.measure
        ),
        aid_monthly.month_starts_on,
        aid_monthly.source_ids
    from aid_monthly
    union all
    select
        'un_resolutions',
        un_resolutions.resolution_id,
        un_resolutions.adopted_on,
        un_resolutions.source_ids
    from un_resolutions
    union all
    select
        'sanctions_packages',
        sanctions_packages.package_id,
        sanctions_packages.adopted_on,
        sanctions_packages.source_ids
    from sanctions_packages
    union all
    select 'doubts', doubts.doubt_id, null, doubts.rival_source_ids
    from doubts
)

select distinct unnest(cited.source_ids) as source_id, cited.table_name, cited.row_id, cited.day
from cited
order by source_id, cited.table_name, cited.row_id;
