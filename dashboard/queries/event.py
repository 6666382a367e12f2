"""An event."""

from dashboard.database import Asked, Database

EVERYTHING = """
select events.event_id, events.starts_on, events.title, events.place, events.source_ids from events
order by events.starts_on desc, events.event_id
"""


def everything(db: Database) -> Asked:
    """All events."""
    return db.ask(EVERYTHING)
