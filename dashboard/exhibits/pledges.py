"""Positions as an exhibit: the map of a day, the ledger of a span, and the rows of either."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import WIDTH, Exhibit
from dashboard.exhibits.hints import position_hint
from dashboard.exhibits.rows import coverage_notes, doubt_words, kept, recorded, source_ids
from dashboard.figures.ledger import ledger
from dashboard.figures.pledges import position_map
from dashboard.figures.strips import strips
from dashboard.figures.theme import Theme
from dashboard.parts.answers import answers
from dashboard.parts.key import ledger_key, map_key
from dashboard.queries import pledges as asks
from dashboard.readings.pledges import not_drawn, reading_ledger, reading_positions
from dashboard.readings.prose import text
from dashboard.readings.wording import on_what, position_words, why_not_counted
from dashboard.readings.wording import rows as records
from dashboard.selection import Selection
from dashboard.sentence import phase_words

LEAST_LEDGER = 620
BOUNDARIES = "Boundaries follow UN outlines."
TITLES = {
    ("ground_troops", "post_war"): "Who would send troops to Ukraine after the fighting",
    ("ground_troops", "wartime"): "Who would send troops to Ukraine during the war",
}
POSITION_COLUMNS = {
    "pledger": "Pledger",
    "position": "Position",
    "doubt_label": "Doubts",
    "counted_label": "Counted",
    "announced_on": "Since",
    "said_by": "Said by",
    "office": "Office",
    "condition": "On condition of",
    "earlier_conditions": "Named earlier, never withdrawn",
    "basis_label": "Whose word",
    "summary": "What was said",
    "sources": "Sources",
}
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


def pledges(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The positions of the selection in its shape."""
    if selection.is_over_time:
        return over_time(db, selection, catalogue)
    return on_day(db, selection, catalogue)


def title(selection: Selection, catalogue: Catalogue) -> str:
    """What is seen, as a headline."""
    kind, phase = selection.kind_shown(catalogue), selection.phase_shown(catalogue)
    named = TITLES.get((kind, phase)) or f"Who stands where on {on_what(kind, catalogue.label('position_kind', kind))}"
    return f"{named}, and when they said so" if selection.is_over_time else named


def on_day(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Where each pledger stands on the as-of day."""
    asked, states = asks.positions(db, selection, catalogue), asks.states(db)
    rows = kept(asked.frame)
    kind = selection.kind_shown(catalogue)
    link = focus_link(selection, catalogue)

    def draw(theme: Theme, width: int = WIDTH) -> Figure:
        return position_map(rows, states.frame, theme, focus=selection.focus, width=width)

    return Exhibit(
        subject="pledges",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=title(selection, catalogue),
        sentence=selection.sentence(catalogue),
        reading=reading_positions(rows, selection.day(catalogue), kind),
        table=positions_table(rows),
        columns=POSITION_COLUMNS,
        shown=len(rows),
        total=len(asked.frame),
        unit="positions",
        source_ids=source_ids(rows["source_ids"]),
        asked=(asked,),
        draw=draw,
        key_html=lambda theme: map_key(theme, rows),
        aside_html=lambda theme: answers(rows, theme, kind, link),
        notes=(*coverage_notes(catalogue, selection.day(catalogue)), BOUNDARIES),
        hint=hint(db, selection, catalogue),
        height=500,
    )


def over_time(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
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
        return fitted(ledger(periods, theme, since, until, dense, marks.frame, width), width)

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
        meta["min_width"] = min(meta["min_width"], max(width, LEAST_LEDGER))
    return figure.update_layout(meta=meta)


def since_day(changes: pd.DataFrame, day: object) -> pd.DataFrame:
    """The changes from a day on."""
    return changes[changes["announced_on"] >= pd.Timestamp(str(day))].reset_index(drop=True)


def hint(db: Database, selection: Selection, catalogue: Catalogue) -> str:
    """What to loosen where nothing is left."""
    kind = selection.kind_shown(catalogue)
    subject = f"{on_what(kind, catalogue.label('position_kind', kind))}, {phase_words(selection, catalogue)},"
    return position_hint(selection, catalogue, subject, asks.first_record(db, selection, catalogue))


def focus_link(selection: Selection, catalogue: Catalogue) -> Callable[[str], str]:
    """The address of this view with a pledger in focus, beside the page it stands on."""
    page = "pledges" if selection.page != "pledges" else ""

    def link(actor_id: str) -> str:
        focused = replace(selection.on_page("pledges"), shape=selection.shape if not page else None, focus=actor_id)
        return f"{page}?{urlencode(focused.to_query(catalogue), doseq=True)}"

    return link


def positions_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Standing positions as they are downloaded, with why one isn't counted and the number of sources."""
    counted = rows["counted_as"].map(lambda code: f"no: {why}" if (why := why_not_counted(code)) else "yes")
    return rows.assign(
        position=in_words(rows, rows["status"], rows["status_label"]),
        counted_label=counted,
        doubt_label=rows["doubts"].map(doubt_words),
        said_by=rows["speaker"].map(recorded),
        sources=rows["source_ids"].map(len),
    )


def in_words(rows: pd.DataFrame, statuses: pd.Series, labels: pd.Series) -> list[str]:
    """Each position by the name of its status and in the list's words; nothing where there was none."""
    told = records(rows.assign(status=statuses, status_label=labels))
    return [position_words(row) if text(row["status"]) else "" for row in told]


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
