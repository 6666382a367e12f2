"""Statements as an exhibit: a search among all that was said, a page of cards at a time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.archive import Archive, Row, archive, search
from dashboard.exhibits.conversation import conversation
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.facets import FACETS, Query, card_link, href, months, offers
from dashboard.exhibits.loosening import hint, ways
from dashboard.exhibits.rows import COUNTS, coverage_notes, no_such_page, source_ids
from dashboard.exhibits.statementcounts import counts
from dashboard.exhibits.tally import Tally
from dashboard.figures.theme import Theme
from dashboard.parts.facets import facets
from dashboard.parts.found import hits, loosen, no_spans, pager, what_answered
from dashboard.queries import statements as asks
from dashboard.queries.sources import sources
from dashboard.readings.prose import as_day, counted, number
from dashboard.readings.statements import NAMED_APART, Said, reading_statements
from dashboard.search import Found
from dashboard.selection import Selection

TITLE = "What was said"
SEARCHED = (
    "A search finds other forms of a word and other names of a thing, in speakers, offices, places, events and topics "
    "as well as in what was said."
)
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
    """What a selection finds: the places of all statements in the order asked for, and of those kept.

    `missed` says of each filter which it leaves out, in that order; `misses` how many filters leave each out.
    """

    held: Archive
    order: NDArray[np.intp]
    missed: Mapping[str, NDArray[np.bool_]]
    misses: NDArray[np.int8]
    kept: NDArray[np.intp]
    found: Found | None
    asked: Asked

    def page(self, at: int | None) -> tuple[int, int]:
        """Which page is shown, of how many; the last one where the address asks for more."""
        last = max(-(-len(self.kept) // A_PAGE), 1)
        return min(at or 1, last), last

    def rows(self, page: int) -> Sequence[Row]:
        """The rows of a page."""
        return self.held.rows_at(self.kept[(page - 1) * A_PAGE : page * A_PAGE])

    def counted(self, facet: str, *but: str) -> Tally:
        """How many of the statements hold each value of a facet, those that miss nothing `but` one of these filters."""
        is_near = self.misses == sum((self.missed[name] for name in but), np.zeros(len(self.order), dtype=np.int8))
        is_chosen = np.zeros(len(self.held), dtype=bool)
        is_chosen[self.order[is_near & (self.misses <= 1)]] = True
        return self.held.values[facet].counted(is_chosen)

    def alone(self) -> Counter[str]:
        """How many statements each filter leaves out by itself."""
        counts = {name: int((is_missed & (self.misses == 1)).sum()) for name, is_missed in self.missed.items()}
        return Counter({name: count for name, count in counts.items() if count})

    def judged(self) -> list[tuple[Row, str]]:
        """The statements that miss one filter at most, with that one, or nothing."""
        near = np.flatnonzero(self.misses <= 1)
        names = dict(zip(near, [""] * len(near), strict=True))
        for name, is_missed in self.missed.items():
            names.update(dict.fromkeys(near[is_missed[near]], name))
        return list(zip(self.held.rows_at(self.order[near]), names.values(), strict=True))

    def said(self) -> Said:
        """What is said of the statements kept."""
        rows = self.held.every[["said_on", "answers", "reply_to_id"]].take(self.kept)
        days, names = rows["said_on"], self.counted("names")
        answered, answers = int((rows["answers"] > 0).sum()), int(rows["reply_to_id"].notna().sum())
        first, last = (as_day(days.min()), as_day(days.max())) if len(rows) else (None, None)
        only = int(rows["answers"].iloc[0]) if len(rows) == 1 else 0
        return Said(len(rows), first, last, names.most(NAMED_APART), len(names), answered, answers, only)


def seek(db: Database, selection: Selection, catalogue: Catalogue) -> Sought:
    """Search, then filter."""
    held, found = archive(db), search(db, selection.text)
    asked = asks.judged(db, selection, catalogue, None if found is None else found.ids)
    order, missed = (
        held.numbered(asked.frame["row_number"]),
        {name: asked.frame[name].to_numpy() for name in asks.MISSED},
    )
    misses = np.asarray(sum(missed.values(), np.zeros(len(order), dtype=np.int8)))
    return Sought(held, order, missed, misses, order[misses == 0], found, asked)


def statements(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The statements of the selection, the one in focus with its conversation beside them."""
    sought = seek(db, selection, catalogue)
    at, last = sought.page(selection.at)
    beyond, selection = no_such_page(selection.at, last), replace(selection, at=at if at > 1 else None)
    since, until = selection.window(catalogue)
    query = selection.to_query(catalogue)
    opened = conversation(db, selection, catalogue, selection.focus) if selection.focus else None
    if len(sought.kept):
        body = listed(db, selection, catalogue, sought, query)
    else:
        body = loosen(ways(db, sought.alone(), query, selection))
    return Exhibit(
        subject="statements",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading_statements(sought.said()),
        table=lambda: sought.held.table(sought.kept),
        columns=COLUMNS,
        shown=len(sought.kept),
        total=len(sought.order),
        unit="statements",
        source_ids=tuple(sought.counted("sources")),
        asked=(sought.asked, sought.held.asked),
        draw=None,
        aside_html=opened or (lambda theme: narrowing(sought, selection, catalogue, query, theme)),
        body_html=lambda theme: f'<div class="g-found theme-{theme.name}">{body}</div>',
        counts=lambda: counts(sought.judged(), sought.asked),
        notes=(*beyond, *([SEARCHED] if selection.text else []), COUNTS, *coverage_notes(catalogue, since, until)),
        opened=opened,
        hint=hint(db, sought.found, selection, catalogue) if not len(sought.kept) else "",
    )


def listed(db: Database, selection: Selection, catalogue: Catalogue, sought: Sought, query: Query) -> str:
    """The page of cards, with the ways to others above and below it."""
    at, last = sought.page(selection.at)
    rows = sought.rows(at)
    query = {**query, "at": [str(at)] if at > 1 else []}
    first = (at - 1) * A_PAGE + 1
    span = f"{number(first)}–{number(first + len(rows) - 1)}" if len(rows) > 1 else number(first)
    shown = f"{span} of {counted(len(sought.kept), 'statement')}"
    ways_on = partial(pager, at, last, shown, lambda at: href(query, at=[str(at)] if at > 1 else None, focus=None))
    spans = sought.found.marks.spans if sought.found else no_spans
    link, topic = cache(card_link(query, selection)), cache(lambda code: href(query, topic=[code], at=None, focus=None))
    pages = {one["source_id"]: one for one in sources(db, source_ids([row["source_ids"] for row in rows])).rows}
    cards = hits(rows, pages, link, topic, spans, selection.focus)
    answers = what_answered([(catalogue.label("event", one), link("event", one)) for one in selection.events])
    return f"{answers}{ways_on()}{cards}{ways_on('below') if last > 1 else ''}"


def narrowing(sought: Sought, selection: Selection, catalogue: Catalogue, query: Query, theme: Theme) -> str:
    """What can be narrowed further, with how many each choice would leave."""
    counts = {facet.field: sought.counted(facet.field, facet.field) for facet in FACETS}
    told = facets(
        offers(counts, selection, catalogue, query), months(sought.counted("months", "days"), query, catalogue)
    )
    return f'<div class="theme-{theme.name}">{told}</div>'
