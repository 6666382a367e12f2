-- All that was said on a position, in its order: what stood (position_moves), and beside it what
-- doesn't count (is_counting = false). Of that, change is told from the row of its sort before it,
-- and overruled_on is the day of the first row that counts (position_spans).
-- One row per position row, but for those outranked on their own day.
create table position_words as
with remarks as (
    select
        cards.*,
        cards.status as new_status,
        cards.status_rank as new_rank,
        cards.speaker_id as new_speaker_id,
        cards.speaker as new_speaker,
        cards.office as new_office,
        cards.conditions as new_conditions,
        spans.overruled_on,
        case
            when lag(cards.status) over pledgers is null then 'first_record'
            when lag(cards.status) over pledgers <> cards.status then 'moved'
            else 'restated'
        end as change
    from position_spans as spans
    join pledge_cards as cards on cards.pledge_id = spans.pledge_id
    where not spans.is_counting
    window pledgers as (
        partition by cards.pledger_id, cards.kind, cards.phase order by cards.turn
    )
),

said as (
    select moves.* from position_moves as moves
    union all by name
    select remarks.* exclude (status, status_rank, speaker_id, speaker, office, conditions)
    from remarks
)

select
    said.pledge_id,
    said.pledger_id,
    said.pledger,
    said.kind,
    said.kind_label,
    said.phase,
    said.announced_on,
    said.date_precision,
    said.is_counting,
    said.change,
    said.old_status,
    said.new_status,
    said.new_rank,
    said.rank_move,
    said.letter,
    said.counted_as,
    said.new_speaker_id,
    said.new_speaker,
    said.new_office,
    said.left_office_on,
    said.overruled_on,
    said.new_conditions,
    said.condition,
    said.basis,
    said.basis_label,
    said.instrument,
    said.area,
    said.summary,
    said.statement_id,
    said.event_id,
    said.doubts,
    said.source_ids
from said
order by said.announced_on, said.pledger, said.pledge_id;
