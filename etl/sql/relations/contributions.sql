-- Pledges that are no positions: weapons, money, agreements, sanctions, permissions. They are
-- listed and never summed, for amounts overlap (same_money_labels names the sums that a row
-- shares with others). is_refusal: declined or withdrawn.
-- One row per pledge of a kind that is no position.
create table contributions as
with shared as (
    select named.pledge_id, list(named.label order by named.label) as labels
    from (
        select same_money.counted_pledge_id as pledge_id, same_money.label from same_money
        union
        select same_money_pledges.pledge_id, same_money.label
        from same_money
        join same_money_pledges on same_money_pledges.same_money_id = same_money.same_money_id
    ) as named
    group by named.pledge_id
)

select
    cards.* exclude (is_position, is_counting, has_stood, turn, counted_as, left_office_on),
    cards.status in ('declined', 'withdrawn') as is_refusal,
    coalesce(shared.labels, []) as same_money_labels
from pledge_cards as cards
left join shared on shared.pledge_id = cards.pledge_id
where not cards.is_position
order by cards.announced_on, cards.pledge_id;
