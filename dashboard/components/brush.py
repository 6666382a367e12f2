"""A brush along the strip of weeks sets the days of the window."""

import datetime as dt
from collections.abc import Callable

from dashboard.catalogue import Catalogue
from dashboard.desk import change


def days_within(first: dt.date, last: dt.date, catalogue: Catalogue) -> tuple[dt.date, dt.date]:
    """Two days in order, each moved to the nearest that the collection covers."""
    start, end = sorted((first, last))
    low, high = catalogue.covered_from, catalogue.covered_until
    return min(max(start, low), high), max(min(end, high), low)


def brush(catalogue: Catalogue) -> Callable[[dt.date, dt.date], None]:
    """What a chart calls with the first and the last day brushed; takes effect in the next run."""

    def brushed(first: dt.date, last: dt.date) -> None:
        since, until = days_within(first, last, catalogue)
        change(since=since, until=until)

    return brushed
