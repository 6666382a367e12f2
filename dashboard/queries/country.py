"""A country or organisation."""

from dashboard.database import Asked, Database

EVERYONE = """
select actors.actor_id, actors.label, actors.place, actors.region from actors
where actors.actor_kind in ('country', 'organisation')
order by actors.label
"""


def everyone(db: Database) -> Asked:
    """All countries and organisations."""
    return db.ask(EVERYONE)
