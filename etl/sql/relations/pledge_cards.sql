-- A pledge with what is needed to read it: labels, the speaker where recorded (pledge_voices),
-- the number of doubts, and for a position whether it counts and stood (position_rows).
-- counted_as: a position counts as such (counted) or says why it stands apart: not_binding where
-- the row doesn't count; an offer of ground troops counts only where it is in Ukraine, else
-- outside_ukraine or place_not_named. left_office_on: the first day on which the speaker held no
-- office for the pledger any more; empty while one lasts, its end isn't known, or nobody is
-- recorded.
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
    list_min(list_filter(
        list_transform(
            list_filter(
                seats.spans,
                lambda span: span.ends_on >= pledges.announced_on and isfinite(span.ends_on)
            ),
            lambda span: cast(span.ends_on + 1 as date)
        ),
        lambda gone: len(list_filter(
            seats.spans, lambda span: gone between span.starts_on and span.ends_on
        )) = 0
    )) as left_office_on,
    coalesce(doubted.doubts, 0) as doubts,
    position_rows.is_counting,
    position_rows.has_stood,
    position_rows.turn,
    case
        when not pledge_kind.is_position then null
        when not position_rows.is_counting then 'not_binding'
        when pledges.kind <> 'ground_troops' or pledges.area = 'in_ukraine' then 'counted'
        when pledges.status in ('undecided', 'declined', 'withdrawn') then 'counted'
        when coalesce(pledges.area, 'unknown') <> 'unknown' then 'outside_ukraine'
        when pledges.status = 'open' then 'counted'
        else 'place_not_named'
    end as counted_as
from pledges
join actors on actors.actor_id = pledges.pledger_id
join pledge_kind on pledge_kind.code = pledges.kind
join pledge_status on pledge_status.code = pledges.status
join basis on basis.code = pledges.basis
left join pledge_voices on pledge_voices.pledge_id = pledges.pledge_id
left join position_rows on position_rows.pledge_id = pledges.pledge_id
left join office_seats as seats
    on seats.speaker_id = pledge_voices.speaker_id and seats.actor_id = pledges.pledger_id
left join doubted on doubted.row_id = pledges.pledge_id
order by pledges.pledge_id;
