-- the quote doesn't say in which language it was spoken; add the code, und if it isn't known

select
    'statements' as table_name,
    _key as row_id,
    _line as line,
    'quote_language_code' as column_name,
    quote_language_code as value
from statements
where quote is not null and quote_language_code is null and not list_contains(_unread, 'quote_language_code')
