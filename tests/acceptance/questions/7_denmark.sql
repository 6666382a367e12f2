-- How much has Denmark allocated, by month, and where does that rank by share of GDP? (release 29)
with ranked as (
    select
        totals.actor_id,
        totals.total_eur_bn,
        totals.gdp_share_pct,
        rank() over (order by totals.gdp_share_pct desc) as place
    from aid_totals as totals
    where totals.kiel_release = 29 and totals.measure = 'allocation' and totals.gdp_share_pct is not null
)

select
    monthly.month_starts_on,
    monthly.military_eur_bn,
    monthly.financial_eur_bn,
    monthly.humanitarian_eur_bn,
    ranked.total_eur_bn,
    ranked.gdp_share_pct,
    ranked.place
from aid_monthly as monthly
join ranked on ranked.actor_id = monthly.actor_id
where monthly.actor_id = 'DNK'
order by monthly.month_starts_on
