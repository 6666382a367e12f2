"""The headline of a view before any row of it is asked for: for link previews, which must cost next to nothing."""

from collections.abc import Callable

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits import (
    actors,
    conditions,
    datacodebook,
    datamethod,
    dataquality,
    network,
    offers,
    positions,
    statements,
    timeline,
)
from dashboard.parts.card import spoken
from dashboard.queries.aid import measure_of
from dashboard.queries.cards import statement
from dashboard.readings.aid import aid
from dashboard.readings.cards import quote_reading, quote_sentence, quote_title
from dashboard.readings.wording import on_what
from dashboard.selection import Selection

Words = Callable[[Selection, Catalogue], str]
INDEXES = {"country": "Countries and organisations", "speaker": "Speakers", "event": "Events"}
FIELDS = {"country": ("countries", "place"), "speaker": ("speakers", "speaker"), "event": ("events", "event")}
PARTS = {
    "months": "Aid allocated to Ukraine, month by month",
    "agreements": "Who signed a security agreement with Ukraine, and for how long",
}


def headline(selection: Selection, catalogue: Catalogue) -> str:
    """What is seen, as near to the exhibit's own title as the selection alone can say it."""
    shape = selection.shape_shown()
    if selection.page in FIELDS:
        return one_of(selection, catalogue)
    words = WORDS.get((selection.page, shape)) or WORDS.get((selection.page, ""))
    return words(selection, catalogue) if words else ""


def opened(db: Database, selection: Selection, catalogue: Catalogue) -> tuple[str, str] | None:
    """Of the statement that is open as a card: who spoke on what; who, when, where and in which words."""
    if not selection.focus or selection.focus not in catalogue.statement_ids:
        return None
    rows = statement(db, selection.focus).rows
    return (
        (quote_title(rows[0]), f"{quote_sentence(rows[0])}. {quote_reading(rows[0], spoken(rows[0]))}")
        if rows
        else None
    )


def named(db: Database, selection: Selection, catalogue: Catalogue) -> str:
    """The headline, or what names the statement that is open as a card, for which its row is asked for."""
    told = opened(db, selection, catalogue)
    return told[0] if told else headline(selection, catalogue)


def one_of(selection: Selection, catalogue: Catalogue) -> str:
    """The country, speaker or event that a profile is about, of countries two; the index where it is about none."""
    field, vocabulary = FIELDS[selection.page]
    chosen = getattr(selection, field)
    shown = chosen[: 2 if selection.page == "country" else 1]
    return " and ".join(catalogue.names(vocabulary, shown)) or INDEXES[selection.page]


def subject(selection: Selection, catalogue: Catalogue) -> str:
    """The kind of position: ``ground troops``."""
    kind = selection.kind_shown(catalogue)
    return on_what(kind, catalogue.label("position_kind", kind))


def contribution(selection: Selection, catalogue: Catalogue) -> str:
    """What was announced, allocated or committed."""
    if selection.option("part") == "totals":
        return f"{aid(measure_of(selection, catalogue))}, donor by donor"
    return PARTS.get(selection.option("part")) or offers.items_title(selection, catalogue)


WORDS: dict[tuple[str, str], Words] = {
    ("overview", ""): lambda selection, catalogue: f"Where things stand on {subject(selection, catalogue)}",
    ("timeline", ""): lambda selection, catalogue: timeline.title(*selection.window(catalogue)),
    ("pledges", ""): positions.title,
    ("pledges", "compare"): lambda selection, catalogue: f"Who moved on {subject(selection, catalogue)}",
    ("pledges", "conditions"): conditions.title,
    ("pledges", "contributions"): contribution,
    ("network", ""): lambda *_: network.TITLE,
    ("network", "actors"): lambda *_: actors.TITLE,
    ("statements", ""): lambda *_: statements.TITLE,
    ("data", ""): lambda *_: datamethod.TITLE,
    ("data", "codebook"): lambda selection, _: datacodebook.title(selection.relation),
    ("data", "quality"): lambda *_: dataquality.TITLE,
    ("data", "release"): lambda _, catalogue: f"Release {catalogue.release}",
}
