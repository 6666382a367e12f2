-- What rows of the smaller tables are called in a few words, and where the app tells of them.
-- page: event, pledge, country, donor or months, and page_id whose; empty where there is none.
-- One row per row of the tables on membership, money, votes, sanctions and aid.
create view side_words as
select
    'memberships' as table_name,
    actors.actor_id || '|' || bloc.code as row_id,
    actors.label || ', member of ' || bloc.label as words,
    'country' as page,
    actors.actor_id as page_id,
    memberships.member_from_on as day
from memberships
join actors on actors.actor_id = memberships.actor_id
join bloc on bloc.code = memberships.bloc
union all
select 'same_money', same_money_id, label, 'pledge', counted_pledge_id, null
from same_money
union all
select
    'sanctions_packages',
    packages.package_id,
    actors.label || ': ' || packages.summary,
    if(adoptions.event_id is null, null, 'event'),
    adoptions.event_id,
    packages.adopted_on
from sanctions_packages as packages
join actors on actors.actor_id = packages.adopter_id
left join (
    select events.package_id, min(events.event_id) as event_id from events group by all
) as adoptions on adoptions.package_id = packages.package_id
union all
select
    'aid_totals',
    concat_ws('|', totals.actor_id, totals.kiel_release, totals.measure),
    actors.label || ', aid in all, release ' || totals.kiel_release || ', ' || lower(measure.label),
    'donor',
    totals.actor_id,
    totals.covers_until_on
from aid_totals as totals
join actors on actors.actor_id = totals.actor_id
join measure on measure.code = totals.measure
union all
select
    'aid_monthly',
    concat_ws('|', months.actor_id, months.month_starts_on, months.kiel_release, months.measure),
    actors.label || ', aid of ' || strftime(months.month_starts_on, '%B %Y') || ', release '
        || months.kiel_release || ', ' || lower(measure.label),
    'months',
    months.actor_id,
    months.month_starts_on
from aid_monthly as months
join actors on actors.actor_id = months.actor_id
join measure on measure.code = months.measure
union all
select 'un_resolutions', resolution_id, title, null, null, adopted_on
from un_resolutions
union all
select
    'un_votes',
    votes.resolution_id || '|' || votes.actor_id,
    actors.label || ', vote on ' || resolutions.title,
    'country',
    votes.actor_id,
    resolutions.adopted_on
from un_votes as votes
join un_resolutions as resolutions on resolutions.resolution_id = votes.resolution_id
join actors on actors.actor_id = votes.actor_id
order by 1, 2;
