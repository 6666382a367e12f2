-- Where each pledger stands on a day in one phase: the newest row whose word counts, on one day
-- the basis of better rank. A newer row that doesn't count never replaces it but comes along
-- (later_remark_id); a pledger with none but such rows has its newest one, is_counting = false.
-- counted_as: see pledge_cards. age_days runs from announced_on, is_aged after 180 days.
-- in_office: whether the speaker holds an office for the pledger that day; not_known after the
-- last that is known of an office without a known end.
-- earlier, differs_id: see position_spans. One row per pledger and kind.
-- Filter what this returns, never the rows that go in.
create macro positions_on(day, phase := 'post_war') as table
select
    positions_on__s.* exclude (later_remark_id, differs_id, earlier, since_on, until_on, seats),
    date_diff('day', positions_on__s.announced_on, positions_on__q.asked_day) as age_days,
    date_diff('day', positions_on__s.announced_on, positions_on__q.asked_day) > 180 as is_aged,
    case
        when positions_on__s.speaker_id is null then null
        when len(list_filter(
            positions_on__s.seats,
            lambda span: positions_on__q.asked_day between span.starts_on and span.known_until_on
        )) > 0 then 'in_office'
        when len(list_filter(
            positions_on__s.seats,
            lambda span: positions_on__q.asked_day between span.starts_on and span.ends_on
        )) > 0 then 'not_known'
        else 'former'
    end as in_office,
    positions_on__s.later_remark_id,
    positions_on__s.differs_id,
    positions_on__s.earlier
from (select cast(day as date) as asked_day, cast(phase as varchar) as asked_phase)
    as positions_on__q
join position_states as positions_on__s
    on positions_on__s.phase = positions_on__q.asked_phase
    and positions_on__s.since_on <= positions_on__q.asked_day
    and coalesce(positions_on__s.until_on, date 'infinity') > positions_on__q.asked_day
order by positions_on__s.pledger, positions_on__s.pledger_id, positions_on__s.kind;
