"""What was corrected in what a card tells."""

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.links import place_links
from dashboard.parts.corrected import corrected_list
from dashboard.queries.corrected import corrected
from dashboard.selection import Selection

CARDS = ("statement", "pledge")


def mended(db: Database, selection: Selection, catalogue: Catalogue, page: str, one: str) -> str:
    """A card's part on the cells that said something else once: of its row, and of what has no card of its own."""
    told = [row for row in corrected(db, page, [one]).rows if row["page"] == page or row["page"] not in CARDS]
    return corrected_list(told, place_links(selection, catalogue))
