"""A selection in words. The same sentence is subtitle, alternative text, caption and file name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.names import the
from dashboard.readings.prose import long_date, span
from dashboard.readings.wording import lowered, on_what

if TYPE_CHECKING:
    from dashboard.selection import Selection

MOST_NAMES = 4


def joined(names: Sequence[str], last: str = "and", most: int = MOST_NAMES) -> str:
    """Names as text, with `and` or `or`; beyond `most` the rest is counted."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"
    return f" {last} ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "") if part)


def sentence_of(selection: "Selection", catalogue: Catalogue) -> str:
    """What the page shows under this selection, in one line."""
    return {"overview": overview, "timeline": timeline, "pledges": pledges, "network": network}[selection.page](
        selection, catalogue
    )


def overview(selection: "Selection", catalogue: Catalogue) -> str:
    """Where things stand, as of a day."""
    day = long_date(selection.day(catalogue))
    return f"{subject(selection, catalogue)}, {phase_words(selection, catalogue)}, as of {day}"


def pledges(selection: "Selection", catalogue: Catalogue) -> str:
    """Positions on a kind, by whom, under which filters, as of a day or over a span."""
    parts = [subject(selection, catalogue) + whose(selection, catalogue), *position_filters(selection, catalogue)]
    over_time = selection.shape_shown() in ("ledger", "rows")
    when = span(*selection.window(catalogue)) if over_time else f"as of {long_date(selection.day(catalogue))}"
    return ", ".join([parts[0], phase_words(selection, catalogue), *parts[1:], when])


def timeline(selection: "Selection", catalogue: Catalogue) -> str:
    """Events and statements, of whom, on what, in which days."""
    head = "Events and statements" + whose(selection, catalogue) + about(selection, catalogue)
    kinds = joined([lowered(name) for name in catalogue.names("event_category", selection.categories)], "or")
    parts = [head, f"events of the category {kinds}" if kinds else "", mentioning(selection)]
    return ", ".join([*filter(None, parts), span(*selection.window(catalogue))])


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


def phase_words(selection: "Selection", catalogue: Catalogue) -> str:
    """Which debate the positions belong to."""
    return lowered(catalogue.label("phase", selection.phase_shown(catalogue)))


def subject(selection: "Selection", catalogue: Catalogue) -> str:
    """What the positions are on."""
    kind = selection.kind_shown(catalogue)
    return f"Positions on {on_what(kind, catalogue.label('position_kind', kind))}"


def places(selection: "Selection", catalogue: Catalogue) -> list[str]:
    """The countries, organisations and groups chosen."""
    return catalogue.names("place", selection.countries) + catalogue.names("bloc", selection.blocs)


def whose(selection: "Selection", catalogue: Catalogue) -> str:
    """Of whom, and by which speakers; empty when nobody is chosen."""
    of = joined(places(selection, catalogue))
    by = joined(catalogue.names("speaker", selection.speakers))
    return (f" of {of}" if of else "") + (f" by {by}" if by else "")


def about(selection: "Selection", catalogue: Catalogue) -> str:
    """On which topics; empty when none is chosen."""
    topics = joined([lowered(name) for name in catalogue.names("topic", selection.topics)], "or")
    return f" on {topics}" if topics else ""


def mentioning(selection: "Selection") -> str:
    """The text that rows must hold."""
    return f"mentioning “{selection.text}”" if selection.text else ""


def position_filters(selection: "Selection", catalogue: Catalogue) -> list[str]:
    """The filters on standing positions, each as a phrase."""
    phrases = (
        ("{}", "pledge_status", selection.statuses),
        ("on the condition {}, named now or earlier", "condition", selection.conditions),
        ("on the word of {}", "basis", selection.bases),
        ("within {}", "framework", selection.frameworks),
    )
    quoted = {"condition": "“{}”"}
    said = [
        phrase.format(
            joined(
                [quoted.get(vocabulary, "{}").format(lowered(name)) for name in catalogue.names(vocabulary, codes)],
                "or",
            )
        )
        for phrase, vocabulary, codes in phrases
        if codes
    ]
    return [*said, *filter(None, [mentioning(selection)])]
