"""What the columns of the release mean, from the comments that the database carries."""

from dashboard.database import Asked, Database

COLUMNS = """
select
    described.table_name,
    described.column_name,
    described.data_type,
    described.comment
from duckdb_columns() as described
where described.database_name = current_database()
    and not described.internal
    and described.comment is not null
order by described.table_name, described.column_index
"""


def codebook(db: Database) -> Asked:
    """Every described column of every table and view."""
    return db.ask(COLUMNS)
