"""A search among statements in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import span
from dashboard.readings.wording import lowered
from dashboard.sentence.words import about, joined, quoted, whose

if TYPE_CHECKING:
    from dashboard.selection import Selection

ORDERS = {"newest": "newest first", "oldest": "oldest first"}


def statements(selection: "Selection", catalogue: Catalogue) -> str:
    """Statements of whom, on what, with which words, in which tone, on whose word, in which days, in what order."""
    parts = [
        "Statements" + whose(selection, catalogue) + about(selection, catalogue),
        found_by(selection),
        toward(selection, catalogue),
        occasion(selection, catalogue),
        quotes(selection, catalogue),
        pages(selection, catalogue),
        span(*selection.window(catalogue)),
        ORDERS.get(selection.option("sort"), ""),
        f"page {selection.at}" if selection.at else "",
    ]
    return ", ".join(filter(None, parts))


def found_by(selection: "Selection") -> str:
    """The words looked for; phrases keep their own quotation marks; signs alone are no words."""
    words = selection.text or ""
    if words and not any(letter.isalnum() for letter in words):
        return f"with no word to look for in “{words}”"
    return f"found by {quoted(words)}" if words else ""


def toward(selection: "Selection", catalogue: Catalogue) -> str:
    """The tone toward anybody they speak of."""
    tones = joined([lowered(name) for name in catalogue.names("tone", selection.tones)], "or")
    return f"{tones} toward someone" if tones else ""


def occasion(selection: "Selection", catalogue: Catalogue) -> str:
    """The events at or about which they were said."""
    events = joined([f"“{name}”" for name in catalogue.names("event", selection.events)], "or")
    return f"at or about {events}" if events else ""


def quotes(selection: "Selection", catalogue: Catalogue) -> str:
    """The form of the words quoted."""
    forms = joined([lowered(name) for name in catalogue.names("quote_form", selection.quoted)], "or")
    return f"quoted ({forms})" if forms else ""


def pages(selection: "Selection", catalogue: Catalogue) -> str:
    """The standing of a page that they rest on."""
    standings = joined([lowered(name) for name in catalogue.names("standing", selection.standings)], "or")
    return f"with a source of this standing: {standings}" if standings else ""
