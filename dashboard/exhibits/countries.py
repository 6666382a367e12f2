"""All countries and organisations as an exhibit: the way into their profiles."""

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.links import profile_links
from dashboard.exhibits.rows import source_ids
from dashboard.parts.index import country_index
from dashboard.queries import countryfacts as asks
from dashboard.readings.prose import counted
from dashboard.readings.wording import rows
from dashboard.selection import Selection

COLUMNS = {
    "label": "Name",
    "place": "Capital or seat",
    "region": "Region",
    "status_label": "On ground troops",
    "announced_on": "Since",
    "positions": "Positions",
    "offers": "Offers",
    "statements": "Statements",
}


def countries(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Those with any record, grouped by where they stand on ground troops; those without in the table alone."""
    asked = asks.everyone(db, selection.day(catalogue))
    frame = asked.frame
    held = frame[(frame["positions"] + frame["offers"] + frame["statements"]) > 0]
    link = profile_links(selection, catalogue)
    found = rows(held)
    return Exhibit(
        subject="country",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title="Countries and organisations",
        sentence=selection.sentence(catalogue),
        reading=f"{counted(len(held), 'country or organisation', 'countries and organisations')} pledged, refused or "
        "spoke. Choose one in the filter, or follow a name.",
        table=held.reset_index(drop=True),
        columns=COLUMNS,
        shown=len(held),
        total=len(frame),
        unit="countries and organisations",
        source_ids=source_ids(held["source_ids"]),
        asked=(asked,),
        draw=None,
        body_html=lambda theme: country_index(found, theme, link),
        hint="No country has a record.",
    )
