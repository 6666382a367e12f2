"""What the API says of itself: a document for programs, a page for people."""

import json
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.catalogue import Catalogue
from dashboard.citing.address import public_url
from dashboard.database import Database, DatabaseError
from dashboard.endings.manual import manual
from dashboard.endings.openapi import openapi
from dashboard.exhibits.registry import EXHIBITS
from dashboard.queries.catalogue import catalogue
from dashboard.routes.api import OPEN
from dashboard.routes.kept import Kept

PLAIN: Mapping[str, str] = {"Content-Type": "text/html; charset=utf-8"}
DOCUMENT = {**OPEN, "Content-Type": "application/json", "Content-Disposition": 'inline; filename="openapi.json"'}


def routes(db: Database) -> list[BaseRoute]:
    """The page, and the document."""

    def document(known: Catalogue, server: str) -> bytes:
        return json.dumps(openapi(known, tuple(EXHIBITS), server), ensure_ascii=False, indent=1).encode()

    def page(known: Catalogue, server: str) -> bytes:
        return manual(known, tuple(EXHIBITS), server).encode()

    return [
        Route("/api", described(db, page, PLAIN), methods=["GET"]),
        Route("/api/", moved, methods=["GET"]),
        Route("/api/openapi.json", described(db, document, DOCUMENT), methods=["GET"]),
    ]


def described(
    db: Database, make: Callable[[Catalogue, str], bytes], headers: Mapping[str, str]
) -> Callable[[Request], Response]:
    """What is made from the release's catalogue and the server's address."""

    def endpoint(request: Request) -> Response:
        try:
            known = catalogue(db)
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503, headers=OPEN)
        server = public_url() or str(request.base_url).rstrip("/")
        body = make(known, server)
        return Kept(body, known.release, {**headers, "X-Release": known.release}).answer(request)

    return endpoint


def moved(request: Request) -> Response:
    """The page's address without a slash at its end, for its links are relative."""
    return RedirectResponse(str(request.base_url).rstrip("/") + "/api", 308)
