"""The rows behind a ledger: as a table, and as the numbers of its reading."""

from collections.abc import Mapping

import pandas as pd

from dashboard.database import Asked
from dashboard.exhibits.exhibit import Count
from dashboard.exhibits.positions import in_words
from dashboard.exhibits.rows import doubt_words, recorded
from dashboard.readings.wording import rows as records

KIND_COLUMN = {"kind_label": "Kind"}
CHANGE_COLUMNS = {
    "announced_on": "Day",
    "pledger": "Pledger",
    "change_label": "Change",
    "old_label": "Before",
    "new_label": "After",
    "doubt_label": "Doubts",
    "said_by": "Said by",
    "new_office": "Office",
    "basis_label": "Whose word",
    "summary": "What was said",
    "sources": "Sources",
}
CHANGES = {
    "first_record": "First record",
    "moved": "Moved",
    "restated": "Said again",
    "conditions_changed": "Conditions changed",
    "remark": "Remark that doesn’t bind",
}
STANDING_COLUMNS = {
    "pledger": "Pledger",
    "status_label": "Position",
    "announced_on": "Last said",
    "basis_label": "Whose word",
    "summary": "What was said",
}
NO_MOVE = {
    "first_record": "nothing that counts stood before it: a first record, not a move",
    "restated": "the same position was said again",
    "conditions_changed": "the position stayed; its conditions or place changed",
    "remark": "the voice doesn’t bind",
}


def changes_table(rows: pd.DataFrame, statuses: Mapping[str, str]) -> pd.DataFrame:
    """Changes as they are downloaded, with words for codes and the number of sources."""
    told = records(rows)
    return rows.assign(
        change_label=[CHANGES[row["change"] if row["is_counting"] else "remark"] for row in told],
        old_label=in_words(told, statuses, "old_status"),
        new_label=in_words(told, statuses, "new_status"),
        doubt_label=[doubt_words(row["doubts"]) for row in told],
        said_by=[recorded(row["new_speaker"]) for row in told],
        sources=[len(row["source_ids"]) for row in told],
    )


def counts(standing: pd.DataFrame, table: pd.DataFrame, stood: Asked, said: Asked) -> tuple[Count, ...]:
    """The numbers of the reading for the first kind: on record at the end; moved within the window."""
    return on_record(standing, stood), moved(table[table["kind"] == stood.parameters["kind"]], said)


def on_record(standing: pd.DataFrame, stood: Asked) -> Count:
    """Who has a position that counts on the last day, and who has one that doesn't, or that the filters leave out."""
    binds = standing["counted_as"] != "not_binding"
    hollow = standing[~binds].assign(why="on record only by a voice that doesn’t bind")
    every = stood.frame[~stood.frame["pledger_id"].isin(standing["pledger_id"])]
    rest = every.assign(why="left out by the filters or the choice of voices")
    left = pd.concat([hollow, rest], ignore_index=True)
    return Count(f"{int(binds.sum())} on record on the last day", standing[binds], left, STANDING_COLUMNS, stood)


def moved(table: pd.DataFrame, said: Asked) -> Count:
    """The moves of the window, and what was said in it that is none."""
    change = table["change"].where(table["is_counting"], "remark")
    is_move = change == "moved"
    left = table[~is_move].assign(why=change[~is_move].map(NO_MOVE))
    return Count(f"{int(is_move.sum())} moves", table[is_move], left, CHANGE_COLUMNS, said)
