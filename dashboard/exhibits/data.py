"""The release as an exhibit: four documents about how it was made, what it means, how good it is, how to take it."""

from collections.abc import Callable

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.datacodebook import codebook
from dashboard.exhibits.datamethod import method
from dashboard.exhibits.dataquality import quality
from dashboard.exhibits.datarelease import release
from dashboard.exhibits.exhibit import Exhibit
from dashboard.selection import Selection

DOCUMENTS: dict[str, Callable[[Database, Selection, Catalogue], Exhibit]] = {
    "method": method,
    "codebook": codebook,
    "quality": quality,
    "release": release,
}


def data(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The document of the shape chosen."""
    return DOCUMENTS[selection.shape_shown()](db, selection, catalogue)
