"""A request as a question: which exhibit, with which selection. Shared by all endings of a view."""

from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from dashboard import address
from dashboard.address import CARDS, KEYS
from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.registry import EXHIBITS
from dashboard.exhibits.rows import left_out
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

    @property
    def told(self) -> tuple[str, ...]:
        """What a reader is told of the address: what was left out, and whom a profile has no room for."""
        return *self.notices, *left_out(self.selection, self.catalogue)

    @property
    def lacks_focus(self) -> bool:
        """True for a card of which nobody said, or not rightly, which statement it is of."""
        return self.page in CARDS and self.exhibit().is_empty


def is_page(page: str) -> bool:
    """Whether there is such a view."""
    return page in EXHIBITS


def question(db: Database, page: str, query: QueryParams, besides: tuple[str, ...] = ()) -> Question:
    """The question that an address asks; keys in `besides` are the route's own and no filters."""
    catalogue = read_catalogue(db)
    pairs = {name: query.getlist(name) for name in query if name not in besides}
    selection, notices = Selection.from_query(page, pairs, catalogue)
    return Question(page, selection, notices, catalogue, db)


def repeated(query: QueryParams) -> list[str]:
    """Says of each key, the ending's own too, that takes one value and is given more."""
    return address.repeated({name: query.getlist(name) for name in query})


def unchosen(page: str) -> dict[str, Any]:
    """What is answered where a card lacks its statement."""
    how = f"Say which: focus=…, a statement’s id; /api/statements.csv lists them. Such as /api/{page}.json?focus=…"
    return {"error": "No statement is chosen.", "hint": how, "page": page}
