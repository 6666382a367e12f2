"""A profile in words: of whom or what, as of which day."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import long_date, span
from dashboard.sentence.words import joined

if TYPE_CHECKING:
    from dashboard.selection import Selection


def country(selection: "Selection", catalogue: Catalogue) -> str:
    """The countries or organisations shown, and the day as of which they stand."""
    names = joined(catalogue.names("place", selection.countries[:2])) or "All countries and organisations"
    beyond = left_out(catalogue.names("place", selection.countries[2:]))
    return f"{names}, as of {long_date(selection.day(catalogue))}{beyond}"


def of(selection: "Selection", catalogue: Catalogue, how: str) -> str:
    """The countries and organisations that a list is narrowed to."""
    names = joined(catalogue.names("place", selection.countries), "or")
    return f" {how} {names}" if names else ""


def left_out(names: Sequence[str]) -> str:
    """Those chosen for whom there is no room, as the end of a sentence."""
    return f"; chosen, but not shown: {joined(names)}" if names else ""


def speaker(selection: "Selection", catalogue: Catalogue) -> str:
    """The speaker shown, over all days covered."""
    covered = span(catalogue.covered_from, catalogue.covered_until)
    name = joined(catalogue.names("speaker", selection.speakers[:1]))
    beyond = left_out(catalogue.names("speaker", selection.speakers[1:]))
    return (
        f"Offices, statements and answers of {name}, {covered}{beyond}"
        if name
        else f"All speakers{of(selection, catalogue, 'for')}, {covered}"
    )


def event(selection: "Selection", catalogue: Catalogue) -> str:
    """The event shown, and the day up to which changes since are told."""
    title = joined(catalogue.names("event", selection.events[:1]))
    if not title:
        return f"All events{of(selection, catalogue, 'with')}, {span(catalogue.covered_from, catalogue.covered_until)}"
    until, beyond = long_date(selection.day(catalogue)), left_out(catalogue.names("event", selection.events[1:]))
    told = "who took part, what each had on record, what was said and answered on any day"
    return f"{title}: {told}; changes up to {until}{beyond}"
