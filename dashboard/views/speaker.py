"""A speaker."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.speaker import speaker as speaker_exhibit


def speaker(desk: Desk) -> None:
    """All speakers."""
    framed(desk, speaker_exhibit(desk.db, desk.selection, desk.catalogue), {})
