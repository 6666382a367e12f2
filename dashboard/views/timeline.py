"""Timeline: what was said and done in a window, and who answered whom."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.timeline import timeline as timeline_exhibit


def timeline(desk: Desk) -> None:
    """Events and statements of the selection on lanes."""
    framed(desk, timeline_exhibit(desk.db, desk.selection, desk.catalogue), {"lanes": "Timeline"})
