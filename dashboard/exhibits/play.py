"""Positions over time as something to play: the days on which they change, and what the map shows on each."""

import datetime as dt
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.drawn import drawn
from dashboard.exhibits.exhibit import Play
from dashboard.figures.film import film
from dashboard.figures.theme import theme
from dashboard.queries import play as asks
from dashboard.queries.pledges import states
from dashboard.selection import Selection

LEAST = 2


def play(db: Database, selection: Selection, catalogue: Catalogue) -> Play | None:
    """The change days of the selection's kind and phase; None where there is nothing to play."""
    days = change_days(db, selection, catalogue)
    if len(days) < LEAST:
        return None
    asof = selection.day(catalogue)
    every_day = replace(selection, asof=None, shape=None, form=None)
    return Play(
        days=days,
        thin=tuple(not catalogue.is_dense(day) for day in days),
        day=asof,
        is_thin=not catalogue.is_dense(asof),
        at=max(sum(day <= asof for day in days) - 1, 0),
        query=urlencode(every_day.to_query(catalogue) | {"release": [catalogue.release]}, doseq=True),
    )


def change_days(db: Database, selection: Selection, catalogue: Catalogue) -> tuple[dt.date, ...]:
    """The days on which a position of the selection's kind and phase was taken or said again, in order."""
    return tuple(day.date() for day in asks.change_days(db, selection, catalogue).frame["day"])


def film_of(db: Database, selection: Selection, catalogue: Catalogue, look: str, width: int) -> dict[str, Any]:
    """The map on every change day, under the selection's filters and settings: light or dark, for `width` pixels."""
    positions = drawn(db, selection, catalogue, asks.standing(db, selection, catalogue).frame)
    days = change_days(db, selection, catalogue)
    framing = selection.option("framing")
    return film(positions, days, states(db).frame, theme(look), framing, selection.focus, width)
