-- What positions hang on as of a day in one phase: each condition still in force (condition_spans),
-- when it was first and last named since it last ended, and whether the current row still names
-- it. Rows of every status name conditions. Rows that don't count are listed apart (is_counting =
-- false); for them the current row is the newest that doesn't count. `status` is the pledger's
-- standing position. Alternatives share an alternative_group: count them once.
-- One row per pledger, kind, condition and is_counting.
create macro conditions_on(day, phase := 'post_war') as table
with conditions_on__q as (
    select cast(day as date) as asked_day, cast(phase as varchar) as asked_phase
),

conditions_on__newest as (
    select spans.*, asked.asked_day
    from conditions_on__q as asked
    join position_spans as spans
        on spans.phase = asked.asked_phase
        and spans.announced_on <= asked.asked_day
        and (spans.replaced_on is null or spans.replaced_on > asked.asked_day)
),

conditions_on__named as (
    select
        spans.pledger_id,
        spans.kind,
        spans.condition,
        spans.is_counting,
        asked.asked_day,
        min(spans.named_on) as first_named_on,
        max(spans.named_on) as last_named_on,
        min_by(spans.pledge_id, spans.turn) as first_pledge_id,
        max_by(spans.pledge_id, spans.turn) as last_pledge_id,
        list(spans.pledge_id order by spans.turn) as pledge_ids
    from conditions_on__q as asked
    join condition_spans as spans
        on spans.phase = asked.asked_phase
        and spans.named_on <= asked.asked_day
        and (spans.ended_on is null or spans.ended_on > asked.asked_day)
    group by spans.pledger_id, spans.kind, spans.condition, spans.is_counting, asked.asked_day
)

select
    named.pledger_id,
    last_row.pledger,
    named.kind,
    named.condition,
    condition.label as condition_label,
    condition.alternative_group,
    named.first_named_on,
    named.last_named_on,
    named.last_pledge_id = if(named.is_counting, word.pledge_id, remark.pledge_id) as is_current,
    named.is_counting,
    named.first_pledge_id,
    named.last_pledge_id,
    coalesce(word.status, remark.status) as status,
    last_row.source_ids,
    named.pledge_ids
from conditions_on__named as named
join pledge_cards as last_row on last_row.pledge_id = named.last_pledge_id
join condition on condition.code = named.condition
left join conditions_on__newest as word
    on word.pledger_id = named.pledger_id
    and word.kind = named.kind
    and word.asked_day = named.asked_day
    and word.is_counting
left join conditions_on__newest as remark
    on remark.pledger_id = named.pledger_id
    and remark.kind = named.kind
    and remark.asked_day = named.asked_day
    and not remark.is_counting
order by
    last_row.pledger,
    named.pledger_id,
    named.kind,
    named.condition,
    named.is_counting desc;
