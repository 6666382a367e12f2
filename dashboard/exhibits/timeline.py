"""Events and statements of a window as an exhibit."""

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import WIDTH, Exhibit
from dashboard.exhibits.hints import window_hint
from dashboard.exhibits.rows import coverage_notes, doubt_words, kept, source_ids
from dashboard.figures.strip import strip
from dashboard.figures.theme import Theme
from dashboard.figures.timeline import timeline as timeline_figure
from dashboard.parts.lineskey import acts_key
from dashboard.queries import timeline as asks
from dashboard.readings.timeline import reading_timeline
from dashboard.selection import Selection

TITLE = "What was said and done, and who answered whom"
COUNTS = "Counts of statements measure this collection, not diplomacy."
DAYS_DRAWN = 150
COLUMNS = {
    "starts_on": "Day",
    "what": "What",
    "title": "In short",
    "doubt_label": "Doubts",
    "speaker": "Speaker",
    "actor": "For",
    "place": "Place",
    "act": "Act",
    "sources": "Sources",
}


def timeline(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Events and statements of the window; the conversation of a focused statement is drawn dark."""
    since, until = selection.window(catalogue)
    asked = asks.items(db, selection, catalogue)
    rows = kept(asked.frame)
    weeks, focus_ids = asks.weeks(db, selection), focused(db, selection)
    dense = (catalogue.dense_from, catalogue.dense_until)
    is_counted = (until - since).days >= DAYS_DRAWN

    def draw(theme: Theme, width: int = WIDTH) -> Figure:
        return timeline_figure(rows, theme, since, until, dense, focus_ids, width)

    def draw_weeks(theme: Theme, width: int = WIDTH) -> Figure:
        return strip(weeks.frame, theme, since, until, dense, width)

    return Exhibit(
        subject="timeline",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading_timeline(rows, since, until, focus_ids),
        table=table(rows, catalogue),
        columns=COLUMNS,
        shown=len(rows),
        total=len(asked.frame),
        unit="events and statements",
        source_ids=source_ids(rows["source_ids"]),
        asked=(asked, weeks),
        draw=draw,
        more={"weeks": draw_weeks},
        key_html=lambda theme: acts_key(theme, is_counted),
        notes=(*coverage_notes(catalogue, since, until), COUNTS),
        hint=window_hint(selection, catalogue),
        height=640,
    )


def focused(db: Database, selection: Selection) -> tuple[str, ...]:
    """What is drawn dark: the conversation of a focused statement, or the focused event alone."""
    if not selection.focus or ">" in selection.focus:
        return ()
    return (selection.focus, *asks.conversation(db, selection.focus))


def table(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Items as they are downloaded, with words for codes and the number of sources."""
    categories = rows["category"].map(catalogue.labels["event_category"])
    return rows.assign(
        what=categories.fillna("Statement"),
        doubt_label=rows["doubts"].map(doubt_words),
        sources=rows["source_ids"].map(len),
    )
