"""A view as a picture, and back: PNG and SVG of the published page, and the view that a picture remembers."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard import log
from dashboard.address import CARDS
from dashboard.citing.address import path_of
from dashboard.database import Database, DatabaseError
from dashboard.pictures.chrome import HOW, find, missing
from dashboard.pictures.edition import edition
from dashboard.pictures.gallery import GALLERY, Gallery
from dashboard.pictures.memory import ADDRESS, RELEASE, ROWS, stamped
from dashboard.pictures.shot import NotTaken, Shot
from dashboard.pictures.studio import STUDIO, NoChrome, TooMany
from dashboard.pictures.vector import lettered
from dashboard.published.canvas import canvas_of
from dashboard.published.plain import not_found, plain
from dashboard.routes.captioned import captioned
from dashboard.routes.looks import LOOKS, misfit, question_of
from dashboard.routes.posted import posted
from dashboard.routes.question import Question, is_page
from dashboard.routes.reopened import digest, reopened

TYPES = {"png": "image/png", "svg": "image/svg+xml"}
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Order:
    """A picture that can be taken: of the answer to which question, from which server, under which key it hangs."""

    asked: Question
    shot: Shot
    server: str

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from every other picture."""
        finer = (str(self.shot.scale),) if self.shot.scale > 1 else ()
        return self.asked.catalogue.release, self.shot.form, self.shot.address, *finer

    @property
    def etag(self) -> str:
        """The same picture has the same tag: release, address and look, drawn by the same app."""
        release, *rest = self.key
        return f'"{release}-{hashlib.sha256(" ".join((*rest, edition())).encode()).hexdigest()[:16]}"'

    def headers(self) -> dict[str, str]:
        """What is said with the picture."""
        name = f"{self.asked.selection.file_stem(self.asked.catalogue)}.{self.shot.form}"
        return {
            "ETag": self.etag,
            "Cache-Control": "no-cache",
            "X-Release": self.key[0],
            "Content-Disposition": f'attachment; filename="{name}"',
        }

    def words(self) -> dict[str, str]:
        """What the picture says of itself, keyword by keyword."""
        exhibit, link = self.asked.exhibit(), self.asked.selection.to_link(self.asked.catalogue)
        return {
            ADDRESS: path_of(self.asked.page, link),
            RELEASE: self.asked.catalogue.release,
            ROWS: digest(exhibit.table),
            "Title": exhibit.title,
            "Description": f"{exhibit.sentence}. {exhibit.reading}",
            "Software": "Guarantees",
        }


def routes(db: Database) -> list[BaseRoute]:
    """What answers under ``/picture``, in the order in which it is tried."""
    return [
        Route("/picture/ready", ready, methods=["GET"]),
        *posted("/picture/open", reopened(db)),
        *(Route(f"/picture/{{page}}.{form}", picture(db, form), methods=["GET"]) for form in TYPES),
        Route("/picture/{page}.txt", captioned(db), methods=["GET"]),
        Route("/picture/{rest:path}", unknown, methods=["GET"]),
        *(Route(f"/{page}", read_there, methods=["GET"]) for page in CARDS),
        *(Route(f"/{page}/{{rest:path}}", nowhere, methods=["GET"]) for page in CARDS),
    ]


def picture(db: Database, form: str, gallery: Gallery = GALLERY) -> Endpoint:
    """PNG or SVG: 200, 304 by ETag, 400 on what can't be honoured, 404, 503 where no picture can be taken."""

    async def endpoint(request: Request) -> Response:
        page = request.path_params["page"]
        if not is_page(page):
            return await unknown(request)
        try:
            order = await run_in_threadpool(ordered, db, page, form, request)
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503)
        if isinstance(order, Response):
            return order
        if order.etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=order.headers())
        try:
            body = gallery.shelf.get(order.key) or await taken(order, gallery)
        except NotTaken as error:
            return failed(error, request)
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503)
        return Response(body, media_type=TYPES[form], headers=order.headers())

    return endpoint


async def taken(order: Order, gallery: Gallery) -> bytes:
    """The picture as it leaves: it remembers its view."""
    words = await run_in_threadpool(order.words)
    finish = partial(lettered if order.shot.form == "svg" else stamped, words=words)
    return await asyncio.wrap_future(gallery.picture(order.key, order.shot, order.server, finish))


def ordered(db: Database, page: str, form: str, request: Request) -> Order | Response:
    """What a request asks for, or why it can't be honoured."""
    looks = LOOKS | {name: request.query_params[name] for name in LOOKS if name in request.query_params}
    asked = question_of(db, page, request)
    if isinstance(asked, Response):
        return asked
    wrong, server = misfit(looks), own_address(request)
    if wrong:
        return JSONResponse(wrong, 400)
    if server is None:
        return JSONResponse({"error": "Pictures need a server that listens on a port of its own."}, 503)
    return order_of(asked, form, looks, server)


def order_of(asked: Question, form: str, looks: dict[str, str], server: str, scale: int = 1) -> Order:
    """The order for an answered question; `scale` as a shot has it."""
    link, canvas = asked.selection.to_link(asked.catalogue), canvas_of(looks)
    assert canvas is not None
    path = f"/view/{asked.page}?{urlencode({**link, **looks}, doseq=True)}"
    return Order(asked, Shot(path, canvas.width, canvas.height, form, scale), server)


def own_address(request: Request) -> str | None:
    """Where this server answers on this machine: by its own port, never by what the request calls it."""
    host, port = request.scope.get("server") or (None, None)
    return f"127.0.0.1:{port}" if host and isinstance(port, int) else None


def failed(error: NotTaken, request: Request) -> Response:
    """503 with the reason; in words where one asks for pages, else with the published page to open instead.

    What shouldn't happen is logged, and the reader is told under which reference.
    """
    said, told = str(error), dict[str, str]()
    if not isinstance(error, NoChrome | TooMany):
        query = {name: request.query_params.getlist(name) for name in request.query_params}
        told["reference"] = log.failed("a picture failed", error, request.url.path, query)
        said = f"{said} If you report it, give the reference {told['reference']}."
    published = str(request.url.path).replace("/picture/", "/view/").rpartition(".")[0]
    if "text/html" in request.headers.get("accept", ""):
        return plain("No picture", said, 503)
    headers = {} if isinstance(error, NoChrome) else {"Retry-After": "30"}
    return JSONResponse({"error": said, "page": published, **told}, 503, headers=headers)


async def read_there(request: Request) -> Response:
    """What is published without a page in the app is read there among the statements."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name in ("focus", "release")]
    return RedirectResponse(f"/statements?{urlencode(kept)}", 302)


async def nowhere(_request: Request) -> Response:
    """404 for an address below a statement's own."""
    return not_found("There is nothing at this address.")


async def ready(_request: Request) -> Response:
    """Whether pictures can be taken here, and what is missing; starts the browser for the one that follows."""
    if find() is None:
        return JSONResponse({"is_ready": False, "missing": missing(), "how": HOW}, headers=FRESH)
    STUDIO.warm()  # one that doesn't start is told to whoever asks for the picture
    return JSONResponse({"is_ready": True}, headers=FRESH)


async def unknown(_request: Request) -> Response:
    """404 for a picture that nothing knows."""
    return JSONResponse({"error": "There is no such picture."}, 404)


FRESH = {"Cache-Control": "no-store"}
