-- the amount {amount} has no currency; add its code

select
    'pledges' as table_name,
    _key as row_id,
    _line as line,
    'currency_code' as column_name,
    currency_code as value,
    amount
from pledges
where amount is not null and currency_code is null and not list_contains(_unread, 'currency_code')
