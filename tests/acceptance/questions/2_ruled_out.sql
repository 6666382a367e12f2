-- Which countries had ruled out ground troops on 1 September 2025, who has moved since, and what did they say?
-- `moves` counts changes of position since then, `said_again` restatements; the last words are the newest row's.
with later as (
    select changes.*
    from position_changes(date '2025-09-02', date '2026-07-05') as changes
    where changes.kind = 'ground_troops' and changes.phase = 'post_war'
)

select
    positions.pledger,
    positions.announced_on as ruled_out_on,
    count(later.pledge_id) filter (where later.change = 'moved') as moves,
    count(later.pledge_id) filter (where later.change in ('restated', 'conditions_changed')) as said_again,
    coalesce(max(later.announced_on), positions.announced_on) as last_said_on,
    coalesce(max_by(later.new_status, later.announced_on), positions.status) as stands_at
from positions_on(date '2025-09-01') as positions
left join later on later.pledger_id = positions.pledger_id
where positions.kind = 'ground_troops'
    and positions.status = 'declined'
    and positions.counted_as = 'counted'
group by positions.pledger, positions.announced_on, positions.status
order by positions.pledger
