"""What the front page says in sentences: what changed since, what moved last, how much was collected."""

from typing import Any

import pandas as pd

from dashboard.readings.prose import MONTHS, as_day, counted, in_words, long_date, number, plural
from dashboard.readings.wording import Row, rows

MEASURE = "Counts of statements measure this collection, not diplomacy."


def later_changes(count: int, day: Any, listed: int | None = None) -> str:
    """How much changed after the day shown, and how much of it is `listed` where it leads: one sentence."""
    if count == 0:
        return f"No change is on record after {long_date(day)}."
    words = in_words(count)
    said = f"{words[0].upper()}{words[1:]} {plural(count, 'position')}"
    rest = f": see the last {in_words(listed)}" if listed and count > listed else ""
    return f"{said} moved or came on record after {long_date(day)}{rest}."


def reading_density(months: pd.DataFrame, dense_from: Any, dense_until: Any) -> str:
    """How much the collection holds (relation ``coverage_by_month``) and between which days it is dense."""
    found = rows(months)
    if not found:
        return "Nothing was collected."
    totals = {name: sum(int(row[name]) for row in found) for name in ("events", "statements", "pledges")}
    held = f"{counted(totals['events'], 'event')}, {counted(totals['statements'], 'statement')}"
    span = f"; it is dense from {long_date(dense_from)} to {long_date(dense_until)}"
    fullest = max(found, key=lambda row: int(row["statements"]))
    most = f"{_month(fullest)} has most, with {number(fullest['statements'])} statements"
    return f"The collection holds {held} and {counted(totals['pledges'], 'pledge')}{span}. {most}. {MEASURE}"


def _month(row: Row) -> str:
    day = as_day(row["month_starts_on"])
    return f"{MONTHS[day.month - 1]} {day.year}" if day else ""
