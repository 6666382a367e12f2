with held as (
    select table_name as name, 'table' as kind, comment, estimated_size as rows
    from duckdb_tables()
    where database_name = 'guarantees'
    union all
    select view_name, 'view', comment, null
    from duckdb_views()
    where database_name = 'guarantees' and not internal
)

select held.name, held.kind, held.comment, held.rows,
    list(columns.column_name order by columns.column_index) as columns,
    list(columns.data_type order by columns.column_index) as types,
    list(coalesce(columns.comment, '') order by columns.column_index) as comments
from held
join duckdb_columns() as columns on columns.database_name = 'guarantees' and columns.table_name = held.name
group by all
order by held.name
