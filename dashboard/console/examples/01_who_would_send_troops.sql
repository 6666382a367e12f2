-- Who would send soldiers after the war, as of a day?
-- Each country's standing position; the relation takes the day. Change the day or the kind.
select pledger, status_label as status, announced_on, office, basis_label as basis, summary
from positions_on(date '2026-03-13')
where kind = 'ground_troops'
order by status_rank desc, pledger
