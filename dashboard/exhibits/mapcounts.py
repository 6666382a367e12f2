"""The numbers of the map's reading, each with the rows it counts and those near it that it leaves out."""

import pandas as pd

from dashboard.database import Asked
from dashboard.exhibits.exhibit import Count
from dashboard.readings.prose import text
from dashboard.readings.wording import ORDER, Row, heading, is_state, lowered, why_not_counted
from dashboard.readings.wording import rows as records

COLUMNS = {
    "pledger": "Pledger",
    "status_label": "Position",
    "announced_on": "Last said",
    "speaker": "Said by",
    "basis_label": "Whose word",
    "condition": "On condition of",
    "summary": "What was said",
}
NOT_COUNTED = COLUMNS | {"counted_label": "Counted"}
BINDING = "counted: the word of an office that binds, and on Ukraine where that matters"


def counts(table: pd.DataFrame, asked: Asked, kind: str) -> tuple[Count, ...]:
    """States by position, then those that aren't counted; `table` are the rows shown, `asked` all of that day.

    Near a position lie the states of the same position that don't count, organisations, and what filters leave out.
    """
    every = asked.frame.merge(table[["pledge_id", "counted_label"]], how="left", on="pledge_id")
    every = every.assign(why=[why(row, set(table["pledge_id"])) for row in records(every)])
    found = [of_status(status, every, asked, kind) for status in ORDER]
    return (*(count for count in found if len(count.rows)), apart(every, asked), *aged(every, asked))


def why(row: Row, shown: set[str]) -> str:
    """Why a row isn't counted as a state of its position; empty where it is."""
    if row["pledge_id"] not in shown:
        return "left out by the filters or the choice of voices"
    if not is_state(row["pledger_id"]):
        return "an organisation: one pledger, named apart from states"
    reason = why_not_counted(row["counted_as"])
    return f"not counted: {reason}" if reason else ""


def of_status(status: str, every: pd.DataFrame, asked: Asked, kind: str) -> Count:
    """The states counted in a position."""
    near = every[every["status"] == status]
    rows = near[near["why"] == ""]
    words = heading(status, kind, {text(one) for one in rows["instrument"]} - {""})
    return Count(f"{len(rows)} {lowered(words)}", rows, near[near["why"] != ""], COLUMNS, asked)


def apart(every: pd.DataFrame, asked: Asked) -> Count:
    """The states that aren't counted, each with its reason; near them, those that are."""
    is_apart = every["why"].map(lambda said: said.startswith("not counted")).astype(bool)
    rows, counted = every[is_apart], every[every["why"] == ""].assign(why=BINDING)
    return Count(f"{len(rows)} not counted", rows, counted, NOT_COUNTED, asked)


def aged(every: pd.DataFrame, asked: Asked) -> tuple[Count, ...]:
    """The counted states whose word is older than 180 days, where there are any; near them, those said since."""
    counted = every[every["why"] == ""]
    is_aged = counted["is_aged"].fillna(value=False).astype(bool)
    if not is_aged.any():
        return ()
    words = f"{is_aged.sum()} of the {len(counted)} counted not repeated for 180 days"
    fresh = counted[~is_aged].assign(why="said within 180 days before this day")
    return (Count(words, counted[is_aged], fresh, COLUMNS, asked),)
