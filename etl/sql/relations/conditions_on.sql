-- What positions hang on as of a day in one phase: each condition still in force, when it was
-- first and last named since it last ended, and whether the current row still names it. Conditions
-- are taken from rows of every status. Rows that don't count are listed apart (is_counting =
-- false); for them the current row is the newest one of their kind. `status` is the pledger's
-- standing position. Alternatives share an alternative_group and count once.
-- One row per pledger, kind, condition and is_counting.
create macro conditions_on(day, phase := 'post_war') as table
with conditions_on__q as (
    select cast(day as date) as asked_day, cast(phase as varchar) as asked_phase
),

conditions_on__rows as (
    select cards.pledge_id, cards.pledger_id, cards.kind, cards.is_counting, cards.turn, cards.status
    from conditions_on__q as asked
    join pledge_cards as cards
        on cards.is_position
        and cards.phase = asked.asked_phase
        and cards.announced_on <= asked.asked_day
),

conditions_on__current as (
    select
        rows_so_far.pledger_id,
        rows_so_far.kind,
        max_by(rows_so_far.pledge_id, rows_so_far.turn)
            filter (where rows_so_far.is_counting) as word_id,
        max_by(rows_so_far.pledge_id, rows_so_far.turn)
            filter (where not rows_so_far.is_counting) as remark_id,
        max_by(rows_so_far.status, (rows_so_far.is_counting, rows_so_far.turn)) as status
    from conditions_on__rows as rows_so_far
    group by rows_so_far.pledger_id, rows_so_far.kind
),

conditions_on__named as (
    select
        spans.pledger_id,
        spans.kind,
        spans.condition,
        spans.is_counting,
        min(spans.named_on) as first_named_on,
        max(spans.named_on) as last_named_on,
        min_by(spans.pledge_id, spans.turn) as first_pledge_id,
        max_by(spans.pledge_id, spans.turn) as last_pledge_id,
        list(spans.pledge_id) as pledge_ids
    from conditions_on__q as asked
    join condition_spans as spans
        on spans.phase = asked.asked_phase
        and spans.named_on <= asked.asked_day
        and (spans.ended_on is null or spans.ended_on > asked.asked_day)
    group by spans.pledger_id, spans.kind, spans.condition, spans.is_counting
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
    coalesce(
        named.last_pledge_id = if(named.is_counting, present.word_id, present.remark_id), false
    ) as is_current,
    named.is_counting,
    named.first_pledge_id,
    named.last_pledge_id,
    present.status,
    last_row.source_ids,
    named.pledge_ids
from conditions_on__named as named
join conditions_on__current as present
    on present.pledger_id = named.pledger_id and present.kind = named.kind
join pledge_cards as last_row on last_row.pledge_id = named.last_pledge_id
join condition on condition.code = named.condition
order by last_row.pledger, named.kind, named.condition, named.is_counting desc;
