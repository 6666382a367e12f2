"""A window of who speaks of whom, in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.choices import choices
from dashboard.readings.names import the
from dashboard.readings.prose import span
from dashboard.sentence.words import about, joined, places

if TYPE_CHECKING:
    from dashboard.selection import Selection

FOLDS = {"both": "persons apart from their capitals", "persons": "persons on persons only"}


def network(selection: "Selection", catalogue: Catalogue) -> str:
    """Statements of whom about whom, on what, in which days; everything that chooses or orders them."""
    head = in_focus(selection, catalogue) + about(selection, catalogue)
    with_whom = joined(places(selection, catalogue))
    least = int(selection.option("least") or 1)
    parts = [
        head,
        FOLDS.get(selection.option("fold"), ""),
        f"with {with_whom} on either side" if with_whom else "",
        f"ties of {least} statements and more" if least > 1 else "",
        ordered(selection),
    ]
    return ", ".join([*filter(None, parts), span(*selection.window(catalogue))])


def in_focus(selection: "Selection", catalogue: Catalogue) -> str:
    """Who speaks of whom: anybody, the sides in focus, or the way from one to another."""
    source, tie, target = (selection.focus or "").partition(">")
    actors = catalogue.labels.get("actor", {})
    if source not in actors or selection.shape_shown() == "actors":
        return "Statements in which one side speaks of another"
    name = the(actors[source])
    if tie:
        return f"Statements of {name} on {the(actors.get(target, target))}"
    if selection.target in actors and selection.target != source:
        return f"The shortest path of statements from {name} to {the(actors[selection.target or ''])}"
    around = ", and of and about those they are tied to" if selection.option("steps") == "2" else ""
    return f"Statements of and about {name}{around}"


def ordered(selection: "Selection") -> str:
    """The order of a table of boxes or of actors, where it isn't the usual one."""
    if selection.sort is None or selection.shape_shown() == "network":
        return ""
    words = choices("network", "sort").get(selection.sort, "")
    return f"in the order of “{words}”" if words else ""
