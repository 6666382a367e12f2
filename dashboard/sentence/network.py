"""A window of who speaks of whom, in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.names import the
from dashboard.readings.prose import span
from dashboard.sentence.words import about, joined, places

if TYPE_CHECKING:
    from dashboard.selection import Selection


def network(selection: "Selection", catalogue: Catalogue) -> str:
    """Statements of whom about whom, on what, in which days."""
    head = in_focus(selection, catalogue) + about(selection, catalogue)
    with_whom = joined(places(selection, catalogue))
    parts = [head, f"with {with_whom} on either side" if with_whom else ""]
    return ", ".join([*filter(None, parts), span(*selection.window(catalogue))])


def in_focus(selection: "Selection", catalogue: Catalogue) -> str:
    """Who speaks of whom: anybody, or the sides in focus."""
    source, tie, target = (selection.focus or "").partition(">")
    actors = catalogue.labels.get("actor", {})
    if source not in actors:
        return "Statements in which one side speaks of another"
    name = the(actors[source])
    return f"Statements of {name} on {the(actors.get(target, target))}" if tie else f"Statements of and about {name}"
