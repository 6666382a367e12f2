"""All that is asked about the countries of a profile, as of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries import country as asks
from dashboard.queries import countryfacts as facts
from dashboard.readings.wording import Row
from dashboard.selection import Selection

MOST_SAID, MOST_EVENTS = 6, 8


SIDES = {"said": "side_id", "rows": "side_id", "events": "side_id", "doubts": "side_id"}
ACTORS = {"aid": "actor_id", "votes": "actor_id", "memberships": "actor_id"}


@dataclass(frozen=True)
class Told:
    """The rows of a record by question, read once."""

    rows: Mapping[str, list[Row]]

    def of(self, name: str, actor: str) -> list[Row]:
        """The rows of one actor."""
        column = (SIDES | ACTORS).get(name, "pledger_id")
        return [row for row in self.rows[name] if row[column] == actor]

    def pledges(self) -> dict[str, Row]:
        """What was pledged, by id."""
        return {row["pledge_id"]: row for row in self.rows["rows"] if row["what"] != "Statement"}

    def on_troops(self, actor: str) -> Row | None:
        """Where one stands on ground troops after the fighting; None without a record."""
        found = self.of("standing", actor)
        return next((row for row in found if (row["kind"], row["phase"]) == ("ground_troops", "post_war")), None)


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
    corrected: Asked

    def asked(self) -> tuple[Asked, ...]:
        """Every question, in the order of the page."""
        return tuple(value for value in vars(self).values() if isinstance(value, Asked))

    @cached_property
    def told(self) -> Told:
        """The rows of all, read once; positions with their cells that were corrected, beside the one that stands."""
        told: dict[str, list[Row]] = {
            name: [*asked.rows] for name, asked in vars(self).items() if isinstance(asked, Asked)
        }
        standing = {row["pledge_id"] for row in told["standing"]}
        earlier = [row for row in told["corrected"] if row["row_id"] not in standing]
        beside = {"standing": told["corrected"], "rows": told["corrected"], "changes": earlier}
        return Told(told | {name: _with_corrected(told[name], cells) for name, cells in beside.items()})


def _with_corrected(rows: Sequence[Row], cells: Sequence[Row]) -> list[Row]:
    return [{**row, "corrected": [cell for cell in cells if cell["row_id"] == row["pledge_id"]]} for row in rows]


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
        aid=facts.aid(db, actors),
        votes=facts.votes(db, actors, day),
        doubts=asks.doubts(db, actors, day, ids),
        corrected=asks.corrected(db, actors),
    )
