"""What changed from release to release, and which tables are under other terms than ours or owe credit."""

from dashboard.database import Asked, Database

CHANGES = """
select
    changes.day,
    changes.change,
    changes.table_name,
    changes.added,
    changes.row_id,
    changes.column_name,
    changes.column_title,
    changes.old_value,
    changes.new_value,
    changes.old_shown,
    changes.new_shown,
    changes.why
from changes
order by changes.day desc, changes.change, changes.table_name, changes.row_id, changes.column_name
"""

TERMS = """
select
    tables.table_name as name,
    regexp_extract(tables.comment, '^.*?\\. ([A-Z].*)$', 1, 's') as terms,
    contains(tables.comment, 'no licence of ours') as is_closed
from duckdb_tables() as tables
where tables.database_name = current_database()
    and regexp_matches(tables.comment, 'licence of ours|credit is due|Origin:')
order by is_closed desc, tables.table_name
"""


def changes(db: Database) -> Asked:
    """The change log, newest day first: rows added by table, cells corrected one by one."""
    return db.ask(CHANGES)


def terms(db: Database) -> Asked:
    """Tables that say whose figures they hold, or to whom credit is due."""
    return db.ask(TERMS)
