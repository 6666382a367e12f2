"""Which events of a long window are named first, and by which words of their titles. Lengths in pixels."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeVar

from dashboard.figures.labels import shortened, text_width
from dashboard.readings.prose import MONTHS

SIZE = 12.5
MARGIN = 12.0
_LIMITS = (330.0, 230.0, 160.0)
_PINNED_LIMITS = (330.0, 230.0, 160.0, 110.0)
_FEWEST = 22
_HALVED = 110.0  # pixels of a title that may stand in two lines
# An addition that begins so is set off by the comma that the month would leave.
_SET_OFF = r"(?=\s(?!the\b|a\b|an\b))"


class Dated(Protocol):
    """What has a day and is pinned or not."""

    @property
    def day(self) -> date:
        """The first day."""

    @property
    def is_pinned(self) -> bool:
        """True for what is named whatever else is."""


T = TypeVar("T", bound=Dated)


def turns(ranked: Sequence[T], is_by_years: bool) -> Iterator[tuple[T, int | None]]:
    """Events in the order in which they are tried: the pinned; each year's until one is named; then all, by rank.

    With the year where it is the year's turn, else None; the years in the order of their chief events.
    """
    yield from ((one, None) for one in ranked if one.is_pinned)
    if is_by_years:
        for year in dict.fromkeys(one.day.year for one in ranked):
            yield from ((one, year) for one in ranked if one.day.year == year)
    yield from ((one, None) for one in ranked)


def words(title: str, day: date, pixels: float, is_pinned: bool, is_whole: bool) -> Iterator[str]:
    """The title whole, then cut shorter; where names stay whole only what can stand alone, unless it is pinned.

    A whole one stands in a line, or in two with a line break between them.
    """
    if is_whole:
        yield from names(title, day)
        yield from filter(None, map(halved, names(title, day)))
        if not is_pinned:
            return
    for limit in _PINNED_LIMITS if is_pinned else _LIMITS:
        cut = fullest(title, day, min(limit, pixels - MARGIN))
        if len(cut) >= min(_FEWEST, len(title)) or is_pinned:
            yield cut


@lru_cache(maxsize=4096)
def halved(words: str) -> str:
    """A long name in two lines as near in width as its words allow, "" for a short one."""
    if text_width(words, SIZE) < _HALVED:
        return ""
    told = words.split()
    lines = [(" ".join(told[:at]), " ".join(told[at:])) for at in range(1, len(told))]
    return "\n".join(min(lines, key=lambda both: name_width("\n".join(both)))) if lines else ""


def name_width(words: str, is_strong: bool = False) -> float:
    """Pixels of the wider line of a name."""
    return max(text_width(line, SIZE, is_strong) for line in words.split("\n"))


def fullest(title: str, day: date, limit: float) -> str:
    """As much of a title as ``limit`` pixels hold; its own month goes before it is cut."""
    whole = names(title, day)[0]
    return whole if text_width(whole, SIZE) <= limit < text_width(title, SIZE) else shortened(title, SIZE, limit)


@lru_cache(maxsize=4096)
def names(title: str, day: date) -> tuple[str, ...]:
    """From the fullest to the shortest, each of whole words that can stand alone: ``Summit in Paris: a declaration``.

    A month is left out, as the axis says it, only where it is the event's own; what follows a colon explains what
    stands before it.
    """
    month = re.escape(f", {MONTHS[day.month - 1]} {day.year}")
    told = re.sub(rf"{month}(?:$|(?=:)|,{_SET_OFF})", "", title)
    return tuple(dict.fromkeys((told, told.partition(": ")[0])))
