"""A window of the timeline in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import span
from dashboard.readings.wording import lowered
from dashboard.sentence.words import about, joined, mentioning, whose

if TYPE_CHECKING:
    from dashboard.selection import Selection


def timeline(selection: "Selection", catalogue: Catalogue) -> str:
    """Events and statements, of whom, on what, in which days, on which lanes."""
    head = "Events and statements" + whose(selection, catalogue) + about(selection, catalogue)
    kinds = joined([lowered(name) for name in catalogue.names("event_category", selection.categories)], "or")
    there = joined([f"“{title}”" for title in catalogue.names("event", selection.events)], "or", 2)
    parts = [
        head,
        f"events of the category {kinds}" if kinds else "",
        f"of {there}" if there else "",
        mentioning(selection),
        lanes(selection),
    ]
    return ", ".join([*filter(None, parts), span(*selection.window(catalogue))])


def lanes(selection: "Selection") -> str:
    """How statements are grouped, where it isn't by capital; two actors alone stand face to face."""
    group = selection.option("group")
    if len(selection.countries) == 2 and not selection.blocs and group in ("capital", "country"):
        return "face to face"
    return "" if group == "capital" else f"grouped by {group}"
