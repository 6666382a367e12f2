"""What stands between the network and the app: headers, closed doors, compressed static files, the page's head."""

import contextlib
import gc
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import head, log, packing, signin
from dashboard.address import CARDS, SHAPES, SLIPS
from dashboard.calm import Calm
from dashboard.database import location, shared
from dashboard.guard import Guarded, check_address, framers
from dashboard.pictures.studio import STUDIO
from dashboard.published.plain import not_found
from dashboard.unplaced import Unplaced

CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check", "/_stcore/upload_file")
OPEN = {"_stcore", "static", "app", "media", "component", "favicon.png", "manifest.json"}
CORE = {"health", "host-config"}  # what of Streamlit's own the app needs, besides what components fetch
INTERNET = (socket.AF_INET, socket.AF_INET6)
FOLDERS = {"release", "view", "present", "picture", "part", "plotly", "brief"}
LEAVES = {"healthz", "readyz", "favicon.png", "manifest.json"}
OURS = FOLDERS | {"api", "healthz", "readyz", "sql", "deck", "deck.pptx", "country", "speaker", "event", *CARDS}
PAGES = {"": "overview"} | {page: page for page in SHAPES if page != "overview"}
FOREVER = "public, max-age=31536000, immutable"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".png": "image/png",
}


class Doors:
    """Lets known addresses in; answers 404 to the closed ones and to those that nothing knows."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a stray address with 404, and pass the rest on."""
        path = scope.get("path", "")
        if scope["type"] == "http" and is_closed(path):
            await not_found("There is nothing at this address.")(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_closed(path: str) -> bool:
    """Whether the address is one that we don't answer: Streamlit would show an empty app for most of them."""
    ways = signin.WAYS if signin.is_required() else ()
    if any(path == closed or path.startswith(closed + "/") for closed in CLOSED):
        return True
    name = path.strip("/")
    first, _, rest = name.partition("/")
    if first in ("static", "app") and not any(lies_in(folder, rest) for folder, rest in places(path)):
        return True
    if first == "_stcore" and rest not in CORE and not rest.startswith("bidi-components/"):
        return True
    if (first in LEAVES and rest) or name in ("media", "component"):
        return True
    return name in FOLDERS or (name not in {*PAGES, *SLIPS} and first not in {*OPEN, *OURS, *ways})


def lies_in(folder: Path, name: str) -> bool:
    """Whether there is a file of this name below a folder."""
    try:
        found = (folder / name).resolve()
        return found.is_relative_to(folder.resolve()) and found.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def places(path: str) -> Iterator[tuple[Path, str]]:
    """The folder that a static address is served from, and the name in it; nothing for another address."""
    for start, folder in (("/static/", packing.STREAMLIT / "static"), ("/app/static/", packing.OURS)):
        if path.startswith(start):
            yield folder, path.removeprefix(start)


class Static:
    """Serves static files compressed and with a lifetime; Streamlit's server does neither."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a static file that lies there; everything else goes on."""
        found = static_file(scope["path"]) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        headers = Headers(scope=scope) if found else None
        if found is None or headers is None or "range" in headers:
            await self.app(scope, receive, send)
            return
        body, encoding = await to_thread.run_sync(packing.content, found, headers.get("accept-encoding", ""))
        answer = Response(body, headers={"Cache-Control": FOREVER, "Content-Type": TYPES[found.suffix]})
        if encoding:
            answer.headers["Content-Encoding"] = encoding
        if packing.is_packed(found):
            answer.headers["Vary"] = "Accept-Encoding"
        await answer(scope, receive, send)


def static_file(path: str) -> Path | None:
    """The file that a static address names, if there is one inside the folder served under it."""
    if path == f"/plotly/{packing.plotly_name()}":
        return packing.PLOTLY
    found = ((folder / name).resolve() for folder, name in places(path) if lies_in(folder, name))
    return next((file for file in found if file.suffix in TYPES), None)


def send_at_once() -> None:
    """What is written to a connection leaves at once, and not when the reader has confirmed what came before it.

    asyncio asks for that on sockets made as TCP's. The one on which Streamlit listens doesn't say what it is, and
    a reader confirms after 40 milliseconds: each run of the app waited for them. Connections take it over from it.
    """
    for found in gc.get_objects():
        # By its type alone: what else there is may answer for a thing that is gone.
        if issubclass(type(found), socket.socket) and found.type == socket.SOCK_STREAM and found.family in INTERNET:
            with contextlib.suppress(OSError):
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@contextlib.asynccontextmanager
async def ready(_app: object) -> AsyncIterator[None]:
    """Start-up: what is loaded by now stays, so Python's collector needn't look at it again."""
    log.start()
    send_at_once()
    await to_thread.run_sync(head.script_hashes)
    gc.collect()
    gc.freeze()
    await to_thread.run_sync(shared(location()).problem)  # taken now, and the log says it
    try:
        yield
    finally:
        await to_thread.run_sync(STUDIO.close)


def middleware() -> list[Middleware]:
    """The layers, outermost first. `WrongSetting` on a setting that can't be followed."""
    check_address()
    asking = [Middleware(signin.SignedIn)] if signin.is_required() else []
    outer = [Middleware(Guarded, framers()), Middleware(Unplaced), Middleware(Calm), Middleware(Doors)]
    return [*outer, *asking, Middleware(Static)]
