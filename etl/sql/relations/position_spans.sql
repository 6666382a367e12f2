-- How long each position row stands: from announced_on until the day before replaced_on. A row
-- that counts is replaced by the next that stood; one that doesn't count only by the next of its
-- kind, and is overruled for good on the day of the pledger's first counting row (overruled_on).
-- earlier: how many rows stood before it. differs_id, "voices differ": the newest counting row of
-- another basis or speaker, of the same day or up to 30 days older, where one of the two declined
-- and the other signed, pledged, is conditional or open.
-- One row per position row, but for those outranked on their own day.
create table position_spans as
with last_of_day as (
    select cards.*
    from pledge_cards as cards
    where cards.is_position
    qualify cards.turn = max(cards.turn) over (
        partition by
            cards.pledger_id, cards.kind, cards.phase, cards.is_counting, cards.announced_on
    )
),

differing as (
    select
        standing.pledge_id,
        max_by(other.pledge_id, other.turn) as differs_id
    from last_of_day as standing
    join pledge_cards as other
        on other.pledger_id = standing.pledger_id
        and other.kind = standing.kind
        and other.phase = standing.phase
        and other.is_counting
        and other.announced_on between standing.announced_on - 30 and standing.announced_on
        and (other.basis <> standing.basis or other.speaker_id <> standing.speaker_id)
        and 'declined' in (other.status, standing.status)
        and greatest(other.status_rank, standing.status_rank) >= 3
    where standing.is_counting
    group by standing.pledge_id
)

select
    last_of_day.pledge_id,
    last_of_day.pledger_id,
    last_of_day.kind,
    last_of_day.phase,
    last_of_day.status,
    last_of_day.is_counting,
    last_of_day.announced_on,
    lead(last_of_day.announced_on) over (
        partition by
            last_of_day.pledger_id, last_of_day.kind, last_of_day.phase, last_of_day.is_counting
        order by last_of_day.turn
    ) as replaced_on,
    case when not last_of_day.is_counting then
        min(last_of_day.announced_on) filter (where last_of_day.is_counting) over (
            partition by last_of_day.pledger_id, last_of_day.kind, last_of_day.phase
        )
    end as overruled_on,
    count(*) filter (where last_of_day.is_counting) over (
        partition by
            last_of_day.pledger_id, last_of_day.kind, last_of_day.phase, last_of_day.is_counting
        order by last_of_day.turn
        rows between unbounded preceding and 1 preceding
    ) as earlier,
    differing.differs_id
from last_of_day
left join differing on differing.pledge_id = last_of_day.pledge_id
order by last_of_day.pledge_id;
