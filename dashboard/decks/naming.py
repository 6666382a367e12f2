"""What a deck is called, and what it is about."""

import datetime as dt
from collections.abc import Collection, Sequence

from dashboard.exhibits.exhibit import Exhibit
from dashboard.readings.prose import counted, long_date


def title_of(exhibits: Sequence[Exhibit]) -> str:
    """The first view's title, and how many more there are."""
    rest = len(exhibits) - 1
    more = f" and {counted(rest, 'more view')}" if rest else ""
    return f"{exhibits[0].title}{more}"


def subject_of(days: Collection[tuple[dt.date, ...]], release: str) -> str:
    """The release, and the as-of day where all slides have the same; `days` are each view's."""
    told = next(iter(set(days))) if len(set(days)) == 1 else ()
    day = f", as of {long_date(told[0])}" if len(told) == 1 else ""
    return f"Security guarantees for Ukraine{day}; release {release}"
