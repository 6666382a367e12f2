"""A profile in words: of whom or what, as of which day."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import long_date
from dashboard.sentence.words import joined

if TYPE_CHECKING:
    from dashboard.selection import Selection


def country(selection: "Selection", catalogue: Catalogue) -> str:
    """The countries or organisations shown, and the day as of which they stand."""
    names = joined(catalogue.names("place", selection.countries[:2])) or "All countries and organisations"
    return f"{names}, as of {long_date(selection.day(catalogue))}"


def speaker(selection: "Selection", catalogue: Catalogue) -> str:
    """The speaker shown."""
    return joined(catalogue.names("speaker", selection.speakers[:1])) or "All speakers"


def event(selection: "Selection", catalogue: Catalogue) -> str:
    """The event shown."""
    return joined(catalogue.names("event", selection.events[:1])) or "All events"
