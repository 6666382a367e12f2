"""Who speaks of whom as an exhibit: a drawing of ties, or the same ties as a table of boxes."""

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import WIDTH, Exhibit
from dashboard.exhibits.hints import window_hint
from dashboard.exhibits.rows import coverage_notes, kept
from dashboard.figures.matrix import matrix
from dashboard.figures.network import network as network_figure
from dashboard.figures.theme import Theme
from dashboard.parts.lineskey import tones_key
from dashboard.queries import network as asks
from dashboard.readings.network import reading_network
from dashboard.selection import Selection

TITLE = "Who speaks of whom, and how"
COLUMNS = {
    "source": "Speaking",
    "target": "Spoken of",
    "statements": "Statements",
    "supportive": "Supportive",
    "neutral": "Neutral",
    "critical": "Critical",
    "hostile": "Hostile",
    "tone_label": "Tone",
}


def network(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The ties of the window in the selection's shape."""
    since, until = selection.window(catalogue)
    asked, places = asks.edges(db, selection, catalogue), asks.places(db)
    rows = kept(asked.frame)
    chosen = in_focus(rows, selection.focus)
    statement_ids = list({item for cell in chosen["statement_ids"] for item in cell})

    def draw(theme: Theme, width: int = WIDTH) -> Figure:
        if selection.shape_shown() == "matrix":
            return at_least(760, matrix(rows, theme, focus=selection.focus, width=max(width, 760)))
        return network_figure(rows, places.frame, theme, focus=selection.focus, width=width)

    return Exhibit(
        subject="network",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading_network(rows, since, until, selection.focus),
        table=table(chosen, catalogue),
        columns=COLUMNS,
        shown=len(chosen),
        total=len(asked.frame),
        unit="ties",
        source_ids=asks.sources(db, statement_ids),
        asked=(asked,),
        draw=draw,
        key_html=lambda theme: tones_key(theme, selection.shape_shown() == "matrix"),
        notes=coverage_notes(catalogue, since, until),
        hint=window_hint(selection, catalogue),
        height=620,
    )


def in_focus(rows: pd.DataFrame, focus: str | None) -> pd.DataFrame:
    """The ties in focus: one, or all of one side; every tie where nothing in focus has any."""
    source, tie, target = (focus or "").partition(">")
    spoke, spoken_of = rows["source_id"] == source, rows["target_id"] == source
    chosen = rows[spoke & (rows["target_id"] == target)] if tie else rows[spoke | spoken_of]
    return rows if chosen.empty else chosen.reset_index(drop=True)


def at_least(width: int, figure: Figure) -> Figure:
    """The figure, saying below which width it should scroll rather than shrink."""
    return figure.update_layout(meta={**(figure.layout.meta or {}), "min_width": width})


def table(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Ties as they are downloaded, with the word for their tone."""
    words = {**catalogue.labels.get("tone", {}), "mixed": "Mixed"}
    return rows.assign(tone_label=rows["tone"].map(words))
