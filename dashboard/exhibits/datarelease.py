"""The release to take along: its files, its licence, how to cite it, what changed."""

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.citing.address import full
from dashboard.citing.apa import reference
from dashboard.citing.bibtex import bibtex
from dashboard.citing.csl import csl
from dashboard.citing.dataset import dataset
from dashboard.citing.ris import ris
from dashboard.database import Database
from dashboard.exhibits.datamethod import none_left
from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.exhibits.links import place_links
from dashboard.exhibits.onward import rows_of, table_links
from dashboard.exhibits.releasefiles import archive
from dashboard.parts import release as parts
from dashboard.queries import datarelease as asks
from dashboard.queries.dataopened import recorded
from dashboard.queries.dataquality import relied_on
from dashboard.readings.data import reading_release
from dashboard.readings.prose import counted
from dashboard.selection import Selection

COLUMNS = {
    "day": "Day",
    "change": "Change",
    "table_name": "Table",
    "added": "New rows",
    "row_id": "Row",
    "column_name": "Column",
    "old_value": "Was",
    "new_value": "Is",
    "why": "Because",
}


def release(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Files, licence, citation and change log; the table is the change log."""
    changes, terms, held = asks.changes(db), asks.terms(db), archive(db)
    about = db.release()
    told = parts.Told(
        release=about,
        archive=held,
        terms=terms.rows,
        citations=citations(db),
        changes=changes.rows,
        book=table_links(selection, catalogue),
        named=asks.named(db).rows,
        href=place_links(selection, catalogue),
        rows=lambda row: rows_of(recorded(row["table_name"], row["day"])),
    )
    return Exhibit(
        subject="data",
        shape="release",
        is_table=selection.is_table,
        title=f"Release {about['release']}",
        sentence=selection.sentence(catalogue),
        reading=reading_release(about, changes.frame),
        table=changes.frame[list(COLUMNS)],
        columns=COLUMNS,
        shown=len(changes.frame),
        total=len(changes.frame),
        unit="changes",
        source_ids=relied_on(db),
        asked=(changes, terms),
        draw=None,
        body_html=lambda theme: parts.release(theme, told),
        counts=lambda: counts(db),
    )


def citations(db: Database) -> dict[str, str]:
    """The release in each style; its address only where the server has one that leads there from elsewhere."""
    work = dataset(db.release(), full("/"))
    return {"APA": reference(work), "BibTeX": bibtex([work]), "RIS": ris([work]), "CSL-JSON": csl([work])}


def counts(db: Database) -> tuple[Count, ...]:
    """Days on which rows were recorded, by table; cells corrected."""
    asked = asks.changes(db)

    def those(change: str) -> pd.DataFrame:
        return asked.frame[asked.frame["change"] == change].reset_index(drop=True)

    added, corrected = those("added"), those("corrected")
    return (
        Count(f"{counted(len(added), 'addition')} of rows", added, none_left(added), COLUMNS, asked),
        Count(counted(len(corrected), "corrected cell"), corrected, none_left(corrected), COLUMNS, asked),
    )
