"""A request as it comes over the wire: no client program in between that mends or refuses a strange address."""

import asyncio
import contextlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.datastructures import Headers

from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.routes import routes

Pairs = Sequence[tuple[bytes, bytes]]


@dataclass
class Answer:
    """Status, headers and text; status 0 where none came."""

    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode(errors="replace")


class Server:
    """Our routes behind our layers, on one database."""

    def __init__(self, path: Path) -> None:
        self.app = Starlette(routes=routes(Database(path)), middleware=middleware())
        self.runner, self.thread = asyncio.Runner(), ThreadPoolExecutor(1)  # this one may hold a browser's loop

    def ask(self, target: str, method: str = "GET", headers: Pairs = (), body: bytes = b"") -> Answer:
        """The answer to a request for a path with its query, percent-encoded as a server program hands it on."""
        return self.thread.submit(self.runner.run, self._ask(target, method, headers, body)).result()

    async def _ask(self, target: str, method: str, headers: Pairs, body: bytes) -> Answer:
        path, _, query = target.partition("?")
        given = [(name.lower(), value) for name, value in headers]
        named = given if any(name == b"host" for name, _ in given) else [(b"host", b"app.example"), *given]
        scope = {
            **{"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http"},
            **{"path": unquote(path), "raw_path": path.encode(), "query_string": query.encode(), "root_path": ""},
            **{"headers": named, "client": ("127.0.0.1", 1), "server": None, "state": {}},
        }
        answer, sent = Answer(), iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> Any:
            return next(sent, {"type": "http.disconnect"})

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                answer.status, answer.headers = message["status"], Headers(raw=message["headers"])
            answer.body += message.get("body", b"")

        with contextlib.suppress(Exception):  # what an answer lacks then is seen by its status
            await self.app(scope, receive, send)
        return answer
