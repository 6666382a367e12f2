"""All that is asked about one event, as of a day."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.parts.eventtalk import MOST_SAME
from dashboard.queries import cards, country
from dashboard.queries import event as asks
from dashboard.queries.corrected import corrected
from dashboard.readings.prose import as_day, items, text
from dashboard.readings.wording import Row, is_state
from dashboard.selection import Selection

WARTIME = "wartime"


@dataclass(frozen=True)
class Record:
    """The event's row, the debate that its participants' positions belong to, and all that hangs on the event.

    `answers` has only the first of what was said elsewhere on the same topic; `every_answer` asks for all of it.
    """

    event: dict[str, Any]
    phase: str
    found: Asked
    participants: Asked
    standing: Asked
    conditions: Asked
    said: Asked
    answers: Asked
    pledged: Asked
    moved: Asked
    doubts: Asked
    package: Asked
    corrected: Asked
    every_answer: Callable[[], Asked]

    def asked(self) -> tuple[Asked, ...]:
        """Every question, in the order of the page."""
        return tuple(value for value in vars(self).values() if isinstance(value, Asked))

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """The rows of all, read once; but for what was said since, which is long and mostly said again."""
        found = {name: asked for name, asked in vars(self).items() if isinstance(asked, Asked) and name != "moved"}
        return {name: [*asked.rows] for name, asked in found.items()}

    def held(self) -> list[Row]:
        """What participants had on record on the first day, in the debate shown."""
        return [row for row in self.rows["standing"] if row["phase"] == self.phase]

    def hanging(self) -> list[Row]:
        """The conditions of participants in that debate, named by then and never withdrawn."""
        return [row for row in self.rows["conditions"] if row["phase"] == self.phase]

    def numbers(self) -> list[Row]:
        """Statements filed under the event in which a number of countries was given."""
        return [row for row in self.rows["said"] if row["is_filed"] and text(row["count_said"])]

    def states(self) -> list[Row]:
        """The states named as taking part, but for Ukraine."""
        return [row for row in self.rows["participants"] if is_state(row["actor_id"]) and row["actor_id"] != "UKR"]

    def on_troops(self) -> list[Row]:
        """Their positions on ground troops on the first day."""
        named = {row["actor_id"] for row in self.states()}
        return [row for row in self.held() if row["kind"] == "ground_troops" and row["pledger_id"] in named]

    def changed(self) -> list[Row]:
        """What changed since: moves, first records, other conditions."""
        frame = self.moved.frame
        return [*self.moved._replace(frame=frame[frame["change"] != "restated"]).rows]

    def answered(self) -> list[Row]:
        """Statements recorded as answers to what was said there."""
        return [row for row in self.rows["answers"] if row["how"] == "answer"]

    def against(self) -> list[Row]:
        """Doubts on the status of positions taken on the event's days by who took part, or filed under it."""
        first = as_day(self.event["starts_on"])
        last = as_day(self.event["ends_on"]) or first
        told = [
            {**row, "pledge_id": row["row_id"], "kind": row["on_kind"]}
            for row in self.rows["doubts"]
            if row["table_name"] == "pledges" and row["column_name"] == "status" and text(row["phase"])
        ]
        of_day = [row for row in told if first and last and first <= (as_day(row["day"]) or last) <= last]
        return sorted(of_day, key=lambda row: (row["on_kind"] != "ground_troops", _refused(row), text(row["pledger"])))


def _refused(row: Row) -> bool:
    """False for who is named as pledging against a word that pledges nothing: these come first."""
    return not (
        text(row["rival"]) in ("signed", "pledged") and text(row["status"]) in ("open", "undecided", "declined")
    )


def ask(db: Database, selection: Selection, catalogue: Catalogue) -> Record:
    """Everything about the event chosen."""
    one = selection.events[0]
    found = cards.event(db, one)
    event = found.rows[0]
    day = as_day(event["starts_on"]) or catalogue.covered_from
    standing = asks.on_record(db, one, day)
    pledged = asks.of(db, asks.PLEDGED, one)
    phase = debate(standing.frame, pledged.frame)
    return Record(
        event=event,
        phase=phase,
        found=found,
        participants=asks.of(db, asks.PARTICIPANTS, one),
        standing=standing,
        conditions=country.of_day(db, country.CONDITIONS, items(event["participant_ids"]), day),
        said=asks.of(db, asks.SAID, one),
        answers=asks.answers(db, one, MOST_SAME),
        pledged=pledged,
        moved=asks.moved(db, one, day, max(day, selection.day(catalogue)), phase),
        doubts=asks.of(db, asks.DOUBTS, one),
        package=asks.of(db, asks.PACKAGE, one),
        corrected=corrected(db, "event", [one]),
        every_answer=lambda: asks.answers(db, one),
    )


def debate(standing: pd.DataFrame, pledged: pd.DataFrame) -> str:
    """The debate that was led there: on a force after the fighting, but where only that of the war was known."""
    for phases in (set(pledged["phase"].dropna()), set(standing["phase"])):
        if "post_war" in phases:
            return "post_war"
        if WARTIME in phases:
            return WARTIME
    return "post_war"
