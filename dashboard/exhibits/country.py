"""A country or organisation as an exhibit."""

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.queries import country as asks
from dashboard.selection import Selection

COLUMNS = {"label": "Name", "place": "Capital or seat", "region": "Region"}


def country(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """All countries and organisations."""
    asked = asks.everyone(db)
    return Exhibit(
        subject="country",
        shape=selection.shape_shown(),
        is_table=True,
        title="Countries and organisations",
        sentence=selection.sentence(catalogue),
        reading="",
        table=asked.frame,
        columns=COLUMNS,
        shown=len(asked.frame),
        total=len(asked.frame),
        unit="countries and organisations",
        source_ids=(),
        asked=(asked,),
        draw=None,
    )
