-- How long each naming of a condition is the last word on it: from named_on until the next naming
-- that follows without an end between, or until the condition ended (condition_spans). It stands
-- on the days from since_on until the day before until_on; conditions_on asks for one day.
-- current_until_on: the day from which the row that names it is no longer the pledger's newest
-- (position_spans); equal to since_on for a row outranked on its own day.
-- One row per pledge and condition that it names, but for those that never stood a day.
create table condition_states as
with episodes as (
    select
        spans.*,
        min(spans.named_on) over episode as first_named_on,
        first(spans.pledge_id) over episode as first_pledge_id,
        lead(spans.named_on) over episode as named_again_on
    from condition_spans as spans
    window episode as (
        partition by
            spans.pledger_id,
            spans.kind,
            spans.phase,
            spans.is_counting,
            spans.condition,
            spans.ended_on
        order by spans.turn
    )
)

select
    episodes.pledger_id,
    cards.pledger,
    episodes.kind,
    episodes.phase,
    episodes.condition,
    condition.label as condition_label,
    condition.alternative_group,
    episodes.first_named_on,
    episodes.named_on as last_named_on,
    episodes.is_counting,
    episodes.first_pledge_id,
    episodes.pledge_id as last_pledge_id,
    cards.source_ids,
    episodes.named_on as since_on,
    coalesce(episodes.named_again_on, episodes.ended_on) as until_on,
    if(standing.pledge_id is null, episodes.named_on, standing.replaced_on) as current_until_on
from episodes
join pledge_cards as cards on cards.pledge_id = episodes.pledge_id
join condition on condition.code = episodes.condition
left join position_spans as standing on standing.pledge_id = episodes.pledge_id
where coalesce(episodes.named_again_on, episodes.ended_on) is null
    or coalesce(episodes.named_again_on, episodes.ended_on) > episodes.named_on
order by
    cards.pledger,
    episodes.pledger_id,
    episodes.kind,
    episodes.phase,
    episodes.condition,
    episodes.is_counting desc,
    episodes.named_on;
