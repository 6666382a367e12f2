"""A request as a question: which exhibit, with which selection. Shared by all endings of a view."""

from dataclasses import dataclass

from starlette.datastructures import QueryParams

from dashboard.address import KEYS
from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.registry import EXHIBITS
from dashboard.queries.catalogue import catalogue as read_catalogue
from dashboard.selection import Selection

KNOWN = tuple(key.name for key in KEYS)


@dataclass(frozen=True)
class Question:
    """A page, its selection, what was left out of it, and the catalogue that it was read with."""

    page: str
    selection: Selection
    notices: tuple[str, ...]
    catalogue: Catalogue
    db: Database

    def exhibit(self) -> Exhibit:
        """The answer: the same exhibit that the app shows."""
        return EXHIBITS[self.page](self.db, self.selection, self.catalogue)


def is_page(page: str) -> bool:
    """Whether there is such a view."""
    return page in EXHIBITS


def question(db: Database, page: str, query: QueryParams, besides: tuple[str, ...] = ()) -> Question:
    """The question that an address asks; keys in `besides` are the route's own and no filters."""
    catalogue = read_catalogue(db)
    pairs = {name: query.getlist(name) for name in query if name not in besides}
    selection, notices = Selection.from_query(page, pairs, catalogue)
    return Question(page, selection, notices, catalogue, db)
