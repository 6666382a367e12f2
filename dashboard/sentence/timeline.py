"""A window of the timeline in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import in_words, plural, span
from dashboard.readings.wording import lowered
from dashboard.sentence.words import about, joined, mentioning, whose

if TYPE_CHECKING:
    from dashboard.selection import Selection

MOST_PINNED = 2


def timeline(selection: "Selection", catalogue: Catalogue) -> str:
    """Events and statements, of whom, on what, in which days, what is pinned, on which lanes."""
    head = "Events and statements" + whose(selection, catalogue) + about(selection, catalogue)
    kinds = joined([lowered(name) for name in catalogue.names("event_category", selection.categories)], "or")
    there = joined([f"“{title}”" for title in catalogue.names("event", selection.events)], "or", 2)
    parts = [
        head,
        f"events of the category {kinds}" if kinds else "",
        f"of {there}" if there else "",
        mentioning(selection),
        pinned(selection, catalogue),
        lanes(selection),
    ]
    return ", ".join([*filter(None, parts), span(*selection.window(catalogue))])


def pinned(selection: "Selection", catalogue: Catalogue) -> str:
    """What is shown whatever the filters keep: events by title, further ones and statements by their number."""
    events = catalogue.labels.get("event", {})
    titles = [f"“{events[one]}”" for one in selection.pins if one in events]
    rest = {
        "more event": len(titles) - MOST_PINNED,
        "statement": sum(one in catalogue.row_ids and one not in events for one in selection.pins),
    }
    numbers = [f"{in_words(count)} {plural(count, noun)}" for noun, count in rest.items() if count > 0]
    told = joined([*titles[:MOST_PINNED], *numbers])
    return f"with {told} pinned" if told else ""


def lanes(selection: "Selection") -> str:
    """How statements are grouped, where it isn't by capital; two actors alone stand face to face."""
    group = selection.option("group")
    if len(selection.countries) == 2 and not selection.blocs and group in ("capital", "country"):
        return "face to face"
    return "" if group == "capital" else f"grouped by {group}"
