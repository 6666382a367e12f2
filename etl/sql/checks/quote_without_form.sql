-- the quote doesn't say what it is; write original, translation or unclear

select
    'statements' as table_name,
    _key as row_id,
    _line as line,
    'quote_form' as column_name,
    quote_form as value
from statements
where quote is not null and quote_form is null and not list_contains(_unread, 'quote_form')
