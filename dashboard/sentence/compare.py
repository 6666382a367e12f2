"""Two days compared, in words: on what, of whom, under which filters, which days, how much of it."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import long_date
from dashboard.sentence.words import joined, phase_words, places, subject

if TYPE_CHECKING:
    from dashboard.selection import Selection


def compare(selection: "Selection", catalogue: Catalogue, filters: list[str]) -> str:
    """Positions on a kind on one day and on a later one; filters on positions hold on the earlier day."""
    first, last = sorted((selection.earlier_day(catalogue), selection.day(catalogue)))
    of = joined(places(selection, catalogue))
    by = joined(catalogue.names("speaker", selection.speakers))
    held = [*filters, f"by {by}"] if by else filters
    which = "the earlier day" if first < last else "that day"
    said = f", of those {'; '.join(held)} on {which}" if held else ""
    every = ", with all that was said" if selection.option("changes") == "all" else ""
    head = subject(selection, catalogue) + (f" of {of}" if of else "")
    when = f"on {long_date(first)} and on {long_date(last)}" if first < last else f"on {long_date(first)} alone"
    return f"{head}, {phase_words(selection, catalogue)}, {when}{said}{every}"
