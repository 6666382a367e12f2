"""An event as an exhibit."""

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.rows import source_ids
from dashboard.queries import event as asks
from dashboard.selection import Selection

COLUMNS = {"starts_on": "Day", "title": "Event", "place": "Place"}


def event(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """All events."""
    asked = asks.everything(db)
    return Exhibit(
        subject="event",
        shape=selection.shape_shown(),
        is_table=True,
        title="Events",
        sentence=selection.sentence(catalogue),
        reading="",
        table=asked.frame,
        columns=COLUMNS,
        shown=len(asked.frame),
        total=len(asked.frame),
        unit="events",
        source_ids=source_ids(asked.frame["source_ids"]),
        asked=(asked,),
        draw=None,
    )
