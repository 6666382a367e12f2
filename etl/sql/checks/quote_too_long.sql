-- the quote has {words} words; 15 are allowed, so shorten it and say the rest in the summary

with counted as (
    select _key, _line, quote, len(regexp_extract_all(quote, '\S+')) as words from statements
)
select
    'statements' as table_name,
    _key as row_id,
    _line as line,
    'quote' as column_name,
    quote as value,
    words
from counted
where words > 15
