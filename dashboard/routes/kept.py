"""Answers that were made already: for a release and an address they are the same until another release comes."""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request
from starlette.responses import Response

MOST_BYTES = 64_000_000
WORTH_PACKING = 1000
PACKED = ("text/", "application/json", "application/sql", "application/x-ipynb", "application/vnd.citationstyles")


@dataclass(frozen=True)
class Kept:
    """The body of an answer, its headers, and the release that it was made from."""

    body: bytes
    release: str
    headers: Mapping[str, str]

    @cached_property
    def tag(self) -> str:
        """A name for exactly this content."""
        return f"{self.release}-{hashlib.sha256(self.body).hexdigest()[:16]}"

    @cached_property
    def packed(self) -> bytes:
        """The body compressed; empty where that isn't worth it."""
        is_text = self.headers["Content-Type"].startswith(PACKED)
        return gzip.compress(self.body, 3, mtime=0) if is_text and len(self.body) > WORTH_PACKING else b""

    def answer(self, request: Request, kept: str = "no-cache") -> Response:
        """The answer to a request: nothing but headers where its sender has the content, or asked for no more.

        `kept` says how long the sender may keep it, as the header ``Cache-Control`` does.
        """
        is_packed = "gzip" in request.headers.get("accept-encoding", "") and bool(self.packed)
        body = self.packed if is_packed else self.body
        tag = f'"{self.tag}-gzip"' if is_packed else f'"{self.tag}"'
        headers = {**self.headers, "ETag": tag, "Cache-Control": kept, "Vary": "Accept-Encoding"}
        if is_known(request.headers.get("if-none-match", ""), tag):
            del headers["Content-Type"]
            return Response(status_code=304, headers=headers)
        if is_packed:
            headers["Content-Encoding"] = "gzip"
        is_head = request.method == "HEAD"
        return Response(b"" if is_head else body, headers={**headers, "Content-Length": str(len(body))})


def is_known(header: str, tag: str) -> bool:
    """Whether an `If-None-Match` header names the content."""
    return header.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in header.split(",")}


class Shelf:
    """The latest answers, `most` bytes at most; the longest unused go first."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most, self.bytes = most, 0
        self._kept = OrderedDict[Hashable, Kept]()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The answer under a key, made if it isn't there."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        self.keep(key, made)
        return made

    def keep(self, key: Hashable, made: Kept) -> None:
        """Keep an answer, one that isn't too large by itself; its compressed form counts as well."""
        size = len(made.body) + len(made.packed)
        with self._lock:
            if key not in self._kept and size <= self.most / 8:
                self._kept[key] = made
                self.bytes += size
            while self.bytes > self.most:
                _, gone = self._kept.popitem(last=False)
                self.bytes -= len(gone.body) + len(gone.packed)
