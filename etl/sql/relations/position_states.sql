-- Where each pledger stands from one day on which it spoke to the next: the newest row whose word
-- counts (position_spans), with a newer one that doesn't count beside it (later_remark_id); the
-- newest that doesn't count while there is no other. The row of every day from since_on until the
-- day before until_on; positions_on asks for one day. seats: the spans of the speaker's offices
-- for the pledger (office_seats).
-- One row per pledger, kind, phase and day on which a position row came to stand.
create table position_states as
with days as (
    select distinct spans.pledger_id, spans.kind, spans.phase, spans.announced_on as since_on
    from position_spans as spans
),

words as (
    select spans.* from position_spans as spans where spans.is_counting
),

remarks as (
    select spans.* from position_spans as spans where not spans.is_counting
),

standing as (
    select
        days.since_on,
        lead(days.since_on) over (
            partition by days.pledger_id, days.kind, days.phase order by days.since_on
        ) as until_on,
        coalesce(words.pledge_id, remarks.pledge_id) as pledge_id,
        case
            when remarks.announced_on > words.announced_on then remarks.pledge_id
        end as later_remark_id,
        words.differs_id,
        coalesce(words.earlier, remarks.earlier) as earlier
    from days
    asof left join words
        on words.pledger_id = days.pledger_id
        and words.kind = days.kind
        and words.phase = days.phase
        and words.announced_on <= days.since_on
    asof left join remarks
        on remarks.pledger_id = days.pledger_id
        and remarks.kind = days.kind
        and remarks.phase = days.phase
        and remarks.announced_on <= days.since_on
)

select
    cards.* exclude (is_position, has_stood, turn, left_office_on),
    standing.later_remark_id,
    standing.differs_id,
    standing.earlier,
    standing.since_on,
    standing.until_on,
    seats.spans as seats
from standing
join pledge_cards as cards on cards.pledge_id = standing.pledge_id
left join office_seats as seats
    on seats.speaker_id = cards.speaker_id and seats.actor_id = cards.pledger_id
order by cards.pledger, cards.pledger_id, cards.kind, cards.phase, standing.since_on;
