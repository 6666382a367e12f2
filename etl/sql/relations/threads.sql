-- Each statement's place in its conversation: the statement that opened it (root_id), how many
-- answers deep it is (0 for the opening one), and a path by which the text order of a
-- conversation is the order of its threads. A circle of answers has no opening and no row.
-- One row per statement.
create table threads as
with recursive walked as (
    select
        statements.statement_id,
        statements.statement_id as root_id,
        statements.reply_to_id,
        0 as depth,
        statements.said_on,
        statements.said_on || ' ' || statements.statement_id as path
    from statements
    where statements.reply_to_id is null
    union all
    select
        statements.statement_id,
        walked.root_id,
        statements.reply_to_id,
        walked.depth + 1,
        statements.said_on,
        walked.path || ' > ' || statements.said_on || ' ' || statements.statement_id
    from walked
    join statements on statements.reply_to_id = walked.statement_id
)

from walked
order by walked.path;
