"""Parts of a page that a reader opens: the sources of a view, why its numbers are what they are, lists to pick from."""

from collections.abc import Callable, Set

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from dashboard.catalogue import Catalogue
from dashboard.database import Database, DatabaseError
from dashboard.parts.sourcelist import source_list
from dashboard.published.plain import no_database, not_found
from dashboard.published.why import why
from dashboard.queries.catalogue import catalogue
from dashboard.queries.onrecord import on_record
from dashboard.queries.sources import sources
from dashboard.routes.question import is_page, question
from dashboard.search.synonyms import other_names
from dashboard.search.words import words

KEPT = "public, max-age=31536000, immutable"


def part(db: Database) -> Callable[[Request], Response]:
    """``/part/sources/<page>`` and ``/part/why/<page>`` under the address's filters, as a piece of HTML."""

    def endpoint(request: Request) -> Response:
        what, page = request.path_params["what"], request.path_params["page"]
        if what not in ("sources", "why") or not is_page(page):
            return not_found("There is no such part.")
        try:
            exhibit = question(db, page, request.query_params).exhibit()
            body = source_list(sources(db, exhibit.source_ids).rows) if what == "sources" else ""
            return HTMLResponse(body or why(exhibit.counts(), exhibit.sentence), headers={"Cache-Control": "no-cache"})
        except DatabaseError as error:
            return no_database(str(error))

    return endpoint


def options(db: Database) -> Callable[[Request], Response]:
    """``/part/options/<release>/<vocabulary>``: codes, labels and other names of a list to pick from; kept.

    Of places those with anything on record come first; the others are told apart by a fourth value, true.
    """

    def endpoint(request: Request) -> Response:
        try:
            known = catalogue(db)
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503)
        vocabulary = request.path_params["vocabulary"]
        empty = set(known.labels.get("place", {})) - on_record(db) if vocabulary == "place" else set[str]()
        return listed(known, request.path_params["release"], vocabulary, empty)

    return endpoint


def listed(known: Catalogue, release: str, vocabulary: str, empty: Set[str] = frozenset()) -> Response:
    """The list, what is ``empty`` last; 404 for one that nothing knows, or of a release that isn't served."""
    if release != known.release or vocabulary not in known.labels:
        return JSONResponse({"error": "There is no such list."}, 404)
    names = known.labels[vocabulary]
    rows: list[list[str | bool]] = [[code, label, *named_otherwise(label)] for code, label in names.items()]
    rows = [row for row in rows if row[0] not in empty] + [[*row, ""][:3] + [True] for row in rows if row[0] in empty]
    return JSONResponse(rows, headers={"Cache-Control": KEPT})


def named_otherwise(label: str) -> list[str]:
    """What else it is looked for as, in plain letters; nothing for most."""
    found = other_names(" ".join(word.folded for word in words(label)))
    return [found] if found else []
