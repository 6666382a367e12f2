-- the page is already the source {other_id}; name one source in both places, and remove the other

select
    'sources' as table_name,
    later._key as row_id,
    later._line as line,
    'url' as column_name,
    later.url as value,
    min_by(earlier._key, earlier._line) as other_id
from sources as later
join sources as earlier on earlier.url = later.url and earlier._line < later._line
group by all
