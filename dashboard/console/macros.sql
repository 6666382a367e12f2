select distinct function_name as name, comment, len(parameters) as parameters
from duckdb_functions()
where database_name = 'guarantees' and not internal
order by name
