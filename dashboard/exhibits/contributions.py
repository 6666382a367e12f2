"""Contributions as an exhibit, in the part that is asked for: totals, months, agreements, announcements."""

from collections.abc import Callable

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits import aid, offers
from dashboard.exhibits.exhibit import Exhibit
from dashboard.selection import Selection

PARTS: dict[str, Callable[[Database, Selection, Catalogue], Exhibit]] = {
    "totals": aid.totals,
    "months": aid.months,
    "agreements": offers.agreements,
    "items": offers.items,
}


def contributions(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The part of the contributions that the selection asks for."""
    return PARTS[selection.option("part")](db, selection, catalogue)
