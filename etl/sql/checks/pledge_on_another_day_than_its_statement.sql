-- warning: announced on {value}, but {statement_id} was said on {said_on}; correct a day, or unlink them

select
    'pledges' as table_name,
    pledges._key as row_id,
    pledges._line as line,
    'announced_on' as column_name,
    pledges.announced_on as value,
    pledges.statement_id,
    statements.said_on
from pledges
join statements on statements.statement_id = pledges.statement_id
where pledges.announced_on <> statements.said_on
