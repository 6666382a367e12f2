"""Statements as an exhibit: a search among all that was said."""

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.rows import source_ids
from dashboard.queries import statements as asks
from dashboard.selection import Selection

COLUMNS = {"said_on": "Day", "speaker": "Speaker", "actor": "For", "summary": "What was said"}


def statements(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The statements of the selection."""
    asked = asks.newest(db)
    return Exhibit(
        subject="statements",
        shape=selection.shape_shown(),
        is_table=True,
        title="What was said",
        sentence=selection.sentence(catalogue),
        reading="",
        table=asked.frame,
        columns=COLUMNS,
        shown=len(asked.frame),
        total=len(asked.frame),
        unit="statements",
        source_ids=source_ids(asked.frame["source_ids"]),
        asked=(asked,),
        draw=None,
    )
