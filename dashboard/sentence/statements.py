"""A search among statements in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import span
from dashboard.sentence.words import about, mentioning, whose

if TYPE_CHECKING:
    from dashboard.selection import Selection


def statements(selection: "Selection", catalogue: Catalogue) -> str:
    """Statements of whom, on what, with which words, in which days."""
    parts = ["Statements" + whose(selection, catalogue) + about(selection, catalogue), mentioning(selection)]
    return ", ".join([*filter(None, parts), span(*selection.window(catalogue))])
