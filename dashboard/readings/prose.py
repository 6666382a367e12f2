"""Words that every screen shares: dates, lists, numbers, plurals. British English."""

from collections.abc import Iterable
from datetime import date, datetime
from math import floor, log10
from typing import Any

import pandas as pd

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Decimals beyond which a sum of fractions differs from a whole number by its way of counting alone.
_NOISE = 6
_APPROXIMATE = {"about": "about ", "by": "by "}


def is_missing(value: Any) -> bool:
    """True for None, NaN, NaT and the empty string; a list or array is missing when it is empty."""
    if value is None or isinstance(value, str):
        return not value
    if isinstance(value, int | float | date):
        return bool(value != value)
    if hasattr(value, "__len__"):
        return len(value) == 0
    return bool(pd.isna(value))


def text(value: Any) -> str:
    """The value as text; an empty string for what is missing."""
    if type(value) is str:
        return value
    return "" if is_missing(value) else str(value)


def items(value: Any) -> list[Any]:
    """A list cell as a list; empty for what is missing."""
    return [] if is_missing(value) else list(value)


def shortened(words: str, most: int = 90) -> str:
    """Words as a label: whole ones, as many as there is room for."""
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0].rstrip(',;:.–')}…"


def as_day(value: Any) -> date | None:
    """A date from a date, timestamp or ISO text; None for what is missing."""
    if type(value) is date:
        return value
    if is_missing(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])


def long_date(value: Any, precision: Any = "on") -> str:
    """``4 September 2025``; ``about 4 September 2025`` or ``by …`` where the day itself isn't certain."""
    day = as_day(value)
    if day is None:
        return ""
    return f"{_APPROXIMATE.get(text(precision), '')}{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(value: Any, precision: Any = "on") -> str:
    """``4 Sep 2025``, with ``about`` or ``by`` where the day itself isn't certain."""
    day = as_day(value)
    if day is None:
        return ""
    return f"{_APPROXIMATE.get(text(precision), '')}{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def span(since: Any, until: Any) -> str:
    """``1–30 September 2025``, ``1 June – 3 July 2025``, ``1 December 2024 – 13 March 2026``; both ends included."""
    start, end = as_day(since), as_day(until)
    if start is None or end is None or start == end:
        return long_date(start or end)
    if start.year != end.year:
        return f"{long_date(start)} – {long_date(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]} – {long_date(end)}"
    return f"{start.day}–{long_date(end)}"


def listed(words: Iterable[str], most: int | None = None) -> str:
    """``France, Germany and Poland``; with ``most``, ``France, Germany and 3 more``."""
    parts = [word for word in words if word]
    if most is not None and len(parts) > most + 1:
        parts = [*parts[:most], f"{len(parts) - most:,} more"]
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def number(value: Any, decimals: int = 0) -> str:
    """``12,300``; empty for what is missing."""
    return "" if is_missing(value) else f"{float(value):,.{decimals}f}"


def figure(value: Any) -> str:
    """A number of a table as it is: ``12,300`` where it is whole, else ``11.64``, ``0.20``, ``0.0023``.

    A fraction keeps two decimals, or two digits behind its zeros; empty for what is missing.
    """
    if is_missing(value) or round(float(value), _NOISE) == round(float(value)):
        return number(value)
    small = -floor(log10(abs(float(value)))) + 1
    return number(value, max(small, 2))


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """``1 state``, ``15 states``, ``no states``."""
    word = singular if count == 1 else plural or f"{singular}s"
    return f"{'no' if count == 0 else number(count)} {word}"


def plural(count: int, singular: str, many: str | None = None) -> str:
    """The noun alone, in the number that ``count`` asks for."""
    return singular if count == 1 else many or f"{singular}s"


def in_words(count: int) -> str:
    """``three`` below ten, ``15`` from ten on."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else number(count)


def two(*told: str) -> str:
    """The first two sentences of those that say something."""
    return " ".join([one for one in told if one][:2])


def sentence(words: str) -> str:
    """First letter upper case, one full stop at the end."""
    said = words.strip()
    if not said:
        return ""
    return said[0].upper() + said[1:] + ("" if said[-1] in ".!?…" else ".")


def ago(days: Any) -> str:
    """How long ago, in words: ``that day``, ``12 days earlier``, ``7 months earlier``, ``2 years earlier``."""
    if is_missing(days):
        return ""
    count = int(days)
    if count <= 0:
        return "that day"
    if count < 60:
        return f"{counted(count, 'day')} earlier"
    months = round(count / 30.44)
    if months < 24:
        return f"{counted(months, 'month')} earlier"
    return f"{counted(round(count / 365.25), 'year')} earlier"
