"""A speaker."""

from dashboard.database import Asked, Database

EVERYONE = """
select speakers.speaker_id, speakers.name from speakers
order by speakers.name
"""


def everyone(db: Database) -> Asked:
    """All speakers."""
    return db.ask(EVERYONE)
