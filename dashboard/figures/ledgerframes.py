"""Frames on the ledger: dashed where its speaker had left office, bold around what is in focus."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dashboard.figures.ledgersheet import WIDE, Sheet, is_visible
from dashboard.figures.strips import Row, said_days
from dashboard.readings.prose import text
from dashboard.readings.wording import is_counted, is_previous


def previous(periods: list[Row], sheet: Sheet) -> list[dict[str, Any]]:
    """Dashed frames from the day on which its speaker had left office, until somebody says it again."""
    gone = [(row, *span) for row in periods if is_counted(row) for span in after_office(row)]
    return [
        _box(row, sheet, max(left, sheet.since), min(right, sheet.until), "left office")
        | {"line": {"color": sheet.theme.ink, "width": 1.6, "dash": "4px,3px"}}
        for row, left, right in gone
        if left <= sheet.until and right > sheet.since
    ]


def edges(row: Row) -> list[date]:
    """Days on which a dashed frame of a period begins or ends."""
    return sorted({day for span in after_office(row) for day in span}) if is_counted(row) else []


def after_office(row: Row) -> Iterator[tuple[date, date]]:
    """Spans of a period for which whoever said it last was out of office; none at the end if back in it there."""
    said = said_days(row)
    for index, (day, pledge_id) in enumerate(said):
        is_last = index + 1 == len(said)
        stop = row["ends_on"] if is_last else said[index + 1][0]
        left = row["left"].get(pledge_id)
        is_back = is_last and text(row["in_office"]) in ("in_office", "not_known")
        start = max(left, day) if left else (day if is_last and is_previous(row) else None)
        if start and start < stop and not is_back:
            yield start, stop


def focused(periods: list[Row], sheet: Sheet, focus: str | None) -> list[dict[str, Any]]:
    """A frame around the period in focus, by one of its pledges; around the whole strip, by its pledger."""
    if not focus:
        return []
    rows = [
        row
        for row in periods
        if is_visible(row, sheet)
        and focus in (row["pledger_id"], *row["said_doubts"], *(pledge_id for _, pledge_id, _ in row["remarks"]))
    ]
    line = {"color": sheet.theme.ink, "width": 2.2}
    return [
        _box(row, sheet, max(row["starts_on"], sheet.since), min(row["ends_on"], sheet.until), "focus") | {"line": line}
        for row in rows
    ]


def _box(row: Row, sheet: Sheet, left: date, right: date, name: str) -> dict[str, Any]:
    at = sheet.places[row["strip"]]
    place = {"x0": left.isoformat(), "x1": right.isoformat(), "y0": at - WIDE / 2, "y1": at + WIDE / 2}
    return {"type": "rect", "name": name, **place}
