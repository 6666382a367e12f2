"""Which countries and organisations have anything on record: what a reader who picks a place sees first."""

from dashboard.database import Database

ON_RECORD = """
select pledger_id as actor_id from pledges
union select actor_id from statement_cards where actor_id is not null
union select actor_id from event_participants
union select actor_id from aid_totals
"""


def on_record(db: Database) -> frozenset[str]:
    """Ids of actors who pledged, were spoken for, took part or gave; asked once per build."""
    return db.kept("on_record", lambda: frozenset(row["actor_id"] for row in db.ask(ON_RECORD).rows))
