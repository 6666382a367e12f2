-- How did one conversation go?
-- The longest one here, each answer under what it answers. Put a statement_id of your own into conversation('…').
with longest as (
    select root_id from threads group by root_id order by count(*) desc, root_id limit 1
)

select repeat('    ', t.depth) || c.speaker as speaker, t.said_on, c.summary
from threads as t
join longest as l on l.root_id = t.root_id
join statement_cards as c on c.statement_id = t.statement_id
order by t.path
