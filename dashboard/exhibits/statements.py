"""Statements as an exhibit: a search among all that was said, a page of cards at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.archive import Archive, Row, archive, search
from dashboard.exhibits.conversation import conversation
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.facets import Query, card_link, href, months, offers
from dashboard.exhibits.loosening import hint, ways
from dashboard.exhibits.rows import coverage_notes, no_such_page
from dashboard.exhibits.statementcounts import counts
from dashboard.figures.theme import Theme
from dashboard.parts.facets import facets
from dashboard.parts.found import hits, loosen, no_spans, pager, what_answered
from dashboard.queries import statements as asks
from dashboard.readings.prose import counted, items, number
from dashboard.readings.statements import reading_statements
from dashboard.search import Found
from dashboard.selection import Selection

TITLE = "What was said"
COUNTS = "Counts of statements measure this collection, not diplomacy."
A_PAGE = 20
COLUMNS = {
    "said_on": "Day",
    "speaker": "Speaker",
    "office": "Office",
    "actor": "For",
    "summary": "What was said",
    "quote": "Quote",
    "quote_form": "Quote is",
    "toward": "Tone",
    "topics": "Topics",
    "event_title": "Event",
    "place": "Place",
    "reply_to_speaker": "Answers",
    "answers": "Answered",
    "doubts": "Doubts",
}


@dataclass(frozen=True)
class Sought:
    """What a selection finds: all rows judged, in the order asked for, those kept, and the words found."""

    held: Archive
    judged: Sequence[tuple[Row, str]]
    kept: Sequence[Row]
    found: Found | None
    asked: Asked

    def page(self, at: int | None) -> tuple[int, int, Sequence[Row]]:
        """Which page is shown, of how many, and its rows; the last one where the address asks for more."""
        last = max(-(-len(self.kept) // A_PAGE), 1)
        shown = min(at or 1, last)
        return shown, last, self.kept[(shown - 1) * A_PAGE : shown * A_PAGE]


def seek(db: Database, selection: Selection, catalogue: Catalogue) -> Sought:
    """Search, then filter."""
    held, found = archive(db), search(db, selection.text)
    asked = asks.judged(db, selection, catalogue, None if found is None else found.ids)
    pairs = zip(asked.frame["statement_id"].tolist(), asked.frame["misses"].tolist(), strict=True)
    judged = [(held.rows[held.places[one]], misses) for one, misses in pairs]
    return Sought(held, judged, [row for row, misses in judged if not misses], found, asked)


def statements(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The statements of the selection, the one in focus with its conversation beside them."""
    sought = seek(db, selection, catalogue)
    at, last, _ = sought.page(selection.at)
    beyond, selection = no_such_page(selection.at, last), replace(selection, at=at if at > 1 else None)
    since, until = selection.window(catalogue)
    query = selection.to_query(catalogue)
    opened = conversation(db, selection, catalogue, selection.focus) if selection.focus else None
    if sought.kept:
        body = listed(selection, catalogue, sought, query)
    else:
        body = loosen(ways(db, sought.judged, query, selection))
    return Exhibit(
        subject="statements",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading_statements(sought.kept),
        table=sought.held.table([row["statement_id"] for row in sought.kept]),
        columns=COLUMNS,
        shown=len(sought.kept),
        total=len(sought.judged),
        unit="statements",
        source_ids=tuple(dict.fromkeys(one for row in sought.kept for one in items(row["source_ids"]))),
        asked=(sought.asked, sought.held.asked),
        draw=None,
        aside_html=opened or (lambda theme: narrowing(sought, selection, catalogue, query, theme)),
        body_html=lambda theme: f'<div class="g-found theme-{theme.name}">{body}</div>',
        counts=lambda: counts(sought.judged, sought.asked),
        notes=(*beyond, COUNTS, *coverage_notes(catalogue, since, until)),
        hint=hint(db, sought.found, selection, catalogue) if not sought.kept else "",
    )


def listed(selection: Selection, catalogue: Catalogue, sought: Sought, query: Query) -> str:
    """The page of cards, with the ways to others above and below it."""
    at, last, rows = sought.page(selection.at)
    query = {**query, "at": [str(at)] if at > 1 else []}
    first = (at - 1) * A_PAGE + 1
    span = f"{number(first)}–{number(first + len(rows) - 1)}" if len(rows) > 1 else number(first)
    shown = f"{span} of {counted(len(sought.kept), 'statement')}"
    ways_on = partial(pager, at, last, shown, lambda at: href(query, at=[str(at)] if at > 1 else None, focus=None))
    spans = sought.found.marks.spans if sought.found else no_spans
    link, topic = cache(card_link(query, selection)), cache(lambda code: href(query, topic=[code], at=None, focus=None))
    cards = hits(rows, sought.held.sources, link, topic, spans, selection.focus)
    answers = what_answered([(catalogue.label("event", one), link("event", one)) for one in selection.events])
    return f"{answers}{ways_on()}{cards}{ways_on('below') if last > 1 else ''}"


def narrowing(sought: Sought, selection: Selection, catalogue: Catalogue, query: Query, theme: Theme) -> str:
    """What can be narrowed further, with how many each choice would leave."""
    days = [row["said_on"] for row, misses in sought.judged if misses in ("", "days")]
    told = facets(offers(sought.judged, selection, catalogue, query), months(days, query, catalogue))
    return f'<div class="theme-{theme.name}">{told}</div>'
