-- Who was undecided on ground troops on 1 March 2025, who has moved since, and where does each stand?
with later as (
    select changes.*
    from position_changes(date '2025-03-02', date '2026-07-05') as changes
    where changes.kind = 'ground_troops' and changes.phase = 'post_war'
)

select
    positions.pledger,
    positions.announced_on as undecided_on,
    positions.speaker,
    count(later.pledge_id) filter (where later.change = 'moved') as moves,
    count(later.pledge_id) filter (where later.change in ('restated', 'conditions_changed')) as said_again,
    coalesce(max(later.announced_on), positions.announced_on) as last_said_on,
    coalesce(max_by(later.new_status, later.announced_on), positions.status) as stands_at
from positions_on(date '2025-03-01') as positions
left join later on later.pledger_id = positions.pledger_id
where positions.kind = 'ground_troops' and positions.status = 'undecided' and positions.is_counting
group by positions.pledger, positions.announced_on, positions.speaker, positions.status
order by positions.pledger
