"""The table behind a view, as a file: the same rows, whichever page shows them."""

import hashlib
from collections.abc import Callable

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.address import problem
from dashboard.database import Database, DatabaseError
from dashboard.published.table import as_csv
from dashboard.routes.question import KNOWN, is_page, question

LICENCE = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'


def csv(db: Database) -> Callable[[Request], Response]:
    """The exhibit's table as CSV: 200, 304 by ETag, 400 on what it can't honour, 404, 503 without a database."""

    def endpoint(request: Request) -> Response:
        subject = request.path_params["subject"]
        if not is_page(subject):
            return unknown(request)
        try:
            return refusal(request.query_params, str(db.release()["release"])) or table(db, subject, request)
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503)

    return endpoint


def refusal(query: QueryParams, served: str) -> Response | None:
    """400 for keys that nothing knows, with the list of those that are known; and for a release not served here."""
    strangers = sorted(set(query) - set(KNOWN))
    if strangers:
        return JSONResponse({"error": "unknown parameters", "unknown": strangers, "known": list(KNOWN)}, 400)
    if query.get("release", served) != served:
        return JSONResponse({"error": "another release is served here", "release": served}, 400)
    return None


def table(db: Database, subject: str, request: Request) -> Response:
    """The rows; a value that can't be honoured is an error here, for a dropped filter would give other rows."""
    asked = question(db, subject, request.query_params, besides=("release",))  # refused unless it is this one
    if asked.notices:
        return JSONResponse(
            {"error": "values not understood", "problems": [problem(one) for one in asked.notices]}, 400
        )
    body = as_csv(asked.exhibit().table).encode()
    release = asked.catalogue.release
    headers = {
        "ETag": f'"{release}-{hashlib.sha256(body).hexdigest()[:16]}"',
        "Cache-Control": "no-cache",
        "Link": LICENCE,
        "X-Release": release,
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    name = asked.selection.file_stem(asked.catalogue)
    headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def unknown(_request: Request) -> Response:
    """404 for an address of the API that nothing knows."""
    return JSONResponse({"error": "There is no such table."}, 404)
