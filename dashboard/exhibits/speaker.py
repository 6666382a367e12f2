"""A speaker as an exhibit."""

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.queries import speaker as asks
from dashboard.selection import Selection

COLUMNS = {"name": "Name"}


def speaker(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """All speakers."""
    asked = asks.everyone(db)
    return Exhibit(
        subject="speaker",
        shape=selection.shape_shown(),
        is_table=True,
        title="Speakers",
        sentence=selection.sentence(catalogue),
        reading="",
        table=asked.frame,
        columns=COLUMNS,
        shown=len(asked.frame),
        total=len(asked.frame),
        unit="speakers",
        source_ids=(),
        asked=(asked,),
        draw=None,
    )
