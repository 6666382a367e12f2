"""A country or organisation as an exhibit; two beside each other; or the list of all."""

from functools import partial

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.countries import countries
from dashboard.exhibits.countryprofile import body
from dashboard.exhibits.countryrecord import Record, ask
from dashboard.exhibits.countrystrips import drawing
from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.exhibits.rows import coverage_notes, doubt_words, kept, recorded
from dashboard.readings.country import reading_country, title_of
from dashboard.readings.prose import counted
from dashboard.selection import Selection

COUNTS = "Counts of statements measure this collection, not diplomacy. Amounts overlap and are never summed."
COLUMNS = {
    "announced_on": "Day",
    "what": "What",
    "pledger": "Of",
    "kind_label": "Kind",
    "phase_label": "Debate",
    "status_label": "Position",
    "stands": "Stands on the day",
    "said_by": "Said by",
    "office": "Office",
    "condition": "On condition of",
    "summary": "What was said",
    "doubt_label": "Doubts",
    "sources": "Sources",
}
SAID = {
    "announced_on": "Day",
    "pledger": "Of",
    "kind_label": "On",
    "status_label": "Position",
    "summary": "What was said",
}
MOVES = {
    "announced_on": "Day",
    "kind_label": "On",
    "old_status": "Before",
    "new_status": "After",
    "summary": "What was said",
}
DOUBTED = {
    "about": "About",
    "day": "Day",
    "kind_label": "Doubt",
    "stated": "Stated",
    "rival": "Against it",
    "note": "Why",
}


def country(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The countries chosen, two at most; all of them where none is."""
    actors = selection.countries[:2]
    if not actors:
        return countries(db, selection, catalogue)
    record = ask(db, actors, selection, catalogue)
    pledged, (said, recorded_in_all) = record.marks, record.statements
    troops = [record.on_troops(actor) for actor in actors]
    names = catalogue.names("place", actors)
    return Exhibit(
        subject="country",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=title_of(names, troops),
        sentence=selection.sentence(catalogue),
        reading=reading_country(
            names,
            troops,
            record.changes.rows,
            selection.day(catalogue),
            len(unbound(pledged)),
            len(outranked(pledged, record)),
        ),
        table=lambda: table(kept(record.whole().frame)),
        columns=COLUMNS,
        shown=int(pledged["is_shown"].sum()) + said,
        total=len(pledged) + recorded_in_all,
        unit="positions, contributions and statements",
        source_ids=lambda: record.relied_on,
        asked=record.asked,
        draw=None,
        apart=drawing(record, selection, catalogue),
        body_html=partial(body, db, record, actors, selection, catalogue),
        counts=partial(counts, record),
        notes=(
            *coverage_notes(catalogue, selection.day(catalogue)),
            COUNTS,
        ),
        hint="Nothing is on record by this day; a later one may hold something.",
    )


def table(shown: pd.DataFrame) -> pd.DataFrame:
    """Every position and offer by the day, as downloaded."""
    return shown.assign(
        stands=shown["is_standing"].map({True: "yes", False: ""}),
        doubt_label=shown["doubts"].map(doubt_words),
        said_by=shown["speaker"].map(recorded),
        sources=shown["source_ids"].map(len),
    )


def unbound(rows: pd.DataFrame) -> pd.DataFrame:
    """Positions told by the day by voices that don't bind."""
    return rows[rows["is_shown"] & rows["what"].eq("Position") & rows["is_counting"].eq(False)]


def outranked(rows: pd.DataFrame, record: Record) -> pd.DataFrame:
    """Positions of voices that bind which never stood, as a weightier word of the same day did."""
    binds = rows["is_shown"] & rows["what"].eq("Position") & rows["is_counting"].eq(True)
    return rows[binds & ~rows["pledge_id"].isin(record.changes.frame["pledge_id"])]


def near_binding(record: Record) -> pd.DataFrame:
    """The words on record that neither stand nor move a position, each with why."""
    rows = record.whole().frame
    loose = unbound(rows).assign(why="the word of a voice that doesn’t bind: it neither stands nor moves a position")
    beside = outranked(rows, record).assign(why="a weightier word of the same day stands in its place")
    return pd.concat([loose, beside]) if len(beside) else loose


def counts(record: Record) -> tuple[Count, ...]:
    """What binds, the moves and the doubts, with what stands near them."""
    changes, doubts = record.changes.frame, record.doubts.frame
    moved, near = changes[changes["change"] == "moved"], changes[changes["change"] != "moved"]
    whys = near["change"].map(
        {"first_record": "a first record is no move", "restated": "said again, the same position"}
    )
    on_positions = doubts["turn"] == 0
    return (
        Count(
            counted(len(changes), "word that binds", "words that bind"),
            changes,
            near_binding(record),
            SAID,
            record.changes,
        ),
        Count(
            f"{counted(len(moved), 'move')} of position",
            moved,
            near.assign(why=whys.fillna("only the conditions changed")),
            MOVES,
            record.changes,
        ),
        Count(
            f"{counted(int(on_positions.sum()), 'doubt')} about positions that stand",
            doubts[on_positions],
            doubts[~on_positions].assign(why="about an earlier row, a contribution, a statement or a figure"),
            DOUBTED,
            record.doubts,
        ),
    )
