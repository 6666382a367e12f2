"""The overview in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import long_date
from dashboard.sentence.words import phase_words, subject

if TYPE_CHECKING:
    from dashboard.selection import Selection


def overview(selection: "Selection", catalogue: Catalogue) -> str:
    """Where things stand, as of a day."""
    day = long_date(selection.day(catalogue))
    return f"{subject(selection, catalogue)}, {phase_words(selection, catalogue)}, as of {day}"
