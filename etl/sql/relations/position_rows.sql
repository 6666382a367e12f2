-- Whose word counts. A basis counts or not (basis.is_counting); a head of state counts only where
-- that office conducts foreign or defence policy (countries.head_of_state_speaks is true, so
-- never for an organisation). Of several counting rows of one pledger, kind and phase on one day
-- the basis of better rank stands (then the newer record, then the lesser pledge_id); the others
-- have never stood. `turn` is the order in which rows follow each other, the best of a day last.
-- One row per pledge of a position kind.
create table position_rows as
with weighed as (
    select
        pledges.*,
        basis.rank as basis_rank,
        basis.is_counting
        and (pledges.basis <> 'head_of_state' or coalesce(countries.head_of_state_speaks, false))
            as is_counting
    from pledges
    join pledge_kind on pledge_kind.code = pledges.kind and pledge_kind.is_position
    join basis on basis.code = pledges.basis
    left join countries on countries.actor_id = pledges.pledger_id
),

ordered as (
    select
        weighed.*,
        row_number() over (
            partition by weighed.pledger_id, weighed.kind, weighed.phase, weighed.is_counting
            order by
                weighed.announced_on,
                weighed.basis_rank desc,
                weighed.recorded_on,
                weighed.pledge_id desc
        ) as turn
    from weighed
)

select
    ordered.pledge_id,
    ordered.pledger_id,
    ordered.kind,
    ordered.phase,
    ordered.announced_on,
    ordered.status,
    ordered.is_counting,
    ordered.turn,
    ordered.is_counting and ordered.turn = max(ordered.turn) over (
        partition by
            ordered.pledger_id,
            ordered.kind,
            ordered.phase,
            ordered.is_counting,
            ordered.announced_on
    ) as has_stood
from ordered
order by ordered.pledge_id;
