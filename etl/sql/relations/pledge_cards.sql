-- A pledge with what is needed to read it: labels, the speaker where recorded (pledge_voices),
-- the number of doubts, and for a position whether it counts and stood (position_rows).
-- One row per pledge, positions and contributions alike.
create table pledge_cards as
with doubted as (
    select doubts.row_id, count(*) as doubts
    from doubts
    where doubts.table_name = 'pledges'
    group by doubts.row_id
)

select
    pledges.*,
    actors.label as pledger,
    pledge_kind.label as kind_label,
    pledge_kind.is_position,
    pledge_status.label as status_label,
    pledge_status.letter,
    pledge_status.rank as status_rank,
    basis.label as basis_label,
    pledge_voices.speaker_id,
    pledge_voices.speaker,
    pledge_voices.office,
    coalesce(doubted.doubts, 0) as doubts,
    position_rows.is_counting,
    position_rows.has_stood,
    position_rows.turn
from pledges
join actors on actors.actor_id = pledges.pledger_id
join pledge_kind on pledge_kind.code = pledges.kind
join pledge_status on pledge_status.code = pledges.status
join basis on basis.code = pledges.basis
left join pledge_voices on pledge_voices.pledge_id = pledges.pledge_id
left join position_rows on position_rows.pledge_id = pledges.pledge_id
left join doubted on doubted.row_id = pledges.pledge_id
order by pledges.pledge_id;
