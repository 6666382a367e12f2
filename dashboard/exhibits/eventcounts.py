"""What the numbers of an event's reading count, and what stands near them."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from dashboard.database import Asked
from dashboard.exhibits.eventrecord import Record
from dashboard.exhibits.exhibit import Count
from dashboard.readings.event import WORDS
from dashboard.readings.prose import counted, is_missing, number, plural, text
from dashboard.readings.wording import ORDER, Row, is_counted, why_not_counted

NAMED = {"label": "Who"}
HELD = {"pledger": "Of", "status_label": "Position", "announced_on": "Last said", "summary": "What was said"}
MOVES = {
    "announced_on": "Day",
    "pledger": "Of",
    "kind_label": "On",
    "old_status": "Before",
    "new_status": "After",
    "summary": "What was said",
}
SAID = {"said_on": "Day", "speaker": "Speaker", "actor": "For", "summary": "In short"}
NO_MOVE = {
    "first_record": "a first record is no move",
    "conditions_changed": "only the conditions changed",
    "restated": "said again, the same position",
}
NO_ANSWER = {
    "filed_under": "filed under the event, an answer to nothing said there",
    "same_topic": "on the same topic, not recorded as an answer",
}


def counts(record: Record) -> tuple[Count, ...]:
    """Who is named, what they had on record, what moved since, and what answered."""
    return (*of_troops(record), named(record), moved(record), answered(record))


def named(record: Record) -> Count:
    """The states named as taking part, of those reported; near them who else is named."""
    states = record.states()
    ids = {row["actor_id"] for row in states}
    others = [row for row in record.rows["participants"] if row["actor_id"] not in ids]
    reported = record.event.get("participants_reported")
    of_all = "" if is_missing(reported) else f" of {number(int(str(reported)))}"
    words = f"{len(states)}{of_all} {plural(len(states), 'state')} named"
    return told(words, states, others, _no_state, NAMED, record.participants)


def _no_state(row: Row) -> str:
    return "the positions are on Ukraine, which takes none itself" if row["actor_id"] == "UKR" else "no state"


def of_troops(record: Record) -> list[Count]:
    """The states with a position on ground troops on record; then each position with who held it."""
    held = record.on_troops()
    known = {row["pledger_id"] for row in held}
    silent = [{**row, "pledger": row["label"]} for row in record.states() if row["actor_id"] not in known]
    words = f"{len(held)} of {len(record.states())} with a position on ground troops"
    every = told(words, held, silent, lambda _: "no position on record by that day", HELD, record.standing)
    return [every, *(held_as(record, status) for status in ORDER if status in WORDS and with_status(held, status))]


def held_as(record: Record, status: str) -> Count:
    """The states that held one position; near them all others with one."""
    held = record.on_troops()
    those = with_status(held, status)
    others = [row for row in held if row not in those]
    return told(f"{len(those)} {WORDS[status]}", those, others, _other, HELD, record.standing)


def with_status(held: Sequence[Row], status: str) -> list[Row]:
    """Those of the positions held that count as this one."""
    return [row for row in held if text(row["status"]) == status and is_counted(row)]


def _other(row: Row) -> str:
    return "another position" if is_counted(row) else f"not counted: {why_not_counted(row['counted_as'])}"


def moved(record: Record) -> Count:
    """The positions that moved since; near them whatever else they said that binds."""
    rows = record.moved.rows
    moves = [row for row in rows if row["change"] == "moved"]
    others = [row for row in rows if row["change"] != "moved"]
    words = f"{counted(len(moves), 'move')} since"
    return told(words, moves, others, lambda row: NO_MOVE[text(row["change"])], MOVES, record.moved)


def answered(record: Record) -> Count:
    """What answered; near it what was said on it without answering."""
    every = record.every_answer()
    rows, others = record.answered(), [row for row in every.rows if row["how"] != "answer"]
    words = counted(len(rows), "answer")
    return told(words, rows, others, lambda row: NO_ANSWER[text(row["how"])], SAID, every)


def told(
    words: str,
    rows: Sequence[Row],
    near: Sequence[Row],
    why: Callable[[Row], str],
    columns: Mapping[str, str],
    asked: Asked,
) -> Count:
    """A count of rows, each of those near it with the rule by which it doesn't count."""
    left = [{**row, "why": why(row)} for row in near]
    made = pd.DataFrame(rows) if rows else pd.DataFrame(columns=list(columns))
    return Count(words, made, pd.DataFrame(left) if left else pd.DataFrame(columns=[*columns, "why"]), columns, asked)
