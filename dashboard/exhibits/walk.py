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
from dashboard.exhibits.statements import seek
from dashboard.queries import country
from dashboard.queries import ledger as ledgers
from dashboard.queries import play as asks
from dashboard.readings.prose import as_day, long_date, span
from dashboard.selection import Selection

DAY, WINDOW, STATEMENT = "change day", "window", "statement"
LEAST_DAYS = 28
MOST_DAYS = 60  # of a profile, the last ones
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


def place(selection: Selection, catalogue: Catalogue) -> tuple[dt.date | str | None, ...]:
    """What tells one step of a view from the others: its day or days, or its statement."""
    if selection.page == "statements":
        return (selection.focus,)
    if selection.page == "country":
        return (selection.day(catalogue),)
    return selection.window(catalogue) if selection.is_over_time else (selection.day(catalogue),)


def said(selection: Selection, catalogue: Catalogue) -> str:
    """A step in words: its day, its days, or what is read there."""
    if selection.page in (*CARDS, "statements"):
        return alone(selection).sentence(catalogue)
    shown = [day for day in place(selection, catalogue) if isinstance(day, dt.date)]
    return span(*shown) if len(shown) > 1 else f"As of {long_date(shown[0])}"


def alone(selection: Selection) -> Selection:
    """What is shown of a step: of one that opens a statement of a list its card, else the view itself."""
    is_opened = selection.page == "statements" and selection.focus
    return Selection("quote", focus=selection.focus) if is_opened else selection


def days(db: Database, selection: Selection, catalogue: Catalogue) -> Steps:
    """The view as of each day on which it changes, and as of its own."""
    found = {*changes(db, selection, catalogue), selection.day(catalogue)}
    return tuple(replace(selection, asof=day) for day in sorted(found))


def later_days(db: Database, selection: Selection, catalogue: Catalogue) -> Steps:
    """Two days: the first stays, the second is each later one on which the view changes."""
    first = selection.earlier_day(catalogue)
    found = days(db, replace(selection, asof2=first), catalogue)
    return tuple(step for step in found if step.day(catalogue) > first)


def told_days(db: Database, selection: Selection, catalogue: Catalogue) -> Steps:
    """A profile as of the last days on which a position of those shown changed, and as of its own."""
    if not selection.countries:
        return (selection,)
    covered = catalogue.covered_from, catalogue.covered_until
    rows = country.changes(db, selection.countries[:2], *covered).rows
    moved = sorted({day for row in rows if row["change"] != "restated" and (day := as_day(row["announced_on"]))})
    found = {*moved[-MOST_DAYS:], selection.day(catalogue)}
    return tuple(replace(selection, asof=day) for day in sorted(found))


def listed(db: Database, selection: Selection, catalogue: Catalogue) -> Steps:
    """A list of statements, then each of its page by itself; the one in focus too, wherever it stands."""
    found = seek(db, replace(selection, focus=None), catalogue)
    page, _ = found.page(selection.at)
    every = [str(row["statement_id"]) for row in found.rows(page)]
    if selection.focus and selection.focus not in every:
        every = [selection.focus, *every]
    return tuple(replace(selection, focus=one) for one in (None, *every))


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
    "pledges/compare": (DAY, later_days),
    "country/profile": (DAY, told_days),
    "statements/list": (STATEMENT, listed),
    "pledges/conditions": (DAY, days),
    "pledges/ledger": (DAY, ends),
    "network/network": (WINDOW, months),
    "network/matrix": (WINDOW, months),
    "network/actors": (WINDOW, months),
    "timeline/lanes": (WINDOW, windows),
}
