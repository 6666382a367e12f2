-- Where each pledger stands on a day in one phase: the newest row whose word counts, on one day
-- the basis of better rank. A newer row that doesn't count never replaces it but comes along
-- (later_remark_id); a pledger with none but such rows has its newest one, is_counting = false.
-- counted_as: see pledge_cards. age_days runs from announced_on, is_aged after 180 days.
-- in_office: whether the speaker holds an office for the pledger that day; not_known after the
-- last that is known of an office without a known end.
-- earlier, differs_id: see position_spans. One row per pledger and kind.
-- Filter what this returns, never the rows that go in.
create macro positions_on(day, phase := 'post_war') as table
with positions_on__said as (
    select spans.*, positions_on__q.asked_day
    from (select cast(day as date) as asked_day, cast(phase as varchar) as asked_phase)
        as positions_on__q
    join position_spans as spans
        on spans.phase = positions_on__q.asked_phase
        and spans.announced_on <= positions_on__q.asked_day
        and (spans.replaced_on is null or spans.replaced_on > positions_on__q.asked_day)
)

select
    cards.* exclude (is_position, has_stood, turn, left_office_on),
    date_diff('day', cards.announced_on, standing.asked_day) as age_days,
    date_diff('day', cards.announced_on, standing.asked_day) > 180 as is_aged,
    case
        when cards.speaker_id is null then null
        when len(list_filter(
            seats.spans,
            lambda span: standing.asked_day between span.starts_on and span.known_until_on
        )) > 0 then 'in_office'
        when len(list_filter(
            seats.spans, lambda span: standing.asked_day between span.starts_on and span.ends_on
        )) > 0 then 'not_known'
        else 'former'
    end as in_office,
    remark.pledge_id as later_remark_id,
    standing.differs_id,
    standing.earlier
from positions_on__said as standing
join pledge_cards as cards on cards.pledge_id = standing.pledge_id
left join positions_on__said as remark
    on remark.pledger_id = standing.pledger_id
    and remark.kind = standing.kind
    and remark.asked_day = standing.asked_day
    and standing.is_counting
    and not remark.is_counting
    and remark.announced_on > standing.announced_on
left join office_seats as seats
    on seats.speaker_id = cards.speaker_id and seats.actor_id = cards.pledger_id
where standing.is_counting
    or standing.overruled_on is null
    or standing.overruled_on > standing.asked_day
order by cards.pledger, cards.pledger_id, cards.kind;
