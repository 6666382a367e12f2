"""What a reader gets where an answer failed: a word and a reference, no trace; and one build for the whole answer."""

from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import log
from dashboard.database import steady
from dashboard.published.plain import plain

TITLE = "This can’t be shown just now"
WORDS = "Something went wrong on the server. The other pages work. If you report it, give the reference {}."
FRESH = {"Cache-Control": "no-store"}


class Calm:
    """Answers from one build; one that fails is told in words (the error's own `words` if it has any), and logged."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; where that fails before the answer has begun, answer 500."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            with steady():
                await self.app(scope, receive, watched)
        except ClientDisconnect:
            return
        except Exception as error:
            query = parse_qs(scope.get("query_string", b"").decode("ascii", "replace"), keep_blank_values=True)
            reference = log.failed("an answer failed", error, scope["path"], query)
            if not begun:
                await answer(scope, getattr(error, "words", WORDS).format(reference), reference)(scope, receive, send)


def answer(scope: Scope, said: str, reference: str) -> Response:
    """500 with what is said, the reference in it: JSON where JSON was asked for, else a page."""
    path, headers = scope["path"], FRESH | {"X-Reference": reference}
    accepted = dict(scope["headers"]).get(b"accept", b"").decode("latin-1")
    if path.startswith(("/api/", "/release/")) or path.endswith(".json") or "application/json" in accepted:
        origin = {"Access-Control-Allow-Origin": "*"} if path.startswith("/api/") else {}
        return JSONResponse({"error": said, "reference": reference}, 500, headers=headers | origin)
    page = plain(TITLE, said, 500)
    page.headers.update(headers)
    return page
