"""What a canvas tells where a view has few rows or none: what would have some, and the words behind the last change."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.hints import NOUNS
from dashboard.exhibits.registry import EXHIBITS
from dashboard.parts.proof import all_rows
from dashboard.published.canvas import Canvas
from dashboard.published.room import lines, sizes_of
from dashboard.published.spare import last_words
from dashboard.queries.cards import statement
from dashboard.readings.prose import listed, long_date, text
from dashboard.readings.wording import rows as records
from dashboard.routes.question import Question
from dashboard.selection import Selection
from dashboard.sentence.words import naming

MOST, LAST = 4, 2
NAMES, MOST_LINES = (99, 12, 8, 6), 2
NAMED = ("countries", "speakers", "events", "blocs")  # what they are, their names say


def ways(asked: Question, exhibit: Exhibit) -> list[str]:
    """What the same question would find without one of its filters, without all, over all days; as many as find any."""
    told = [(words, EXHIBITS[asked.page](asked.db, one, asked.catalogue).shown) for words, one in looser(asked)]
    return [f"{words}: {all_rows(count, exhibit.unit)}" for words, count in told if count][:MOST]


def looser(asked: Question) -> Iterator[tuple[str, Selection]]:
    """The selection without each of its filters; without all where there are several; over all that is covered."""
    selection, catalogue = asked.selection.but(focus=None, at=None), asked.catalogue
    usual, fields = vars(Selection(asked.page)), asked.selection.narrowed_by()
    for field in fields[:MOST]:
        yield f"Without {words(asked, field)}", selection.but(**{field: usual[field]})
    if len(fields) > 1:
        yield "Without any of these", selection.but(**{field: usual[field] for field in fields})
    first, last = catalogue.covered_from, catalogue.covered_until
    if selection.is_over_time and selection.window(catalogue) != (first, last):
        days = f"{long_date(first)} – {long_date(last)}"
        yield f"The same over all days covered, {days}", selection.but(since=first, until=last)


def words(asked: Question, field: str) -> str:
    """A filter with what it is set to."""
    chosen = getattr(asked.selection, field)
    if field == "text":
        return f"the words “{chosen}”"
    noun, vocabulary = NOUNS[field]
    names = listed(asked.catalogue.names(vocabulary, chosen), MOST)
    return names if field in NAMED else f"{noun} ({names})"


def named(asked: Question, exhibit: Exhibit, canvas: Canvas) -> Exhibit:
    """The exhibit with all names in its sentence, or as many as two lines hold, where that shortens them."""
    if exhibit.sentence != asked.selection.sentence(asked.catalogue) or canvas.form == "card":
        return exhibit
    across = canvas.across - 2 * canvas.pad
    for most in NAMES:
        with naming(most):
            told = asked.selection.sentence(asked.catalogue)
        if lines(told, sizes_of(canvas).sentence, across) <= MOST_LINES:
            return replace(exhibit, sentence=told)
    return exhibit


def behind(asked: Question, exhibit: Exhibit) -> str:
    """The words behind the last changes of a ledger, the earlier first; nothing on any other view."""
    if (exhibit.subject, exhibit.shape) != ("pledges", "ledger"):
        return ""
    table = exhibit.table
    changes = table[table["change"].isin(["moved", "first_record"]) & table["new_status"].notna()]
    if changes.empty:
        return ""
    told = []
    for last in records(changes.sort_values("announced_on", kind="stable").tail(LAST)):
        said = statement(asked.db, text(last["statement_id"])).rows if text(last["statement_id"]) else []
        told.append(last_words(last, said[0] if said else None))
    return f'<div class="behinds">{"".join(told)}</div>'
