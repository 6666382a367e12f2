"""A selection in words. The same sentence is subtitle, alternative text, caption and file name."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue

if TYPE_CHECKING:
    from dashboard.selection import Selection

MONTHS = (
    "January February March April May June July August September October November December"
).split()
MOST_NAMES = 4


def day_words(day: dt.date) -> str:
    """A day as text, `4 September 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def span_words(since: dt.date, until: dt.date) -> str:
    """A span as text, saying month and year once where both days share them."""
    if since == until:
        return day_words(since)
    if (since.year, since.month) == (until.year, until.month):
        return f"{since.day}–{day_words(until)}"
    if since.year == until.year:
        return f"{since.day} {MONTHS[since.month - 1]} – {day_words(until)}"
    return f"{day_words(since)} – {day_words(until)}"


def listed(names: Sequence[str], last: str = "and", most: int = MOST_NAMES) -> str:
    """Names as text; beyond `most` the rest is counted."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"
    return f" {last} ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "") if part)


def lowered(label: str) -> str:
    """A label inside a sentence; names and abbreviations keep their capitals."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def sentence_of(selection: "Selection", catalogue: Catalogue) -> str:
    """What the page shows under this selection, in one line."""
    return {"overview": overview, "timeline": timeline, "pledges": pledges, "network": network}[selection.page](
        selection, catalogue
    )


def overview(selection: "Selection", catalogue: Catalogue) -> str:
    """Where things stand, as of a day."""
    return f"{subject(selection, catalogue)}, as of {day_words(selection.day(catalogue))}"


def pledges(selection: "Selection", catalogue: Catalogue) -> str:
    """Positions on a kind, by whom, under which filters, as of a day or over a span."""
    parts = [subject(selection, catalogue) + whose(selection, catalogue), *position_filters(selection, catalogue)]
    over_time = selection.shape_shown() in ("ledger", "rows")
    span = span_words(*selection.window(catalogue))
    when = span if over_time else f"as of {day_words(selection.day(catalogue))}"
    phase = lowered(catalogue.label("phase", selection.phase_shown(catalogue)))
    return ", ".join([parts[0], phase, *parts[1:], when])


def timeline(selection: "Selection", catalogue: Catalogue) -> str:
    """Events and statements, of whom, on what, in which days."""
    head = "Events and statements" + whose(selection, catalogue) + about(selection, catalogue)
    kinds = listed([lowered(name) for name in catalogue.names("event_category", selection.categories)], "or")
    parts = [head, f"events of the category {kinds}" if kinds else "", mentioning(selection)]
    return ", ".join([*filter(None, parts), span_words(*selection.window(catalogue))])


def network(selection: "Selection", catalogue: Catalogue) -> str:
    """Statements of whom about whom, on what, in which days."""
    head = "Statements in which one side speaks of another" + about(selection, catalogue)
    with_whom = listed(places(selection, catalogue))
    parts = [head, f"with {with_whom} on either side" if with_whom else ""]
    return ", ".join([*filter(None, parts), span_words(*selection.window(catalogue))])


def subject(selection: "Selection", catalogue: Catalogue) -> str:
    """What the positions are on."""
    return f"Positions on {lowered(catalogue.label('position_kind', selection.kind_shown(catalogue)))}"


def places(selection: "Selection", catalogue: Catalogue) -> list[str]:
    """The countries, organisations and groups chosen."""
    return catalogue.names("place", selection.countries) + catalogue.names("bloc", selection.blocs)


def whose(selection: "Selection", catalogue: Catalogue) -> str:
    """Of whom, and by which speakers; empty when nobody is chosen."""
    of = listed(places(selection, catalogue))
    by = listed(catalogue.names("speaker", selection.speakers))
    return (f" of {of}" if of else "") + (f" by {by}" if by else "")


def about(selection: "Selection", catalogue: Catalogue) -> str:
    """On which topics; empty when none is chosen."""
    topics = listed([lowered(name) for name in catalogue.names("topic", selection.topics)], "or")
    return f" on {topics}" if topics else ""


def mentioning(selection: "Selection") -> str:
    """The text that rows must hold."""
    return f"mentioning “{selection.text}”" if selection.text else ""


def position_filters(selection: "Selection", catalogue: Catalogue) -> list[str]:
    """The filters on standing positions, each as a phrase."""
    phrases = (
        ("{}", "pledge_status", selection.statuses),
        ("naming {} as a condition", "condition", selection.conditions),
        ("said by {}", "basis", selection.bases),
        ("within {}", "framework", selection.frameworks),
    )
    said = [
        phrase.format(listed([lowered(name) for name in catalogue.names(vocabulary, codes)], "or"))
        for phrase, vocabulary, codes in phrases
        if codes
    ]
    return [*said, *filter(None, [mentioning(selection)])]
