-- What happened to positions within days, both included: position_moves of the window, all kinds
-- and phases. What stood before is looked up beyond the window, so that a row is a first record
-- only where the pledger had no counting row at all.
-- One row per counting row that stood, announced within the window.
create macro position_changes(since, until) as table
select position_changes__m.*
from (
    select cast(since as date) as asked_since, cast(until as date) as asked_until
) as position_changes__q
join position_moves as position_changes__m
    on position_changes__m.announced_on
    between position_changes__q.asked_since and position_changes__q.asked_until
order by position_changes__m.announced_on, position_changes__m.pledge_id;
