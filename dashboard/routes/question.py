"""A request as a question: which exhibit, with which selection. Shared by all endings of a view."""

from collections.abc import Iterable
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
from dashboard.uses import known, unused

KNOWN = tuple(key.name for key in KEYS)


@dataclass(frozen=True)
class Question:
    """A page, its selection, what was left out of it, and the catalogue that it was read with.

    `idle` are keys of the address that the view, in this shape, has no use for.
    """

    page: str
    selection: Selection
    notices: tuple[str, ...]
    catalogue: Catalogue
    db: Database
    idle: tuple[str, ...] = ()

    def exhibit(self) -> Exhibit:
        """The answer: the same exhibit that the app shows."""
        return EXHIBITS[self.page](self.db, self.selection, self.catalogue)

    @property
    def told(self) -> tuple[str, ...]:
        """What a reader is told of the address: what was left out, what has no use here, who has no room."""
        return *self.notices, *left_out(self.selection, self.catalogue), *unused(self.selection)

    def refused(self, besides: Iterable[str]) -> dict[str, Any]:
        """For keys without a use here: which they are, and which this view knows; empty where there are none."""
        if not self.idle:
            return {}
        knows = [*known(self.selection), *besides]
        return {"error": "unknown parameters", "unknown": sorted(self.idle), "known": knows, "view": self.view}

    @property
    def view(self) -> str:
        """The page with its shape: ``pledges, shape contributions/months``."""
        return f"{self.page}, shape {self.selection.variant()}"

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
    idle = set(pairs) - set(known(selection))
    return Question(page, selection, notices, catalogue, db, tuple(idle))


def repeated(query: QueryParams) -> list[str]:
    """Says of each key, the ending's own too, that takes one value and is given more."""
    return address.repeated({name: query.getlist(name) for name in query})


def unchosen(page: str) -> dict[str, Any]:
    """What is answered where a card lacks its statement."""
    how = f"Say which: focus=…, a statement’s id; /api/statements.csv lists them. Such as /api/{page}.json?focus=…"
    return {"error": "No statement is chosen.", "hint": how, "page": page}
