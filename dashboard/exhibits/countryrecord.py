"""All that is asked about the countries of a profile, as of a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.exhibit import Later
from dashboard.exhibits.rows import source_ids
from dashboard.parts.contested import MOST_FOLDED
from dashboard.parts.country import MOST_UNBOUND
from dashboard.parts.dealings import MOST_OFFERS, REFUSED
from dashboard.queries import country as asks
from dashboard.queries import countryfacts as facts
from dashboard.queries.corrected import corrected
from dashboard.queries.countrydoubts import doubts
from dashboard.readings.wording import Row
from dashboard.selection import Selection

MOST_SAID, MOST_EVENTS, MOST_DOUBTS = 6, 8, 12
PHASES, KINDS = ("post_war", "standing", "wartime"), ("ground_troops", "guarantee")

SIDES = {"said": "side_id", "pledged": "side_id", "events": "side_id", "doubts": "side_id"}
QUESTIONS = (
    *("standing", "changes", "pledged", "conditions", "memberships", "said", "events", "aid", "votes", "doubts"),
    "corrected",
)
ACTORS = {"aid": "actor_id", "votes": "actor_id", "memberships": "actor_id", "corrected": "told_of"}


def turn(phase: str, kind: str, label: str) -> tuple[int, int, str]:
    """When a kind is told, of every country alike: the debate after the war first, in it ground troops."""
    later = KINDS.index(kind) if kind in KINDS else len(KINDS)
    return PHASES.index(phase) if phase in PHASES else len(PHASES), later, label


@dataclass(frozen=True)
class Told:
    """The rows of a record by question, read once."""

    rows: Mapping[str, list[Row]]

    def of(self, name: str, actor: str) -> list[Row]:
        """The rows of one actor."""
        column = (SIDES | ACTORS).get(name, "pledger_id")
        return [row for row in self.rows[name] if row[column] == actor]

    def pledges(self) -> dict[str, Row]:
        """What was pledged and is told of or doubted, by id."""
        return {row["pledge_id"]: row for row in self.rows["pledged"]}

    def on_troops(self, actor: str) -> Row | None:
        """Where one stands on ground troops after the fighting; None without a record."""
        found = self.of("standing", actor)
        return next((row for row in found if (row["kind"], row["phase"]) == ("ground_troops", "post_war")), None)


@dataclass(frozen=True, kw_only=True)
class Record:
    """All that was asked about the countries shown, frame by frame; their statements are counted.

    `marks` are what they pledged, `those` asks for some of it as it is told; `whole` for everything that they are on
    record with, which may be very much; `relied_on` are its sources.
    What a table of the rows has no need of is asked when somebody reads it.
    """

    standing: Asked
    changes: Asked
    marks: pd.DataFrame
    conditions: Later[Asked] = Later()
    memberships: Later[Asked] = Later()
    said: Later[Asked] = Later()
    events: Later[Asked] = Later()
    aid: Later[Asked] = Later()
    votes: Later[Asked] = Later()
    doubts: Later[Asked] = Later()
    corrected: Later[Asked] = Later()
    statements: tuple[int, int]
    those: Callable[[list[str]], Asked]
    whole: Callable[[], Asked]
    relied_on: Later[tuple[str, ...]] = Later()

    def asked(self) -> tuple[Asked, ...]:
        """Every question, in the order of the page."""
        return tuple(self.whole() if name == "pledged" else getattr(self, name) for name in QUESTIONS)

    def on_troops(self, actor: str) -> Row | None:
        """Where one stands on ground troops after the fighting; None without a record."""
        return Told({"standing": [*self.standing.rows]}).on_troops(actor)

    @cached_property
    def told(self) -> Told:
        """The rows of all, read once."""
        asked = {name: getattr(self, name) for name in QUESTIONS if name != "pledged"}
        narrowed = asked | {"pledged": self.pledged(), "doubts": self.foremost}
        told: dict[str, list[Row]] = {name: [*one.rows] for name, one in narrowed.items()}
        told["standing"].sort(key=lambda row: turn(row["phase"], row["kind"], row["kind_label"]))
        return Told(told)

    @cached_property
    def foremost(self) -> Asked:
        """The doubts that are told, the first on each kind of row; `of_all`: how many there are."""
        frame = self.doubts.frame
        alike = frame.groupby(["side_id", "turn"])["turn"]
        is_first = alike.cumcount() < MOST_DOUBTS + MOST_FOLDED
        told = frame.assign(of_all=alike.transform("size"))[is_first]
        return self.doubts._replace(frame=told.reset_index(drop=True))

    def told_of(self) -> tuple[list[str], "pd.Series[int]"]:
        """What is told of what they pledged by the day, as ids, and how many other offers each has in all.

        Agreements, refusals, the newest other offers and words that don't bind, what is doubted: the rest stands in
        the table.
        """
        marks, doubted = self.marks, self.foremost.frame["row_id"]
        is_offer, is_loose = marks["what"].eq("Contribution"), marks["is_counting"].eq(False)
        is_other = is_offer & ~(marks["kind"].eq("security_agreement") | marks["status"].isin(REFUSED))
        others = marks[is_other & marks["is_shown"]].groupby("side_id")["pledge_id"]
        loose = marks[is_loose & marks["is_shown"]].groupby("side_id")["pledge_id"]
        told = {*others.head(MOST_OFFERS), *loose.head(MOST_UNBOUND), *doubted}
        return marks[(is_offer & ~is_other) | marks["pledge_id"].isin(told)]["pledge_id"].tolist(), others.size()

    def pledged(self) -> Asked:
        """The rows of these; `others`: how many other offers there are in all."""
        ids, sizes = self.told_of()
        found = self.those(ids)
        return found._replace(frame=found.frame.assign(others=found.frame["side_id"].map(sizes).fillna(0).astype(int)))


def ask(db: Database, actors: tuple[str, ...], selection: Selection, catalogue: Catalogue) -> Record:
    """Everything about the actors, as of the day."""
    day = selection.day(catalogue)
    standing = asks.standing(db, actors, day)
    ids = list(standing.frame["pledge_id"])

    def said() -> Asked:
        return facts.latest(db, facts.SAID, actors, day, MOST_SAID)

    return Record(
        standing=standing,
        changes=asks.changes(db, actors, catalogue.covered_from, day),
        marks=asks.marks(db, actors, day),
        conditions=lambda: asks.of_day(db, asks.CONDITIONS, actors, day),
        memberships=lambda: facts.memberships(db, actors, day),
        said=said,
        events=lambda: facts.latest(db, facts.EVENTS, actors, day, MOST_EVENTS),
        aid=lambda: facts.aid(db, actors),
        votes=lambda: facts.votes(db, actors, day),
        doubts=lambda: doubts(db, actors, day, ids),
        corrected=lambda: corrected(db, "country", actors, day),
        statements=asks.statements(db, actors, day),
        those=lambda pledge_ids: asks.pledged(db, pledge_ids, day, ids),
        whole=lambda: asks.recorded(db, actors, day, ids),
        relied_on=lambda: source_ids([asks.relied_on(db, actors, day), *said().frame["source_ids"]]),
    )
