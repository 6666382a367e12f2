-- How much the tables hold for each month of the covered span; is_dense where the whole month lies
-- in the densely covered span. Events count in the month in which they start.
-- One row per month, months without rows included.
create table coverage_by_month as
with months as (
    select
        cast(unnest(generate_series(
            date_trunc('month', release.covered_from_on),
            date_trunc('month', release.covered_until_on),
            interval 1 month
        )) as date) as month_starts_on,
        release.dense_from_on,
        release.dense_until_on
    from release
),

dated as (
    select 'event' as item, events.starts_on as day from events
    union all
    select 'statement', statements.said_on from statements
    union all
    select 'pledge', pledges.announced_on from pledges
)

select
    months.month_starts_on,
    count(*) filter (dated.item = 'event') as events,
    count(*) filter (dated.item = 'statement') as statements,
    count(*) filter (dated.item = 'pledge') as pledges,
    months.month_starts_on >= months.dense_from_on
    and last_day(months.month_starts_on) <= months.dense_until_on as is_dense
from months
left join dated on date_trunc('month', dated.day) = months.month_starts_on
group by months.month_starts_on, months.dense_from_on, months.dense_until_on
order by months.month_starts_on;
