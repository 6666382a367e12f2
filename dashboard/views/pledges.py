"""Pledges: who stands where on a day, and how that came to be."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.pledges import pledges as pledges_exhibit

SHAPES = {
    "map": "Map",
    "ledger": "Ledger",
    "compare": "Two days",
    "conditions": "Conditions",
    "contributions": "Contributions",
}


def pledges(desk: Desk) -> None:
    """The positions of the selection in its shape."""
    framed(desk, pledges_exhibit(desk.db, desk.selection, desk.catalogue), SHAPES)
