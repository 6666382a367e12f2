"""What every answer says to the browser of what it may do with it, and whose pages may talk to the app."""

import os
import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import head
from dashboard.citing.address import SETTING as ADDRESS
from dashboard.citing.address import is_own, public_url

SETTING = "GUARANTEES_FRAME_ANCESTORS"
HOST = r"(\*|(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)"
SOURCE = re.compile(rf"'self'|\*|https:|(https?://)?{HOST}(:(\d{{1,5}}|\*))?", re.IGNORECASE | re.ASCII)
HOW = (
    f"{SETTING} names the servers whose pages may show this one in a frame: 'none', * for all, or hosts such as "
    "https://intranet.example https://*.example.org, with blanks between them. {wrong}"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{name}=()"
        for name in (
            *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer"),
            *("microphone", "midi", "payment", "serial", "usb"),
        )
    ),
}
USUAL = {"http": ":80", "https": ":443"}  # ports that browsers leave out
TEXT: Message = {"type": "websocket.close", "code": 1003, "reason": "Text isn't understood here."}
REFUSED: Message = {"type": "websocket.close", "code": 1008, "reason": "Another origin."}


class WrongSetting(ValueError):  # noqa: N818 - named for what is the case
    """A setting that can't be followed; the message says how it is written."""


def check_address() -> None:
    """`WrongSetting` where the public address that was set is none."""
    if os.environ.get(ADDRESS, "").strip() and public_url() is None:
        raise WrongSetting(f"{ADDRESS} is the server’s public address, such as https://guarantees.example.")


def framers() -> str | None:
    """Whose pages may frame the app besides its own, by the setting; None where nobody has set it.

    `WrongSetting` on what is no list of sources.
    """
    asked = os.environ.get(SETTING, "").split()
    wrong = [source for source in asked if source != "'none'" and not SOURCE.fullmatch(source)]
    if wrong:
        raise WrongSetting(HOW.format(wrong=f"“{wrong[0]}” is none of these."))
    if "'none'" in asked and len(asked) > 1:
        raise WrongSetting(HOW.format(wrong="'none' stands alone."))
    return " ".join(source for source in asked if source not in ("'none'", "'self'")) if asked else None


def policy(path: str, framers: str | None = None) -> str:
    """The content security policy of an address: published pages may be framed by all unless `framers` says by whom."""
    published = path.startswith("/view/")
    is_bare = published or path in ("/sql", "/deck") or path.startswith("/present/")
    scripts = "" if is_bare else " blob: " + " ".join(head.script_hashes())
    others = ("*" if published else "") if framers is None else framers
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self'{scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors 'self' {others}".strip(),
        )
    )


class Guarded:
    """Adds the security headers to every answer; refuses a websocket that a page of another server opens."""

    def __init__(self, app: ASGIApp, framers: str | None = None) -> None:
        self.app, self.framers = app, framers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; put the headers into the answer's start."""
        if scope["type"] == "websocket":
            await self.connected(scope, receive, send)
        elif scope["type"] == "http":
            await self.app(scope, receive, self.with_headers(scope["path"], send))
        else:
            await self.app(scope, receive, send)

    def with_headers(self, path: str, send: Send) -> Send:
        """Sends on what is sent, the start of the answer with our headers."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy(path, self.framers)
                for name, value in HEADERS.items():
                    headers[name] = value
                if "vary" in headers:  # the layer that compresses says again what the answer said
                    headers["Vary"] = ", ".join(dict.fromkeys(map(str.strip, headers["vary"].split(","))))
            await send(message)

        return guarded

    async def connected(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A websocket: only this server's own pages open one.

        Where the public address is set, a name that merely leads here is another server's: so a page that had its own
        name rebound to this machine gets nowhere. Streamlit would let other names of this machine in, and would ask a
        server outside what these are.
        """
        headers = Headers(scope=scope)
        origin, host, public = headers.get("origin"), headers.get("host", ""), public_url()
        if origin is not None and netloc(origin) and netloc(origin) == netloc(public or ""):
            named = [(name, value) for name, value in scope["headers"] if name != b"host"]
            await self.spoken({**scope, "headers": [*named, (b"host", netloc(origin).encode())]}, receive, send)
        elif origin is None or (netloc(origin) == host and (public is None or is_own(urlsplit(origin).hostname or ""))):
            await self.spoken(scope, receive, send)
        else:
            await receive()
            await send(REFUSED)

    async def spoken(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A websocket that is open; the app's own pages send no text, on which Streamlit would stumble: it ends it."""
        is_text = False

        async def heard() -> Message:
            nonlocal is_text
            message = await receive()
            is_text = message["type"] == "websocket.receive" and message.get("bytes") is None
            return {"type": "websocket.disconnect", "code": 1003} if is_text else message

        await self.app(scope, heard, send)
        if is_text:
            await send(TEXT)


def netloc(address: str) -> str:
    """Host and port of an address as browsers write them; empty for what has none."""
    try:
        found = urlsplit(address)
    except ValueError:
        return ""
    return found.netloc.lower().removesuffix(USUAL.get(found.scheme, ":"))
