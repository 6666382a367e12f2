"""The SQL page and what it sends its queries to."""

import gzip
import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from anyio import to_thread
from starlette.datastructures import Headers, QueryParams
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from dashboard.citing.address import public_url
from dashboard.console.engine import Console, unavailable
from dashboard.console.examples import examples
from dashboard.console.limits import LIMITS
from dashboard.console.own import own
from dashboard.console.page import page
from dashboard.console.schema import schema
from dashboard.database import Database, DatabaseError
from dashboard.published.plain import no_database
from dashboard.routes.question import is_page, question

OURS = ("page", "sql", "example", "theme")  # none of them a key of a view, which may stand beside them
PAGES = {
    "./": "Overview",
    "timeline": "Timeline",
    "pledges": "Pledges",
    "network": "Network",
    "statements": "Statements",
    "country": "Countries",
    "speaker": "Speakers",
    "event": "Events",
    "data": "Data",
    "sql": "SQL",
}


def sql_page(db: Database) -> Callable[[Request], Response]:
    """The page; `sql` or `example` fill its editor, or `page` and a view's keys with what that view asks."""

    def endpoint(request: Request) -> Response:
        try:
            return shown(db, request)
        except DatabaseError as error:
            return no_database(error.heading, str(error))

    return endpoint


def shown(db: Database, request: Request) -> Response:
    """The page as HTML, compressed where the reader's browser takes it."""
    query = request.query_params
    view = query.get("page", "")
    asked = statements(db, view, query) if is_page(view) else {}
    written = query.get("sql") or ("" if view else query.get("q"))  # as links had it before
    known = {example.name: example.sql for example in examples()}
    sql = written or known.get(query.get("example", "")) or next(iter(asked), "")
    theme = query.get("theme", "")
    html = page(
        sql[: LIMITS.statement],
        schema(db),
        str(db.release()["release"]),
        PAGES,
        theme=theme if theme in ("light", "dark") else "auto",
        own={} if written else asked,
        of=f"the page “{PAGES.get(view, view.capitalize())}”",
        off=unavailable(),
        notice=f"There is no page “{view}”." if view and not asked else "",
    ).encode()
    is_packed = "gzip" in request.headers.get("accept-encoding", "")
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    packed = {"Content-Encoding": "gzip"} if is_packed else {}
    content = gzip.compress(html, 5) if is_packed else html
    return Response(content, media_type="text/html; charset=utf-8", headers=headers | packed)


def statements(db: Database, view: str, query: QueryParams) -> dict[str, int]:
    """What a view asks under an address, and how many rows each statement gives; that of its table stands first."""
    exhibit = question(db, view, query, besides=OURS).exhibit()
    return own(exhibit.table, exhibit.asked)


def sql_answer(db: Database) -> Callable[[Request], Awaitable[Response]]:
    """Rows for `{"sql": …}`: 200; 4xx or 503 with `error` and `hint` in words."""
    console = Console(db)

    async def endpoint(request: Request) -> Response:
        if is_foreign(request.headers):
            return refusal(403, "Queries are taken from this server's own pages only.")
        if not request.headers.get("content-type", "").startswith("application/json"):
            return refusal(415, 'A query is sent as JSON: {"sql": "…"}.')
        body = await bounded(request, LIMITS.statement)
        if body is None:
            return refusal(413, f"A query may have {LIMITS.statement:,} characters.")
        sql = statement(body)
        if sql is None:
            return refusal(400, 'A query is sent as JSON: {"sql": "…"}.')
        if not sql.strip():
            return refusal(400, "There is no statement.")
        is_packed = "gzip" in request.headers.get("accept-encoding", "")
        try:
            answered = await to_thread.run_sync(lambda: console.answer(sql, is_packed=is_packed))
        except DatabaseError as error:
            return refusal(503, str(error))
        headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
        headers |= {"Content-Encoding": "gzip"} if answered.is_packed else {}
        headers |= {"Retry-After": "5"} if answered.status == 503 else {}
        return Response(answered.body, answered.status, headers=headers, media_type="application/json")

    return endpoint


def is_foreign(headers: Headers) -> bool:
    """Whether a page of another server sends this, by what browsers say of it."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    ours = {headers.get("host", ""), urlsplit(public_url() or "").netloc} - {""}
    return origin is not None and urlsplit(origin).netloc not in ours


async def bounded(request: Request, most: int) -> bytes | None:
    """The body of a request, or None where it is longer than it may be."""
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > most:
                return None
    except ClientDisconnect:
        return b""
    return body


def statement(body: bytes) -> str | None:
    """The statement in a body; None where the body isn't JSON that has one."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return None
    sql = sent.get("sql") if isinstance(sent, dict) else None
    return sql if isinstance(sql, str) else None


def refusal(status: int, error: str, hint: str = "") -> Response:
    """An answer without rows."""
    return JSONResponse({"error": error, "hint": hint}, status)
