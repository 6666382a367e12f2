"""Whether the server can answer questions: for those who watch it."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.database import Database, DatabaseError


def healthz(db: Database) -> Callable[[Request], Response]:
    """200 with the release that is served; 503 while there is no database."""

    def endpoint(_request: Request) -> Response:
        try:
            return JSONResponse({"status": "ok", "release": str(db.release()["release"])}, headers=FRESH)
        except DatabaseError as error:
            return JSONResponse({"status": "no database", "message": str(error)}, 503, headers=FRESH)

    return endpoint


FRESH = {"Cache-Control": "no-store"}
