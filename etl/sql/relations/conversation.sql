-- The whole conversation that a statement belongs to, from the one that opened it, in reading
-- order (path): each answer under what it answers, answers of one statement by day.
-- One row per statement of the conversation; a statement nobody answered is one row.
create macro conversation(statement_id) as table
select
    conversation__t.statement_id,
    conversation__t.root_id,
    conversation__t.reply_to_id,
    conversation__t.depth,
    conversation__t.said_on,
    conversation__t.path
from (select cast(statement_id as varchar) as asked_statement_id) as conversation__q
join threads as conversation__a
    on conversation__a.statement_id = conversation__q.asked_statement_id
join threads as conversation__t on conversation__t.root_id = conversation__a.root_id
order by conversation__t.path;
