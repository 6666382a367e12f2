"""Who speaks of whom as an exhibit: a drawing of ties, the same ties as a table of boxes, or the actors' measures."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from urllib.parse import urlencode

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.actors import actors
from dashboard.exhibits.boxes import boxes, drawn
from dashboard.exhibits.exhibit import WIDTH, Exhibit
from dashboard.exhibits.hints import window_hint
from dashboard.exhibits.mentions import counts
from dashboard.exhibits.netplay import play
from dashboard.exhibits.rows import COUNTS, coverage_notes, kept
from dashboard.exhibits.ties import View, profile, view
from dashboard.exhibits.windows import windows
from dashboard.figures.netnodes import taking_room
from dashboard.figures.network import network as network_figure
from dashboard.figures.theme import Theme
from dashboard.parts.tieparts import Days, strongest_list, windows_line
from dashboard.parts.toneskey import tones_key
from dashboard.queries import network as asks
from dashboard.readings.network import Shown, reading_network
from dashboard.readings.wording import rows as as_rows
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
    "ranked": "Ranked",
}
LISTED = 8


def network(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The ties of the window in the selection's shape."""
    since, until = selection.window(catalogue)
    asked = asks.edges(db, selection, catalogue)
    seen = view(kept(asked.frame), selection)
    shape = selection.shape_shown()
    steps = windows(since, until, catalogue)

    def shift(days: Days) -> str:
        return address(selection.but(since=days[0], until=days[1]), catalogue)

    def line(theme: Theme) -> str:
        return windows_line(steps, shift, theme)

    if shape == "actors":
        return actors(db, selection, catalogue, asked, seen, line)
    shown = Shown(
        selection.focus or "", selection.target or "", catalogue.labels.get("actor", {}), seen.path, seen.around
    )
    drawn_ties = drawing(db, selection, seen) if shape == "network" else None
    statement_ids = {*chain.from_iterable(seen.chosen["statement_ids"])}
    return Exhibit(
        subject="network",
        shape=shape,
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading_network(seen.chosen, since, until, shown, seen.rows),
        table=lambda: table(seen.chosen, catalogue),
        columns=COLUMNS,
        shown=len(seen.chosen),
        total=len(asked.frame),
        unit="ties",
        source_ids=asks.sources(db, statement_ids),
        asked=(asked,),
        draw=drawn_ties,
        apart=partial(drawn, selection, seen) if shape == "matrix" and len(seen.rows) else None,
        slide=drawn_ties,
        shared=sharing(db, selection, seen) if shape == "network" else None,
        key_html=lambda theme: tones_key(theme, shape == "matrix", marks(seen.rows, asks.kinds(db))),
        card_html=lambda theme: tones_key(theme, shape == "matrix", marks(seen.rows, asks.kinds(db)), is_short=True),
        body_html=lambda theme: line(theme) + body(selection, catalogue, seen, theme),
        counts=lambda: counts(db, selection, catalogue, seen, asked),
        notes=(COUNTS, *coverage_notes(catalogue, since, until)),
        hint=window_hint(selection, catalogue),
        height=620,
        play=play(selection, catalogue) if shape == "network" else None,
    )


def marks(ties: pd.DataFrame, kinds: Mapping[str, str]) -> set[str]:
    """Which marks these ties and their ends have: ranked or not, tones, kinds of actors."""
    ends = {kinds.get(actor, "") for end in ("source_id", "target_id") for actor in ties[end].unique()}
    ranks = {"ranked" if ranked else "unranked" for ranked in ties["is_ranked"].unique()}
    return ends | ranks | {*ties["tone"].unique()}


def address(selection: Selection, catalogue: Catalogue) -> str:
    """A selection of this page as a link from within it."""
    return f"?{urlencode(selection.to_query(catalogue), doseq=True)}"


def sharing(db: Database, selection: Selection, seen: View) -> Callable[[Theme, int, int], Figure]:
    """Draws the ties on a part of a row, as tall as on the whole of it."""
    draw = drawing(db, selection, seen)
    return lambda theme, width, row: draw(theme, width, row=row)


def drawing(db: Database, selection: Selection, seen: View) -> Callable[..., Figure]:
    """Draws the ties, in a height if one is given, at places that belong to the fold, not to the window."""
    places = taking_room(asks.places(db).frame, selection.option("fold"))

    def draw(theme: Theme, width: int = WIDTH, height: int | None = None, row: int = 0) -> Figure:
        focus = selection.focus or ""
        return network_figure(seen.rows, places, theme, focus, seen.near, seen.path, width, height, row)

    return draw


def body(selection: Selection, catalogue: Catalogue, seen: View, theme: Theme) -> str:
    """What is read: the table of boxes; beside a drawing the strongest ties as a list, seen on a phone alone."""

    def opens(tie: str) -> str:
        return address(selection.but(focus=tie, target=None), catalogue)

    if seen.rows.empty:
        return ""
    if selection.shape_shown() == "matrix":
        return boxes(selection, seen, opens, lambda actor: profile(catalogue, actor), theme)
    ranked = seen.chosen[seen.chosen["is_ranked"]].head(LISTED)
    return strongest_list(as_rows(ranked.drop(columns="statement_ids")), opens, theme)


def table(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Ties as they are downloaded, with the word for their tone and whether they are ranked."""
    words = {**catalogue.labels.get("tone", {}), "mixed": "Mixed"}
    ranked = rows["is_ranked"].map({True: "yes", False: "no: fewer than three"})
    return rows.assign(tone_label=rows["tone"].map(words), ranked=ranked)
