"""A profile in words: of whom or what, as of which day."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import long_date, span
from dashboard.sentence.words import joined

if TYPE_CHECKING:
    from dashboard.selection import Selection


def country(selection: "Selection", catalogue: Catalogue) -> str:
    """The countries or organisations shown, and the day as of which they stand."""
    names = joined(catalogue.names("place", selection.countries[:2])) or "All countries and organisations"
    rest = joined(catalogue.names("place", selection.countries[2:]))
    beyond = f"; two stand beside each other, {rest} is left out" if rest else ""
    return f"{names}, as of {long_date(selection.day(catalogue))}{beyond}"


def speaker(selection: "Selection", catalogue: Catalogue) -> str:
    """The speaker shown, over all days covered."""
    covered = span(catalogue.covered_from, catalogue.covered_until)
    name = joined(catalogue.names("speaker", selection.speakers[:1]))
    return f"Offices, statements and answers of {name}, {covered}" if name else f"All speakers, {covered}"


def event(selection: "Selection", catalogue: Catalogue) -> str:
    """The event shown, and the day up to which changes since are told."""
    title = joined(catalogue.names("event", selection.events[:1]))
    if not title:
        return "All events"
    until = long_date(selection.day(catalogue))
    return f"{title}: who took part, what each had on record, what was said and answered; changes up to {until}"
