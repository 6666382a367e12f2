"""Ready-made selections: the spans and debates that most readers come for. No Streamlit."""

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

from dashboard.catalogue import Catalogue

DENSE_DAYS = 90
INVASION = dt.date(2022, 2, 24)
BLANK: dict[str, Any] = {
    "since": None,
    "until": None,
    "asof": None,
    "asof2": None,
    "phase": None,
    "categories": (),
}


def dense(catalogue: Catalogue) -> dict[str, Any]:
    """The last ninety days that were collected densely."""
    until = catalogue.dense_until
    return {"since": clamped(until - dt.timedelta(DENSE_DAYS - 1), catalogue), "until": until}


def summits(catalogue: Catalogue) -> dict[str, Any]:
    """The year 2025, events narrowed to summits."""
    days = year(2025, catalogue)
    return {**days, "categories": ("summit",) if "summit" in catalogue.labels.get("event_category", {}) else ()}


def wartime(catalogue: Catalogue) -> dict[str, Any]:
    """The debate of 2024 on sending troops during the war."""
    return {**year(2024, catalogue), "phase": "wartime", "kind": None}


def invasion(catalogue: Catalogue) -> dict[str, Any]:
    """From the day of the invasion to the last day covered."""
    return {"since": clamped(INVASION, catalogue), "until": catalogue.covered_until}


def year(number: int, catalogue: Catalogue) -> dict[str, Any]:
    """A calendar year, positions as of its last day."""
    last = clamped(dt.date(number, 12, 31), catalogue)
    return {"since": clamped(dt.date(number, 1, 1), catalogue), "until": last, "asof": last}


def clamped(day: dt.date, catalogue: Catalogue) -> dt.date:
    """The day, or the nearest one that the data covers."""
    return min(max(day, catalogue.covered_from), catalogue.covered_until)


PRESETS: dict[str, Callable[[Catalogue], dict[str, Any]]] = {
    "The last 90 dense days": dense,
    "The summits of 2025": summits,
    "The wartime debate of 2024": wartime,
    "Since the invasion": invasion,
}


def offers(honoured: Collection[str], catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """Preset → the fields of the selection that it sets, for a page that honours these fields.

    Fields that the page doesn't honour are left alone; a preset that would set none of those it does isn't offered.
    """
    found = {}
    for name, fields in PRESETS.items():
        named = {field: value for field, value in fields(catalogue).items() if field in honoured}
        if named:
            blank = {field: value for field, value in BLANK.items() if field in honoured}
            found[name] = {**blank, **named}
    return found
