-- Who moved between two days, and by how much?
-- Steps on the scale from declined (1) to signed (6); a plus is towards sending.
select announced_on, pledger, old_status, new_status, rank_move as steps, new_speaker as speaker, summary
from position_changes(date '2025-03-01', date '2026-03-13')
where change = 'moved' and kind = 'ground_troops' and phase = 'post_war'
order by announced_on, pledger
