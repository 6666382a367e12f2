"""A window of the timeline in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import span
from dashboard.readings.wording import lowered
from dashboard.sentence.words import about, joined, mentioning, whose

if TYPE_CHECKING:
    from dashboard.selection import Selection


def timeline(selection: "Selection", catalogue: Catalogue) -> str:
    """Events and statements, of whom, on what, in which days."""
    head = "Events and statements" + whose(selection, catalogue) + about(selection, catalogue)
    kinds = joined([lowered(name) for name in catalogue.names("event_category", selection.categories)], "or")
    parts = [head, f"events of the category {kinds}" if kinds else "", mentioning(selection)]
    return ", ".join([*filter(None, parts), span(*selection.window(catalogue))])
