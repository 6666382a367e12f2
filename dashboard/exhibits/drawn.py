"""Positions as the map draws them: of the voices asked for, and EU members by its own pledge if so asked."""

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.ledger import heard
from dashboard.queries.pledges import counted, eu_members
from dashboard.readings.wording import Row
from dashboard.readings.wording import rows as records
from dashboard.selection import Selection

EU = "EU"
NAMED = 3
Words = Mapping[str, Sequence[Row]]


def drawn(db: Database, selection: Selection, catalogue: Catalogue, positions: pd.DataFrame) -> pd.DataFrame:
    """The rows for the map, one or more per pledger, with what stood before each.

    A column `of_eu` marks those that are the EU's word.
    """
    words = counted(db, selection.kind_shown(catalogue), selection.phase_shown(catalogue))
    rows = with_before(heard(positions, selection.option("voices")), words)
    if selection.option("eu") != "members":
        return rows
    return by_eu(rows, eu_members(db, selection.day(catalogue)).frame)


def with_before(rows: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The rows with a column `before`, the last positions of theirs that counted (query ``counted``), newest first."""
    return rows.assign(before=pd.Series([before(row, words) for row in records(rows)], rows.index, dtype=object))


def before(row: Row, words: Words) -> list[Row]:
    """The last few positions of a row's pledger that counted before it; none where none did, or it never stood."""
    said = words.get(row["pledger_id"], ()) if row.get("earlier") else ()
    return [one for one in said if one["announced_on"] < row["announced_on"]][:NAMED]


def by_eu(rows: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """The EU's own positions in place of its members' (columns actor_id, label); unchanged where it has none."""
    own = rows[rows["pledger_id"] == EU]
    if own.empty:
        return rows
    others = rows[~rows["pledger_id"].isin(members["actor_id"])]
    copies = [
        own.assign(pledger_id=member["actor_id"], pledger=member["label"], of_eu=True)
        for member in members.to_dict("records")
    ]
    return pd.concat([others.assign(of_eu=False), *copies], ignore_index=True)


def eu_words(db: Database, selection: Selection, day: dt.date, rows: pd.DataFrame) -> list[str]:
    """What the map says of the EU's members, in a sentence, where they are to be coloured by its own position."""
    if selection.option("eu") != "members":
        return []
    if not (rows["pledger_id"] == EU).any():
        return ["No position of the EU itself is shown, so its members are coloured by their own."]
    count = len(eu_members(db, day).frame)
    return [f"On the map the {count} members of the EU are coloured by the EU’s own position, not by theirs."]
