"""What a presentation steps through: the days on which what is shown changes, or windows of the length shown."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd

from dashboard.address import CARDS
from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.netplay import window_ends
from dashboard.queries import ledger as ledgers
from dashboard.queries import play as asks
from dashboard.readings.prose import long_date, span
from dashboard.selection import Selection

DAY, WINDOW = "change day", "window"
LEAST_DAYS = 28
Steps = tuple[Selection, ...]


@dataclass(frozen=True)
class Walk:
    """Selections in order, which of them comes first, and what one is called; a view without steps is the only one."""

    steps: Steps
    at: int = 0
    one: str = ""


def walk(db: Database, selection: Selection, catalogue: Catalogue) -> Walk:
    """The steps of a view, the selection itself among them."""
    shape = f"{selection.page}/{selection.shape_shown()}"
    if shape not in WALKS or (shape == "pledges/conditions" and selection.option("over") == "all"):
        return Walk((selection,))
    one, steps_of = WALKS[shape]
    steps = steps_of(db, selection, catalogue)
    here = place(selection, catalogue)
    at = next((i for i, step in enumerate(steps) if place(step, catalogue) == here), 0)
    return Walk(steps, at, one) if len(steps) > 1 else Walk((selection,))


def place(selection: Selection, catalogue: Catalogue) -> tuple[dt.date, ...]:
    """The days that tell one step of a view from the others."""
    return selection.window(catalogue) if selection.is_over_time else (selection.day(catalogue),)


def said(selection: Selection, catalogue: Catalogue) -> str:
    """A step in words: its day, its days, or what is read there."""
    if selection.page in CARDS:
        return selection.sentence(catalogue)
    shown = place(selection, catalogue)
    return span(*shown) if len(shown) > 1 else f"As of {long_date(shown[0])}"


def days(db: Database, selection: Selection, catalogue: Catalogue) -> Steps:
    """The view as of each day on which it changes, and as of its own."""
    found = {*changes(db, selection, catalogue), selection.day(catalogue)}
    return tuple(replace(selection, asof=day) for day in sorted(found))


def ends(db: Database, selection: Selection, catalogue: Catalogue) -> Steps:
    """The ledger from its first day to each later one on which it changes, once there is a month, and to its last."""
    since, until = selection.window(catalogue)
    first = since + dt.timedelta(LEAST_DAYS)
    found = {until}
    for kind in ledgers.kinds(selection, catalogue):
        one = replace(selection, kind=kind["kind"], phase=kind["phase"])
        found |= {day for day in changes(db, one, catalogue) if day >= first}
    return tuple(replace(selection, since=since, until=day) for day in sorted(found))


def changes(db: Database, selection: Selection, catalogue: Catalogue) -> Iterable[dt.date]:
    """The days on which positions of the kind and phase change: of all, or of those that filters leave."""
    every = [day.date() for day in asks.change_days(db, selection, catalogue).frame["day"]]
    if not selection.narrowed_by():
        return every
    standing: dict[dt.date | None, set[int]] = {}
    for row, on in enumerate(asks.standing(db, selection, catalogue).frame["days"]):
        for day in on:
            standing.setdefault(pd.Timestamp(day).date(), set()).add(row)
    return [day for before, day in pairwise([None, *every]) if standing.get(day) != standing.get(before)]


def months(_db: Database, selection: Selection, catalogue: Catalogue) -> Steps:
    """Windows as long as the one shown, one ending with each month, and the one shown."""
    since, until = selection.window(catalogue)
    found = sorted({*window_ends(selection, catalogue), until})
    return tuple(replace(selection, since=end - (until - since), until=end) for end in found)


def windows(_db: Database, selection: Selection, catalogue: Catalogue) -> Steps:
    """Windows as long as the one shown, one after the other; the outermost overlap rather than being shorter."""
    since, until = selection.window(catalogue)
    reach, length = until - since, until - since + dt.timedelta(1)
    first, last = catalogue.covered_from, catalogue.covered_until - reach
    before, after = (since - first).days // length.days, (last - since).days // length.days
    starts = {since + count * length for count in range(-before, after + 1)}
    starts |= {start for start in (first, last) if first <= start <= last}
    return tuple(replace(selection, since=start, until=start + reach) for start in sorted(starts))


WALKS: dict[str, tuple[str, Callable[[Database, Selection, Catalogue], Steps]]] = {
    "overview/today": (DAY, days),
    "pledges/map": (DAY, days),
    "pledges/conditions": (DAY, days),
    "pledges/ledger": (DAY, ends),
    "network/network": (WINDOW, months),
    "network/matrix": (WINDOW, months),
    "network/actors": (WINDOW, months),
    "timeline/lanes": (WINDOW, windows),
}
