-- What does Washington itself guarantee?
select positions.kind, positions.status, positions.basis, positions.is_counting, positions.speaker, positions.announced_on
from positions_on(date '2026-03-13') as positions
where positions.pledger_id = 'USA'
order by positions.kind
