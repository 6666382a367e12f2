"""How much the collection holds by month and by week, as tables: the rows of the small charts of a page. HTML."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from html import escape
from itertools import groupby
from typing import Any

from dashboard.figures.strip import QUADS, WORDS
from dashboard.figures.theme import Theme
from dashboard.parts.profile import grid
from dashboard.readings.prose import MONTHS, as_day, number, span
from dashboard.readings.wording import Row

KINDS = ("Events", "Statements", "Pledges")


def by_month(months: Iterable[Row], theme: Theme) -> str:
    """A line per month (relation ``coverage_by_month``), the latest first, with what was collected of it."""
    lines = [
        (f"{MONTHS[day.month - 1][:3]} {day.year}", *(number(row[kind.lower()]) for kind in KINDS))
        for row in months
        if (day := as_day(row["month_starts_on"]))
    ]
    return _table("Month", KINDS, lines[::-1], "How much was collected, by month", theme)


def by_week(weeks: Iterable[Row], theme: Theme) -> str:
    """A line per week (``week_starts_on``, ``quad_class``, ``items``) that holds anything, the latest first."""
    lines = list[tuple[str, ...]]()
    for first, rows in groupby(sorted(weeks, key=_week), _week):
        found = {row["quad_class"]: int(row["items"]) for row in rows}
        counts = (sum(found.values()), *(found.get(quad, 0) for quad in QUADS))
        lines.append((escape(span(first, first + timedelta(days=6))), *map(number, counts)))
    heads = ("All", *(WORDS[quad].capitalize() for quad in QUADS))
    return _table("Week", heads, lines[::-1], "How much each week holds", theme)


def _week(row: Row) -> Any:
    return as_day(row["week_starts_on"])


def _table(first: str, heads: Sequence[str], lines: Sequence[Sequence[str]], title: str, theme: Theme) -> str:
    table = grid((first, *heads), lines, title, "g-numbers")
    kind = f"g-data g-column theme-{theme.name}"
    return f'<section class="{kind}"><h2>{escape(title)}</h2>{table}</section>' if table else ""
