"""Positions over a span of days as an exhibit: one strip per pledger, and every change of it."""

from collections.abc import Mapping

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import WIDTH, Exhibit
from dashboard.exhibits.positions import hint, in_words, title
from dashboard.exhibits.rows import coverage_notes, doubt_words, kept, recorded, source_ids
from dashboard.figures import ledger as figures
from dashboard.figures.strips import strips
from dashboard.figures.theme import Theme
from dashboard.parts.key import ledger_key
from dashboard.queries import ledger as asks
from dashboard.readings.pledges import not_drawn, reading_ledger
from dashboard.selection import Selection

LEAST_WIDTH = 620
CHANGE_COLUMNS = {
    "announced_on": "Day",
    "pledger": "Pledger",
    "change_label": "Change",
    "old_label": "Before",
    "new_label": "After",
    "doubt_label": "Doubts",
    "said_by": "Said by",
    "new_office": "Office",
    "summary": "What was said",
    "sources": "Sources",
}
CHANGES = {
    "first_record": "First record",
    "moved": "Moved",
    "restated": "Said again",
    "conditions_changed": "Conditions changed",
}


def ledger(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """How positions came to be over the window, one strip per pledger that has one on its last day."""
    since, until = selection.window(catalogue)
    standing = asks.positions_at_end(db, selection, catalogue)
    standing_rows = kept(standing.frame)
    asked, marks = asks.strips(db, selection, catalogue, None), asks.rules(db, selection, catalogue)
    chosen = asked.frame[asked.frame["pledger_id"].isin(standing_rows["pledger_id"])]
    periods = strips(chosen, until, standing_rows)
    in_window, of_all = since_day(chosen, since), since_day(asked.frame, since)
    unbound = sorted(standing_rows.loc[standing_rows["counted_as"] == "not_binding", "pledger"])

    def draw(theme: Theme, width: int = WIDTH) -> Figure:
        dense = (catalogue.dense_from, catalogue.dense_until)
        return fitted(figures.ledger(periods, theme, since, until, dense, marks.frame, width), width)

    return Exhibit(
        subject="pledges",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=title(selection, catalogue),
        sentence=selection.sentence(catalogue),
        reading=reading_ledger(periods, since, until),
        table=changes_table(in_window, catalogue.labels["pledge_status"]),
        columns=CHANGE_COLUMNS,
        shown=len(in_window),
        total=len(of_all),
        unit="recorded positions",
        source_ids=source_ids(in_window["source_ids"]),
        asked=(asked, standing, marks),
        draw=draw,
        key_html=lambda theme: ledger_key(periods, theme),
        notes=(*not_drawn(unbound), *coverage_notes(catalogue, since, until)),
        hint=hint(db, selection, catalogue),
        height=900,
    )


def fitted(figure: Figure, width: int) -> Figure:
    """The figure, scrolling within itself only where the room is narrower than what its words were placed for."""
    meta = dict(figure.layout.meta or {})
    if "min_width" in meta:
        meta["min_width"] = min(meta["min_width"], max(width, LEAST_WIDTH))
    return figure.update_layout(meta=meta)


def since_day(changes: pd.DataFrame, day: object) -> pd.DataFrame:
    """The changes from a day on."""
    return changes[changes["announced_on"] >= pd.Timestamp(str(day))].reset_index(drop=True)


def changes_table(rows: pd.DataFrame, statuses: Mapping[str, str]) -> pd.DataFrame:
    """Changes as they are downloaded, with words for codes and the number of sources."""
    return rows.assign(
        change_label=rows["change"].map(CHANGES),
        old_label=in_words(rows, rows["old_status"], rows["old_status"].map(statuses)),
        new_label=in_words(rows, rows["new_status"], rows["new_status"].map(statuses)),
        doubt_label=rows["doubts"].map(doubt_words),
        said_by=rows["new_speaker"].map(recorded),
        sources=rows["source_ids"].map(len),
    )
