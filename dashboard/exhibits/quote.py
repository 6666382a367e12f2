"""A statement, or the conversation it belongs to, as an exhibit of its own: to be shown, not to be searched."""

from collections.abc import Sequence

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.archive import Archive, Row, archive
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.links import profile_links
from dashboard.exhibits.rows import coverage_notes, source_ids
from dashboard.parts.card import spoken
from dashboard.parts.evidence import cell_words
from dashboard.parts.quote import quote_card, talk
from dashboard.queries.cards import doubts
from dashboard.queries.corrected import corrected
from dashboard.queries.sources import sources
from dashboard.readings import cards as told_by
from dashboard.readings.corrected import corrected_words
from dashboard.readings.prose import as_day, counted, listed, text
from dashboard.selection import Selection

COLUMNS = {
    "said_on": "Day",
    "speaker": "Speaker",
    "office": "Office",
    "actor": "For",
    "summary": "What was said",
    "quote": "Quote",
    "quote_form": "Quote is",
    "quote_language": "Spoken in",
    "place": "Place",
    "event_title": "Event",
    "reply_to_speaker": "Answers",
}
CHOOSE = (
    "Choose a statement: open one among the statements, then take its picture or its link, which names it (focus=…)."
)
ORDER = "First what leads to the statement in focus and what answers it, then the rest of the conversation."

MOST_CORRECTED = 2
MARK = "A question mark: contested or uncertain in part."


def quote(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The statement in focus: its words or a summary, who said it, when, where, and on whose word."""
    held = archive(db)
    row = held.row(selection.focus or "")
    if row is None:
        return nothing(held, selection, "A statement")
    ids, link = source_ids([row["source_ids"]]), profile_links(Selection("statements"), catalogue)
    pages = sources(db, ids).frame
    return Exhibit(
        subject="quote",
        shape=selection.shape_shown(),
        title=told_by.quote_title(row),
        sentence=told_by.quote_sentence(row),
        reading=told_by.quote_reading(row, spoken(row)),
        table=held.table(held.places([row["statement_id"]])),
        columns=COLUMNS,
        shown=1,
        total=1,
        unit="statement",
        source_ids=ids,
        asked=(held.asked,),
        draw=None,
        body_html=lambda theme: quote_card(row, pages, theme, link),
        is_table=selection.is_table,
        notes=(*doubted(db, row), *mended(db, [row]), *coverage_notes(catalogue, as_day(row["said_on"]))),
    )


def doubted(db: Database, row: Row) -> tuple[str, ...]:
    """Says which of the statement's cells the question mark stands for."""
    found = dict.fromkeys(cell_words(one) for one in doubts(db, "statements", row["statement_id"]).rows)
    return (f"Contested or uncertain (?): {listed(found)}.",) if found else ()


def mended(db: Database, told: Sequence[Row]) -> tuple[str, ...]:
    """Says what was corrected in these statements, whose each was where there are several; the latest first."""
    names = {row["statement_id"]: f"{text(row['speaker'])}: " if len(told) > 1 else "" for row in told}
    found = corrected(db, "statement", [*names]).rows
    words = [f"Corrected: {names[row['told_of']]}{' '.join(corrected_words(row))}" for row in found[:MOST_CORRECTED]]
    left = len(found) - len(words)
    return (*words, *((f"Corrected in {counted(left, 'more place')}, told on the cards.",) if left > 0 else ()))


def conversation(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """All that was said in the conversation of the statement in focus, that one marked."""
    held = archive(db)
    row = held.row(selection.focus or "")
    if row is None:
        return nothing(held, selection, "A conversation")
    told: Sequence[Row] = held.conversation(row)
    link = profile_links(Selection("statements"), catalogue)
    return Exhibit(
        subject="conversation",
        shape=selection.shape_shown(),
        title=told_by.talk_title(told),
        sentence=told_by.talk_sentence(told),
        reading=told_by.talk_reading(told),
        table=held.table(held.places([one["statement_id"] for one in told])),
        columns=COLUMNS,
        shown=len(told),
        total=len(told),
        unit="statements" if len(told) > 1 else "statement",
        source_ids=source_ids([one["source_ids"] for one in told]),
        asked=(held.asked,),
        draw=None,
        body_html=lambda theme: talk(told, row["statement_id"], theme, link),
        is_table=selection.is_table,
        notes=(
            *((ORDER,) if len(told) > 2 else ()),
            *mended(db, told),
            *coverage_notes(catalogue, *(as_day(one["said_on"]) for one in told)),
        ),
    )


def nothing(held: Archive, selection: Selection, title: str) -> Exhibit:
    """What is shown while no statement is chosen: where to choose one."""
    return Exhibit(
        subject=selection.page,
        shape=selection.shape_shown(),
        title=title,
        sentence="No statement is chosen",
        reading=CHOOSE,
        table=held.table([]),
        columns=COLUMNS,
        shown=0,
        total=len(held),
        unit="statements",
        source_ids=(),
        asked=(held.asked,),
        draw=None,
        is_table=selection.is_table,
        hint=CHOOSE,
        instead={"All statements": "statements"},
    )
