-- said on {said_on}, before {value}, which it answers, on {answered_on}; correct a day or empty the cell

select
    'statements' as table_name,
    answers._key as row_id,
    answers._line as line,
    'reply_to_id' as column_name,
    answers.reply_to_id as value,
    answers.said_on,
    answered.said_on as answered_on
from statements as answers
join statements as answered on answered.statement_id = answers.reply_to_id
where answers.said_on < answered.said_on
