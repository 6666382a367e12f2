-- answers go round in a circle through {value}; one of them answers nothing in it: empty that cell

with recursive chains as (
    select statement_id as started_id, reply_to_id as reached_id, 1 as steps
    from statements
    where reply_to_id <> statement_id
    union
    select chains.started_id, statements.reply_to_id, chains.steps + 1
    from chains
    join statements on statements.statement_id = chains.reached_id
    where statements.reply_to_id <> statements.statement_id
        and chains.reached_id <> chains.started_id
        and chains.steps < (select count(*) from statements)
)
select
    'statements' as table_name,
    statements._key as row_id,
    statements._line as line,
    'reply_to_id' as column_name,
    statements.reply_to_id as value
from chains
join statements on statements.statement_id = chains.started_id
where chains.reached_id = chains.started_id
