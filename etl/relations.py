"""Every table and view of a built database as Parquet: the same rows, the same bytes, whenever they are written."""

import io
from collections.abc import Iterator

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as parquet

RELATIONS = """
select table_name as name, comment from duckdb_tables() where not internal
union all
select view_name, comment from duckdb_views() where not internal
order by name
"""
COLUMNS = """
select column_name, comment from duckdb_columns() where table_name = $name and comment is not null
"""
MACROS = """
select distinct function_name || '(' || array_to_string(parameters, ', ') || ')' as call, comment
from duckdb_functions()
where function_type = 'table_macro' and not internal
order by call
"""
ENDLESS = 2_147_483_647
ROWS = "select * from query_table($name) order by all"


def relations(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The meaning of each table and view, by name in the order of the alphabet."""
    return {name: comment or "" for name, comment in connection.execute(RELATIONS).fetchall()}


def macros(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The meaning of each relation that takes parameters and so is in the database alone."""
    return {name: comment or "" for name, comment in connection.execute(MACROS).fetchall()}


def parquets(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, bytes]]:
    """Name and Parquet file of each table and view."""
    for name in relations(connection):
        yield name, _parquet(connection, name)


def _bounded(rows: pa.Table) -> pa.Table:
    """Days without a bound as empty cells: the calendars of most programs know no infinity."""
    for place, column in enumerate(rows.schema):
        if pa.types.is_date32(column.type):
            days = rows.column(place).cast(pa.int32())
            is_endless = pc.is_in(days, pa.array([-ENDLESS, ENDLESS], pa.int32()))
            cells = pc.if_else(is_endless, pa.scalar(None, pa.int32()), days).cast(pa.date32())
            rows = rows.set_column(place, column, cells)
    return rows


def _parquet(connection: duckdb.DuckDBPyConnection, name: str) -> bytes:
    """One relation's rows in their one order, its columns' meanings in the file's schema."""
    rows = _bounded(connection.sql(ROWS, params={"name": name}).to_arrow_table())
    meanings = dict(connection.execute(COLUMNS, {"name": name}).fetchall())
    fields = [
        column.with_metadata({"description": meanings[column.name]}) if column.name in meanings else column
        for column in rows.schema
    ]
    file = io.BytesIO()
    parquet.write_table(rows.cast(pa.schema(fields)), file, compression="zstd")
    return file.getvalue()
