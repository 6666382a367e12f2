-- Who did not vote alike on every resolution of the United Nations?
-- Members by their votes; one that always voted the same way is left out.
select a.label as member, count(*) as votes, count(*) filter (where v.vote = 'yes') as yes,
    count(*) filter (where v.vote = 'no') as no, count(*) filter (where v.vote = 'abstain') as abstained,
    count(*) filter (where v.vote = 'absent') as absent
from un_votes as v
join actors as a on a.actor_id = v.actor_id
group by a.label
having count(distinct v.vote) > 1
order by member
