-- {value} tells of a quote that isn't there; add the quote, or empty the cell

select
    'statements' as table_name,
    _key as row_id,
    _line as line,
    if(quote_form is null, 'quote_language_code', 'quote_form') as column_name,
    coalesce(quote_form, quote_language_code) as value
from statements
where quote is null
    and not list_contains(_unread, 'quote')
    and coalesce(quote_form, quote_language_code) is not null
