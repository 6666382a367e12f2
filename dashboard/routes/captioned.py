"""The caption that goes with a picture, as plain text: title, sentence, reading, source, the view's address."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from dashboard.citing.meta import citation
from dashboard.database import Database, DatabaseError
from dashboard.exhibits.exhibit import Exhibit
from dashboard.parts.proof import publishers, rows_shown
from dashboard.queries.sources import sources
from dashboard.routes.looks import question_of
from dashboard.routes.question import is_page
from dashboard.routes.view import place

FRESH = {"Cache-Control": "no-store"}


def captioned(db: Database) -> Callable[[Request], Response]:
    """Lines of text; the look of the picture changes nothing in them."""

    def endpoint(request: Request) -> Response:
        page = request.path_params["page"]
        if not is_page(page):
            return JSONResponse({"error": "There is no such picture."}, 404)
        try:
            asked = question_of(db, page, request)
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503)
        if isinstance(asked, Response):
            return asked
        exhibit, at = asked.exhibit(), place(asked, request)
        found_at = at.address or citation(exhibit, db.release(), at.link, at.asked)
        named = publishers(sources(db, exhibit.source_ids).frame)
        return PlainTextResponse(caption(exhibit, named, asked.catalogue.release, found_at), headers=FRESH)

    return endpoint


def caption(exhibit: Exhibit, named: str, release: str, found_at: str) -> str:
    """The lines; `named` are the publishers, `found_at` the view's address, or the citation where none leads here."""
    facts = rows_shown(exhibit.shown, exhibit.total, exhibit.unit), named, f"release {release}"
    lines = exhibit.title, f"{exhibit.sentence}.", exhibit.reading, f"Source: Guarantees, {' · '.join(facts)}", found_at
    return "\n".join(filter(None, lines))
