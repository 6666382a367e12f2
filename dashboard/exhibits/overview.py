"""Where things stand, as an exhibit."""

from dataclasses import replace

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.pledges import on_day
from dashboard.selection import Selection


def overview(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The positions of the as-of day, for a small map."""
    return replace(on_day(db, selection, catalogue), subject="overview", title="Where things stand", height=420)
