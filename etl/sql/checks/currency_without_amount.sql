-- the currency {value} has no amount; add the sum, or empty the cell

select
    'pledges' as table_name,
    _key as row_id,
    _line as line,
    'currency_code' as column_name,
    currency_code as value
from pledges
where amount is null and not list_contains(_unread, 'amount') and currency_code is not null
