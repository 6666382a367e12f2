"""Overview: where things stand, what changed last, how much was collected."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.overview import overview as overview_exhibit


def overview(desk: Desk) -> None:
    """Where things stand on the as-of day."""
    framed(desk, overview_exhibit(desk.db, desk.selection, desk.catalogue), {"today": "Today"})
