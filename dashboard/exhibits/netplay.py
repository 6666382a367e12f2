"""The network over time as something to play: windows of the length shown, one ending with each month."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Play
from dashboard.figures.netfilm import netfilm
from dashboard.figures.netnodes import taking_room
from dashboard.figures.theme import theme
from dashboard.queries import network as asks
from dashboard.selection import Selection

FILM = "api/network/days"
LEAST = 2


def play(selection: Selection, catalogue: Catalogue) -> Play | None:
    """The last days of the windows; None where the data covers but one, or a focus holds the picture.

    All windows of one length are one film, whichever of them is on screen.
    """
    since, until = selection.window(catalogue)
    ends = window_ends(selection, catalogue)
    if len(ends) < LEAST or selection.focus:
        return None
    length = until - since
    last = selection.but(form=None, since=catalogue.covered_until - length, until=catalogue.covered_until)
    return Play(
        days=ends,
        thin=tuple(not catalogue.is_dense(end) for end in ends),
        day=until,
        is_thin=not (catalogue.is_dense(since) and catalogue.is_dense(until)),
        at=max(sum(end <= until for end in ends) - 1, 0),
        query=urlencode(last.to_query(catalogue) | {"release": [catalogue.release]}, doseq=True),
        film=FILM,
        length=length.days + 1,
    )


def window_ends(selection: Selection, catalogue: Catalogue) -> tuple[dt.date, ...]:
    """The last day of each month, and of the data, whose window of the length shown is covered."""
    since, until = selection.window(catalogue)
    first = catalogue.covered_from + (until - since)
    months = ((year, month) for year in range(first.year, catalogue.covered_until.year + 1) for month in range(1, 13))
    ends = [dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1) for year, month in months]
    return (*(end for end in ends if first <= end < catalogue.covered_until), catalogue.covered_until)


def film_of(db: Database, selection: Selection, catalogue: Catalogue, look: str, width: int) -> dict[str, Any]:
    """The ties of every window under the selection's filters and fold: light or dark, for `width` pixels."""
    since, until = selection.window(catalogue)
    ends = window_ends(selection, catalogue)
    rows = asks.frames(db, selection, ends, (until - since).days + 1).frame
    by_end = dict(tuple(rows.groupby(rows["until"].dt.date)))
    frames = [by_end.get(end, rows.iloc[:0]).reset_index(drop=True) for end in ends]
    places = taking_room(asks.places(db).frame, selection.option("fold"))
    return netfilm(frames, places, theme(look), width)
