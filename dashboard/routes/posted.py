"""Addresses that are sent something."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

OTHERS = ("GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


def posted(path: str, endpoint: Callable[[Request], Awaitable[Response]]) -> list[BaseRoute]:
    """The address answers a POST; any other method earns 405, which the app behind our routes would word wrongly."""
    return [Route(path, endpoint, methods=["POST"]), Route(path, only_posted, methods=OTHERS)]


async def only_posted(_request: Request) -> Response:
    """405 with the one method there is."""
    return JSONResponse({"error": "Something is sent here, by POST."}, 405, headers={"Allow": "POST"})
