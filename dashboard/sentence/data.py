"""A document about the release in words."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import span

if TYPE_CHECKING:
    from dashboard.selection import Selection

WORDS = {
    "method": "How rows were found, coded and checked",
    "codebook": "All tables, columns and codes",
    "quality": "Sources, doubts, coverage and gaps",
    "release": "Files, licence, citation and change log",
}


def data(selection: "Selection", catalogue: Catalogue) -> str:
    """What is told of the release, and the days that it covers; of which table, where one is chosen."""
    shape = selection.shape_shown()
    one = shape == "codebook" and selection.relation
    told = f"Columns and codes of “{selection.relation}”" if one else WORDS[shape]
    return f"{told}, release {catalogue.release}, {span(catalogue.covered_from, catalogue.covered_until)}"
