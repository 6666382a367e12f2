-- Do those who give most also promise soldiers?
-- Aid as a share of national income (Kiel's figures, newest release of each) beside the position on troops.
with newest as (
    select actor_id, measure, total_eur_bn, gdp_share_pct, covers_until_on
    from aid_totals
    where measure = 'allocation'
    qualify row_number() over (partition by actor_id order by covers_until_on desc) = 1
)

select a.label as donor, n.gdp_share_pct, n.total_eur_bn, n.covers_until_on,
    coalesce(p.status_label, 'no record') as troops
from newest as n
join actors as a on a.actor_id = n.actor_id
left join positions_on(date '2026-03-13') as p
    on p.pledger_id = n.actor_id and p.kind = 'ground_troops'
order by n.gdp_share_pct desc nulls last
