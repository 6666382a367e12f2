"""What a comparison of two days leaves to ask for: who only said the same again; another day than the same twice."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.play import change_days
from dashboard.exhibits.ways import here
from dashboard.queries.compare import days
from dashboard.readings.compare import again_words
from dashboard.readings.prose import long_date, sentence
from dashboard.readings.wording import Row
from dashboard.selection import Selection

Way = tuple[str, str, str]


def further(db: Database, selection: Selection, catalogue: Catalogue, left: Sequence[Row]) -> list[Way]:
    """What is said above the list, the words of a link, its address; `left` are the paths that aren't listed."""
    since, until = days(selection, catalogue)
    if since == until:
        return [another(db, selection, catalogue)]
    words, address = again_words(left), here(replace(selection, changes="all"), catalogue)
    said = "" if selection.statuses else sentence(words)  # under a status everybody is named already
    return [(said, "Show what they said", address)] if words else []


def another(db: Database, selection: Selection, catalogue: Catalogue) -> Way:
    """That both days are one, and the nearest day on which a position was stated, an earlier one where there is any."""
    day = selection.day(catalogue)
    said = f"Both days are {long_date(day)}, so nothing can have moved between them."
    told = change_days(db, selection, catalogue)
    before, after = [one for one in told if one < day], [one for one in told if one > day]
    if not before and not after:
        return said, "", ""
    near = before[-1] if before else after[0]
    which = "the last day before on which" if before else "the first day after on which"
    address = here(replace(selection, asof2=near, focus=None), catalogue)
    return said, f"Compare with {long_date(near)}, {which} a position was stated", address
