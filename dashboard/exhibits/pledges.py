"""Positions as an exhibit: in the shape that is asked for, and the map of a day."""

from collections.abc import Callable, Mapping

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.compare import compare
from dashboard.exhibits.conditions import conditions
from dashboard.exhibits.contributions import contributions
from dashboard.exhibits.drawn import drawn, eu_words
from dashboard.exhibits.exhibit import WIDTH, Exhibit
from dashboard.exhibits.ledger import heard, ledger
from dashboard.exhibits.mapcounts import counts
from dashboard.exhibits.play import play
from dashboard.exhibits.positions import focus_link, hint, in_words, instead, title
from dashboard.exhibits.rows import coverage_notes, doubt_words, kept, recorded, source_ids, with_left_out
from dashboard.figures.atlas import europe_shape
from dashboard.figures.pledges import position_map
from dashboard.figures.theme import Theme
from dashboard.parts.answers import answers
from dashboard.parts.key import card_key, map_key
from dashboard.parts.outside import outside, unlettered
from dashboard.queries import pledges as asks
from dashboard.readings.pledges import reading_positions
from dashboard.readings.wording import rows as records
from dashboard.readings.wording import why_not_counted
from dashboard.selection import Selection

# A map lower or narrower than so many pixels has no room for the column of countries beyond it: then as for a phone.
ROOMY, COLUMNED, PHONE = 330, 600, 540
BOUNDARIES = "Boundaries follow UN outlines."
POSITION_COLUMNS = {
    "pledger": "Pledger",
    "position": "Position",
    "doubt_label": "Doubts",
    "counted_label": "Counted",
    "announced_on": "Last said",
    "said_by": "Said by",
    "office": "Office",
    "condition": "On condition of",
    "earlier_conditions": "Named earlier, never withdrawn",
    "basis_label": "Whose word",
    "summary": "What was said",
    "sources": "Sources",
}


def pledges(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The positions of the selection in its shape."""
    shown = SHAPES.get(selection.shape_shown(), on_day)
    return shown(db, selection, catalogue)


def on_day(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Where each pledger stands on the as-of day."""
    asked, states = asks.positions(db, selection, catalogue), asks.states(db)
    day, kind = selection.day(catalogue), selection.kind_shown(catalogue)
    rows = heard(kept(asked.frame), selection.option("voices"))
    on_map = drawn(db, selection, catalogue, rows)
    stands = [(day, records(on_map))]
    table = positions_table(rows, catalogue.labels["pledge_status"])
    link = focus_link(selection, catalogue)
    is_world = selection.option("framing") == "world"
    is_eu = selection.option("eu") == "members"
    where = with_left_out(states.frame, asked.frame["pledger_id"], rows["pledger_id"])
    is_narrowed = len(rows) < len(asked.frame)

    def draw(theme: Theme, width: int = WIDTH) -> Figure:
        framing = selection.option("framing")
        return position_map(on_map, where, theme, framing or "europe", selection.focus, width)

    def slide(theme: Theme, width: int, height: int) -> Figure:
        if is_world or (height >= ROOMY and width >= COLUMNED):
            return draw(theme, width)
        return card(theme, width, height)

    def card(theme: Theme, width: int, height: int) -> Figure:
        across = width if is_world else min(width, PHONE, round(height / europe_shape()))
        framing = selection.option("framing") or "europe"
        return position_map(on_map, where, theme, framing, selection.focus, across, is_small=True)

    return Exhibit(
        subject="pledges",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=title(selection, catalogue),
        sentence=selection.sentence(catalogue),
        reading=" ".join([reading_positions(rows, day, kind), *eu_words(db, selection, day, rows)]),
        table=table,
        columns=POSITION_COLUMNS,
        shown=len(rows),
        total=len(asked.frame),
        unit="positions",
        source_ids=source_ids(rows["source_ids"]),
        asked=(asked,),
        draw=draw,
        slide=slide,
        card=card,
        key_html=lambda theme: map_key(theme, records(rows), is_narrowed=is_narrowed, is_listed=True),
        card_html=lambda theme: card_key(theme, stands[0][1]),
        outside_html=lambda theme: "" if is_world else outside(stands, states.frame, theme, link),
        unlettered_html=lambda theme, left: (
            "" if is_world else unlettered(stands, states.frame, theme, left, link=link)
        ),
        aside_html=lambda theme: answers(rows, theme, kind, link, is_eu, is_narrowed),
        counts=lambda: counts(table, asked, kind),
        notes=(*coverage_notes(catalogue, day), BOUNDARIES),
        hint=hint(db, selection, catalogue) if rows.empty else "",
        instead=instead(db, selection, catalogue) if asked.frame.empty else {},
        height=500,
        play=play(db, selection, catalogue),
    )


def positions_table(rows: pd.DataFrame, statuses: Mapping[str, str]) -> pd.DataFrame:
    """Standing positions as they are downloaded, with why one isn't counted and the number of sources."""
    told = records(rows)
    whys = [why_not_counted(row["counted_as"]) for row in told]
    return rows.assign(
        position=in_words(told, statuses),
        counted_label=[f"no: {why}" if why else "yes" for why in whys],
        doubt_label=[doubt_words(row["doubts"]) for row in told],
        said_by=[recorded(row["speaker"]) for row in told],
        sources=[len(row["source_ids"]) for row in told],
    )


SHAPES: dict[str, Callable[[Database, Selection, Catalogue], Exhibit]] = {
    "map": on_day,
    "ledger": ledger,
    "compare": compare,
    "conditions": conditions,
    "contributions": contributions,
}
