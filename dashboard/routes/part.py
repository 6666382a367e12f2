"""Parts of a page that a reader opens: the sources of a view, why its numbers are what they are, lists to pick from."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from dashboard.catalogue import Catalogue
from dashboard.database import Database, DatabaseError
from dashboard.parts.sourcelist import source_list
from dashboard.published.plain import no_database, not_found
from dashboard.published.why import why
from dashboard.queries.catalogue import catalogue
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
    """``/part/options/<release>/<vocabulary>``: codes, labels and other names of a list to pick from; kept."""

    def endpoint(request: Request) -> Response:
        try:
            known = catalogue(db)
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503)
        return listed(known, request.path_params["release"], request.path_params["vocabulary"])

    return endpoint


def listed(known: Catalogue, release: str, vocabulary: str) -> Response:
    """The list; 404 for one that nothing knows, or of a release that isn't served."""
    if release != known.release or vocabulary not in known.labels:
        return JSONResponse({"error": "There is no such list."}, 404)
    rows = [[code, label, *named_otherwise(label)] for code, label in known.labels[vocabulary].items()]
    return JSONResponse(rows, headers={"Cache-Control": KEPT})


def named_otherwise(label: str) -> list[str]:
    """What else it is looked for as, in plain letters; nothing for most."""
    found = other_names(" ".join(word.folded for word in words(label)))
    return [found] if found else []
