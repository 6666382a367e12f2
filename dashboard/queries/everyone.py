"""Questions about some countries, rows or days, picked out of the answer about all, asked once per release."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.database import Asked, Database
from dashboard.records import picked, records

ACTORS = "select actors.actor_id from actors order by actors.actor_id"
MOST_CELLS = 200_000  # what is kept of one question; a larger answer is asked anew for those who are meant
LATEST, ALL = dt.date(9999, 12, 31), 1_000_000


class Whole(NamedTuple):
    """The answer about everyone, the places of each actor's rows in it, and the day from which a row holds."""

    frame: pd.DataFrame
    places: Mapping[str, Sequence[int]]
    days: Sequence[Any]


def of_some(
    db: Database,
    sql: str,
    some: Sequence[str],
    *,
    of: str = "actor_id",
    named: str = "actors",
    by: tuple[str, str] | None = None,
    **more: Any,
) -> Asked:
    """What `sql` answers about these, whom the column `of` and the parameter `named` name: actors, or any rows' ids.

    `by` is the column of a day and the parameter after which no row's day may be; a row without a day is before all.
    """
    question = {named: list(some), **more}
    fixed = {name: value for name, value in more.items() if by is None or name != by[1]}
    whole = db.kept(f"everyone: {sql} {fixed}", lambda: _whole(db, sql, of, named, by, fixed))
    if whole is None:
        return db.ask(sql, **question)
    places = sorted(place for one in {*some} for place in whole.places.get(one, ()))
    if by is not None:
        until = pd.Timestamp(more[by[1]])
        places = [place for place in places if not whole.days[place] > until]
    return Asked(picked(whole.frame, places), sql.strip(), question)


def newest(db: Database, sql: str, column: str, until: dt.date, most: int, **named: Any) -> Asked:
    """The first `$listed` rows of `sql`, newest first, none of which has a day in `column` after `$until`."""
    question = {**named, "until": until, "listed": most}
    every = {**named, "until": LATEST, "listed": ALL}
    whole = db.kept(f"newest: {sql} {named}", lambda: db.at_most(MOST_CELLS, sql, **every))
    if whole is None:
        return db.ask(sql, **question)
    first = int(whole[column].gt(pd.Timestamp(until)).sum())
    return Asked(picked(whole, list(range(len(whole)))[first : first + most]), sql.strip(), question)


def _whole(
    db: Database, sql: str, of: str, named: str, by: tuple[str, str] | None, fixed: Mapping[str, Any]
) -> Whole | None:
    """None where the answer is too large to be kept. Of rows all are asked for by naming none."""
    everyone = list(db.query(ACTORS)["actor_id"]) if named == "actors" else None
    frame = db.at_most(MOST_CELLS, sql, **{**fixed, **({by[1]: LATEST} if by else {}), named: everyone})
    if frame is None:
        return None
    places: dict[str, list[int]] = {}
    rows = records(frame)
    for place, row in enumerate(rows):
        places.setdefault(row[of], []).append(place)
    return Whole(frame, places, [row[by[0]] for row in rows] if by else [])
