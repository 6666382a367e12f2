"""Strips with no more marks than a sheet can show: of what came within a few days of each other, the last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, TypeVar

from dashboard.readings.prose import counted

T = TypeVar("T")
Row = dict[str, Any]
MOST_MARKS = 700
STEPS = (2, 4, 7, 14, 30, 61, 91, 183, 366)


@dataclass(frozen=True)
class Thinned:
    """Periods to draw, and how many marks fell away that came within `days` of another; none as long as all fit."""

    periods: list[Row]
    left_out: int = 0
    days: int = 0

    def note(self) -> tuple[str, ...]:
        """What a reader must know of it."""
        if not self.left_out:
            return ()
        told = counted(self.left_out, "position")
        return (f"{told} said within {self.days} days before another aren’t drawn; the table has all of them.",)


def thinned(periods: list[Row], most: int = MOST_MARKS) -> Thinned:
    """The periods of all strips (`figures.strips.periods`), thinned in as small steps as makes them few enough."""
    every = marks(periods)
    if every <= most:
        return Thinned(periods)
    for days in STEPS:
        kept = [row for strip in by_voice(periods) for row in lasting(strip, days)]
        if marks(kept) <= most:
            break
    places = {row["pledge_id"]: place for place, row in enumerate(periods)}
    kept.sort(key=lambda row: places[row["pledge_id"]])
    return Thinned(kept, every - marks(kept), days)


def marks(periods: Iterable[Row]) -> int:
    """How many marks the periods are: each one, what was said again in it, and the remarks beside it."""
    return sum(1 + len(row["restated"]) + len(row["remarks"]) for row in periods)


def by_voice(periods: Iterable[Row]) -> Iterable[list[Row]]:
    """Periods that follow one another: those of one strip that count, or those that don't."""
    found: dict[tuple[str, bool], list[Row]] = {}
    for row in periods:
        found.setdefault((row["strip"], row["counted_as"] == "not_binding"), []).append(row)
    return found.values()


def lasting(strip: Sequence[Row], days: int) -> list[Row]:
    """The last period that begins in each step of so many days; each lasts until the next begins."""
    told = last_of_each([(row["starts_on"], row) for row in strip], days)
    kept = [row | {name: last_of_each([(said[0], said) for said in row[name]], days) for name in LISTS} for row in told]
    starts = {row["starts_on"] for row in strip}
    for row, after in pairwise(kept):
        row["ends_on"] = after["starts_on"] if row["ends_on"] in starts else row["ends_on"]
    return kept


LISTS = ("restated", "remarks")


def last_of_each(told: Iterable[tuple[date, T]], days: int) -> list[T]:
    """The last of what falls into each step of so many days."""
    return list({day.toordinal() // days: one for day, one in told}.values())
