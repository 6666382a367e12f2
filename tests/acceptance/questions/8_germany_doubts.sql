-- What is contested or uncertain about Germany's position? (on ground troops, after the fighting)
select pledges.announced_on, doubts.column_name, doubts.kind, doubts.stated, doubts.rival
from pledges
cross join lateral (
    select doubts.* from doubts_of('pledges', pledges.pledge_id) as doubts
) as doubts
where pledges.pledger_id = 'DEU' and pledges.kind = 'ground_troops' and pledges.phase = 'post_war'
order by pledges.announced_on, doubts.doubt_id
