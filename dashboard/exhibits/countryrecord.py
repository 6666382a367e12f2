"""All that is asked about the countries of a profile, as of a day."""

from dataclasses import dataclass

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries import country as asks
from dashboard.queries import countryfacts as facts
from dashboard.readings.wording import Row, rows
from dashboard.selection import Selection

MOST_SAID, MOST_EVENTS = 6, 8


@dataclass(frozen=True)
class Record:
    """All that was asked about the countries shown, frame by frame."""

    standing: Asked
    changes: Asked
    rows: Asked
    conditions: Asked
    memberships: Asked
    said: Asked
    events: Asked
    aid: Asked
    votes: Asked
    doubts: Asked

    def asked(self) -> tuple[Asked, ...]:
        """Every question, in the order of the page."""
        return tuple(vars(self).values())


def ask(db: Database, actors: tuple[str, ...], selection: Selection, catalogue: Catalogue) -> Record:
    """Everything about the actors, as of the day."""
    day = selection.day(catalogue)
    standing = asks.standing(db, actors, day)
    ids = list(standing.frame["pledge_id"])
    return Record(
        standing=standing,
        changes=asks.changes(db, actors, catalogue.covered_from, day),
        rows=asks.recorded(db, actors, day, ids),
        conditions=asks.of_day(db, asks.CONDITIONS, actors, day),
        memberships=facts.memberships(db, actors, day),
        said=facts.latest(db, facts.SAID, actors, day, MOST_SAID),
        events=facts.latest(db, facts.EVENTS, actors, day, MOST_EVENTS),
        aid=facts.plain(db, facts.AID, actors),
        votes=facts.plain(db, facts.VOTES, actors),
        doubts=asks.doubts(db, actors, day, ids),
    )


def on_troops(record: Record, actor: str) -> Row | None:
    """Where it stands on ground troops after the fighting; None without a record."""
    found = [row for row in rows(record.standing.frame) if row["pledger_id"] == actor]
    return next((row for row in found if (row["kind"], row["phase"]) == ("ground_troops", "post_war")), None)
