"""Statements: a search among all that was said."""

from dashboard.database import Asked, Database

NEWEST = """
select cards.* from statement_cards as cards
order by cards.said_on desc, cards.statement_id
limit 25
"""


def newest(db: Database) -> Asked:
    """The statements of the selection."""
    return db.ask(NEWEST)
