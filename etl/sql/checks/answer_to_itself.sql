-- the statement answers itself; name the statement that it answers, or empty the cell

select
    'statements' as table_name,
    _key as row_id,
    _line as line,
    'reply_to_id' as column_name,
    reply_to_id as value
from statements
where reply_to_id = statement_id
