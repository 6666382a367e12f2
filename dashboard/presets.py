"""Ready-made selections: the spans and debates that most readers come for. No Streamlit."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from dashboard.catalogue import Catalogue

DENSE_DAYS = 90
INVASION = dt.date(2022, 2, 24)
NO_DAYS: dict[str, Any] = {"since": None, "until": None, "asof": None, "asof2": None, "phase": None}


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


def preset(name: str, catalogue: Catalogue) -> dict[str, Any]:
    """The fields of the selection that a preset sets; days and phase that it doesn't name are at their defaults."""
    return {**NO_DAYS, "categories": (), **PRESETS[name](catalogue)}
