"""All countries and organisations as an exhibit: the way into their profiles."""

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.exhibit import Count, Exhibit
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
    "announced_on": "Last said",
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
        counts=lambda: counts(held, frame, asked),
        hint="No country has a record.",
    )


def counts(held: pd.DataFrame, every: pd.DataFrame, asked: Asked) -> tuple[Count, ...]:
    """Those with a record; near them, those that the collection knows without one."""
    left = every[~every["actor_id"].isin(held["actor_id"])]
    none = left.assign(why="no position, contribution or statement of its own is recorded")
    return (Count(f"{len(held)} pledged, refused or spoke", held, none, COLUMNS, asked),)
