-- the quote has {words} words; 15 are allowed, so shorten it and say the rest in the summary

with spaced as (
    select _key, _line, quote, regexp_replace(quote, '([—–])(\p{L})', '\1 \2', 'g') as text from statements
),
counted as (
    select *, len(regexp_extract_all(text, '[^\p{Z}\s\x{85}]*[\p{L}\p{N}][^\p{Z}\s\x{85}]*')) as words from spaced
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
