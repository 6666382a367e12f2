"""Which of a view's statements gives the rows of its table, and what is left out of them."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from dashboard.database import Asked
from dashboard.exhibits.exhibit import Exhibit

KEYS = ("pledge_id", "item_id", "statement_id", "event_id", "speaker_id", "actor_id")
TIE = ["source_id", "target_id"]


@dataclass(frozen=True)
class Origin:
    """The statement nearest to the table, its `place` from 1, and the Python that keeps the table's rows of its own.

    `narrowing` is empty where all of its rows are the table's, None where the table isn't made of them alone.
    """

    asked: Asked
    place: int
    narrowing: str | None
    shown: int

    @property
    def is_alone(self) -> bool:
        """Whether the table's rows are rows of this statement."""
        return self.narrowing is not None

    @property
    def words(self) -> str:
        """That the rows of the table are no statement's own, for the head of a script."""
        return (
            f"The {self.shown} rows of the table (CSV) are put together in Python from what these statements give:"
            " none of them gives those rows alone."
        )


def origin(exhibit: Exhibit) -> Origin | None:
    """The origin of an exhibit's rows: the statement with most of their columns, then most rows; None without any."""
    table = exhibit.table
    rated = [(len(set(one.frame) & set(table)), len(one.frame), -at) for at, one in enumerate(exhibit.asked)]
    if not rated:
        return None
    at = -max(rated)[2]
    asked = exhibit.asked[at]
    return Origin(asked, at + 1, narrowing(table, asked.frame), len(table))


def narrowing(table: pd.DataFrame, rows: pd.DataFrame) -> str | None:
    """The code that keeps the rows shown; empty where all are, None where no such code gives as many."""
    if not set(table) & set(rows):
        return None
    if len(table) == len(rows):
        return ""
    return next((code for mask, code in ways(table, rows) if int(mask.sum()) == len(table)), None)


def ways(table: pd.DataFrame, rows: pd.DataFrame) -> Iterator[tuple["pd.Series[bool]", str]]:
    """Ways to keep the rows shown: by their ids, by both ends of a tie, by what the statement says itself."""
    for name in KEYS:
        if name in table and name in rows and table[name].notna().all():
            known = list(dict.fromkeys(str(value) for value in table[name]))
            yield rows[name].isin(known), f"rows = rows[rows[{name!r}].isin({known!r})]"
    if set(TIE) <= set(table) & set(rows):
        ties = [">".join(pair) for pair in table[TIE].astype(str).to_numpy()]
        code = f'rows = rows[(rows["source_id"] + ">" + rows["target_id"]).isin({ties!r})]'
        yield (rows["source_id"] + ">" + rows["target_id"]).isin(ties), code
    if "is_shown" in rows:
        yield rows["is_shown"].astype(bool), 'rows = rows[rows["is_shown"]]'
