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
    changes.why,
    words.words,
    words.page,
    words.page_id,
    cards.pledge_id,
    cards.kind,
    cards.phase,
    cards.statement_id
from changes
left join corrected_rows as words on words.table_name = changes.table_name and words.row_id = changes.row_id
left join pledge_cards as cards on words.page = 'pledge' and cards.pledge_id = words.page_id
order by changes.day desc, changes.change, changes.table_name, changes.row_id, changes.column_name
"""

NAMED = """
select
    added_rows.*,
    cards.pledge_id,
    cards.kind,
    cards.phase,
    cards.statement_id
from added_rows
left join pledge_cards as cards on added_rows.page = 'pledge' and cards.pledge_id = added_rows.page_id
order by added_rows.recorded_on, added_rows.table_name, added_rows.position
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


def named(db: Database) -> Asked:
    """Of the rows recorded on a day in a table the latest few, by what they are called and where they are told."""
    return db.ask(NAMED)


def terms(db: Database) -> Asked:
    """Tables that say whose figures they hold, or to whom credit is due."""
    return db.ask(TERMS)
