"""Steps from one window of days to the next of the same length."""

import datetime as dt

from dashboard.catalogue import Catalogue
from dashboard.parts.tieparts import Windows


def windows(since: dt.date, until: dt.date, catalogue: Catalogue) -> Windows:
    """The window with its neighbours of the same length; the outermost are cut to what is covered."""
    length = until - since + dt.timedelta(1)
    before = max(since - length, catalogue.covered_from), since - dt.timedelta(1)
    after = until + dt.timedelta(1), min(until + length, catalogue.covered_until)
    return Windows((since, until), before if before[0] <= before[1] else None, after if after[0] <= after[1] else None)
