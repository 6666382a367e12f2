-- How did the tone towards one country change from month to month?
-- Shares of critical and hostile mentions of Russia; months with few statements swing widely.
with spoken as (
    select date_trunc('month', said_on)::date as month, tone
    from mention_pairs()
    where target_id = 'RUS'
)

select month, count(*) as mentions,
    count(*) filter (where tone in ('critical', 'hostile')) as harsh,
    round(100.0 * harsh / mentions, 1) as harsh_percent
from spoken
group by month
order by month
