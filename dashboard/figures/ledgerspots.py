"""Where the marks in the ledger's strips stand: each at its day, none on another."""

import math
from datetime import datetime, time, timedelta

from dashboard.figures.ledgersheet import Sheet
from dashboard.figures.strips import Row

APART, FARTHEST = 8.0, 6.0  # pixels from mark to mark, and how far from its day one stands at most


def spots(periods: list[Row], sheet: Sheet) -> dict[str, str]:
    """Where the mark of each pledge stands: at its day, a little later where it would cover the one before it."""
    found: dict[str, str] = {}
    for row in periods:
        said = [(day, pledge_id) for day, pledge_id, *_ in (*row["restated"], *row["remarks"])]
        last = -math.inf
        for day, pledge_id in sorted(said):
            at = sheet.pixels((day - sheet.since).days)
            place = min(max(at, last + APART), at + FARTHEST)
            later = timedelta(days=(place - at) / sheet.pixels(1))
            found[pledge_id] = (datetime.combine(day, time.min) + later).isoformat() if later else day.isoformat()
            last = place
    return found
