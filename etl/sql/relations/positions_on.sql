-- Where each pledger stands on a day in one phase: the newest row whose word counts, on one day
-- the basis of better rank. A newer row that doesn't count never replaces it but comes along
-- (later_remark_id); a pledger with none but such rows has its newest one, is_counting = false.
-- counted_as: an offer of ground troops counts only where it is in Ukraine. differs_id: the newest
-- counting row of another basis or speaker, of the same day or up to 30 days older, where one of
-- the two declined and the other signed, pledged, is conditional or open. One row per pledger and
-- kind. Filter what this returns, never the rows that go in.
create macro positions_on(day, phase := 'post_war') as table
with positions_on__said as (
    select cards.*, positions_on__q.asked_day
    from (select cast(day as date) as asked_day, cast(phase as varchar) as asked_phase)
        as positions_on__q
    join pledge_cards as cards
        on cards.is_position
        and cards.phase = positions_on__q.asked_phase
        and cards.announced_on <= positions_on__q.asked_day
),

positions_on__newest as (
    select said.*
    from positions_on__said as said
    qualify row_number() over (
        partition by said.pledger_id, said.kind order by said.is_counting desc, said.turn desc
    ) = 1
),

positions_on__beside as (
    select
        newest.pledge_id,
        count(*) filter (where other.has_stood and other.turn < newest.turn) as earlier,
        max_by(other.pledge_id, other.turn) filter (
            where not other.is_counting and other.announced_on > newest.announced_on
        ) as later_remark_id,
        max_by(other.pledge_id, other.turn) filter (
            where other.is_counting
            and other.announced_on >= newest.announced_on - 30
            and (other.basis <> newest.basis or other.speaker_id <> newest.speaker_id)
            and 'declined' in (other.status, newest.status)
            and greatest(other.status_rank, newest.status_rank) >= 3
        ) as differs_id
    from positions_on__newest as newest
    join positions_on__said as other
        on other.pledger_id = newest.pledger_id and other.kind = newest.kind
    where newest.is_counting
    group by newest.pledge_id
)

select
    newest.* exclude (is_position, has_stood, turn),
    case
        when not newest.is_counting then 'not_binding'
        when newest.kind <> 'ground_troops' or newest.area = 'in_ukraine' then 'counted'
        when newest.status in ('undecided', 'declined', 'withdrawn') then 'counted'
        when coalesce(newest.area, 'unknown') <> 'unknown' then 'outside_ukraine'
        when newest.status = 'open' then 'counted'
        else 'place_not_named'
    end as counted_as,
    date_diff('day', newest.announced_on, newest.asked_day) as age_days,
    date_diff('day', newest.announced_on, newest.asked_day) > 180 as is_aged,
    seat.in_office,
    beside.later_remark_id,
    beside.differs_id,
    coalesce(beside.earlier, 0) as earlier
from positions_on__newest as newest
left join positions_on__beside as beside on beside.pledge_id = newest.pledge_id
left join lateral office_standing(newest.speaker_id, newest.pledger_id, newest.asked_day) as seat
    on true
order by newest.pledger, newest.kind;
