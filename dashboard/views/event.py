"""An event."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.event import event as event_exhibit


def event(desk: Desk) -> None:
    """All events."""
    framed(desk, event_exhibit(desk.db, desk.selection, desk.catalogue), {})
