"""The app's own addresses: the page that starts it, with a head that says the view to whoever previews the link."""

from collections.abc import Callable
from html import escape

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard import head, log
from dashboard.address import SHAPES, SLIPS
from dashboard.database import Database, DatabaseError
from dashboard.exhibits.headline import headline, opened
from dashboard.published.links import Place, preview
from dashboard.routes.question import question

READ = ["GET", "HEAD"]
FRESH = {"Cache-Control": "no-cache"}


def routes(db: Database) -> list[BaseRoute]:
    """A route per page of the app, and one per slip of a page's name that leads there."""
    return [
        *(Route("/" if page == "overview" else f"/{page}", front(db, page), methods=READ) for page in SHAPES),
        *(Route(f"/{slip}{end}", onward, methods=READ) for slip in SLIPS for end in ("", "/")),
    ]


def onward(request: Request) -> Response:
    """To the page that was meant, with all that the address holds."""
    page, query = SLIPS[request.url.path.strip("/")], request.url.query
    return RedirectResponse(f"/{page}?{query}" if query else f"/{page}")


def front(db: Database, page: str) -> Callable[[Request], Response]:
    """The page that starts the app; without a database its head speaks of the collection alone."""

    def endpoint(request: Request) -> Response:
        try:
            told = said(db, page, request)
        except DatabaseError:
            told = head.plain(page)
        except Exception as error:  # the app's own page tells the reader
            query = request.query_params
            log.failed("a head failed", error, page, {name: query.getlist(name) for name in query})
            told = head.plain(page)
        return Response(
            head.index(page, told, request.query_params.get("shape", "")), media_type="text/html", headers=FRESH
        )

    return endpoint


def said(db: Database, page: str, request: Request) -> str:
    """Title, description and preview of the view that the address asks for, or of the statement that is open in it."""
    asked = question(db, page, request.query_params)
    selection, catalogue = asked.selection, asked.catalogue
    sentence = selection.sentence(catalogue)
    card = opened(db, selection, catalogue)
    title, described = card or (headline(selection, catalogue), f"{sentence}. {head.DESCRIPTION}")
    place = Place(page, selection.to_link(catalogue), str(request.base_url))
    return (
        f"<title>{escape(title)} · {head.NAME}</title>\n"
        f'<meta name="description" content="{escape(described)}" />\n'
        f"{preview(place, title, described, described if card else f'{title}: {sentence}', bool(card))}"
    )
