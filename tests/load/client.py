"""A reader without a browser, who speaks the websocket protocol of Streamlit: asks for a page, takes in what comes."""

import asyncio
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.protocol import State
from websockets.typing import Subprotocol

PAGES = ("", "timeline", "pledges", "network", "statements", "country", "speaker", "event", "data")
LINK = re.compile(r'href="(?P<to>[^"#]*)"')
RELEASE = re.compile(r"\b\d{4}-\d\d-\d\d-[0-9a-f]{8}\b")
TAG = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)
PATIENCE = 60


class ReaderError(Exception):
    """A page that didn't come, came with an exception, or came without its heading."""


@dataclass(frozen=True)
class Seen:
    """A page that came: seconds from asking to its end, bytes over the wire, the addresses that it links to, and the
    releases that it names: one, if it is whole.
    """

    address: str
    seconds: float
    size: int
    links: tuple[str, ...]
    releases: frozenset[str]


@dataclass
class Client:
    """One reader; `ask` for addresses such as `pledges?shape=ledger`, then `close`.

    `headers` are sent with the handshake: a balancer keeps readers apart by cookie.
    """

    url: str
    headers: dict[str, str] = field(default_factory=dict)
    session: str = ""
    _socket: ClientConnection | None = None
    _kept: dict[str, str] = field(default_factory=dict)

    async def ask(self, address: str) -> Seen:
        """A page, as a click on a link to it asks for it. Raises ReaderError."""
        began, path = time.perf_counter(), urlsplit(address)
        try:
            async with asyncio.timeout(PATIENCE):
                await self._send(path.path.strip("/"), path.query)
                size, html = await self._take_in()
        except (OSError, WebSocketException, TimeoutError) as error:
            raise ReaderError(f"{address}: {error!r}") from error
        seconds = time.perf_counter() - began
        if "<h1" not in html:
            raise ReaderError(f"{address}: no heading, but: {' '.join(TAG.sub(' ', html).split())[-200:]}")
        led = tuple(dict.fromkeys(links(path.path.strip("/"), html)))
        return Seen(address, seconds, size, led, frozenset(RELEASE.findall(html)))

    def is_lost(self) -> bool:
        """Whether the server, or what stands before it, has ended the visit."""
        return self._socket is not None and self._socket.state is not State.OPEN

    async def close(self) -> None:
        """End the visit."""
        if self._socket:
            with suppress(WebSocketException):
                await self._socket.close()
            self._socket = None

    async def _send(self, page: str, query: str) -> None:
        if self._socket is None:
            place = self.url.replace("http", "ws", 1) + "/_stcore/stream"
            told = [Subprotocol(one) for one in ("streamlit", "PLACEHOLDER_AUTH_TOKEN", self.session) if one]
            self._socket = await connect(place, subprotocols=told, additional_headers=self.headers, max_size=None)
        state = ClientState(query_string=query, page_name=page, cached_message_hashes=sorted(self._kept))
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())

    async def _take_in(self) -> tuple[int, str]:
        """Everything up to the script's end: how many bytes, and the HTML in it."""
        size, html = 0, list[str]()
        assert self._socket is not None
        while True:
            data = await self._socket.recv()
            size += len(data)
            told = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
            if told.HasField("new_session"):
                self.session = told.new_session.initialize.session_id
            words = self._kept.get(told.ref_hash) if told.HasField("ref_hash") else "".join(said(told))
            if words is None:
                raise ReaderError("a reference to a message that was never sent")
            if told.metadata.cacheable:
                self._kept[told.hash] = words
            html.append(words)
            if told.WhichOneof("type") == "script_finished" and told.script_finished != ENDED_EARLY:
                if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise ReaderError("the script failed")
                return size, "".join(html)


ENDED_EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN


def said(message: ForwardMsg) -> Iterator[str]:
    """The HTML that a message brings. Raises ReaderError on an exception shown to the reader."""
    kind = message.WhichOneof("type")
    if kind == "page_not_found":
        raise ReaderError(f"no page {message.page_not_found.page_name}")
    if kind != "delta" or not message.delta.HasField("new_element"):
        return
    element = message.delta.new_element
    shown = element.WhichOneof("type")
    if shown == "exception":
        raise ReaderError(f"{element.exception.type}: {element.exception.message}")
    body: Any = getattr(element, shown) if shown else element
    yield from (str(getattr(body, name)) for name in ("body", "html") if hasattr(body, name))


def links(page: str, html: str) -> Iterator[str]:
    """The addresses within the app that a page links to, in full."""
    for found in LINK.finditer(html):
        to = urlsplit(unescape(found["to"]))
        path = to.path.removeprefix("./").strip("/") if to.path else page
        if not to.netloc and not to.scheme and path in PAGES:
            yield f"{path}?{to.query}"
