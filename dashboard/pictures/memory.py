"""What a picture remembers: text chunks of the PNG that name the view it shows and the release it was made from."""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard.address import KEYS, PUBLISHED

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST = 20 * 1024 * 1024
MOST_CHUNKS, LONGEST_CHUNK, LONGEST_ADDRESS, MOST_PAIRS = 20_000, 64 * 1024, 8_000, 400
ADDRESS, RELEASE, ROWS = "Guarantees-Address", "Guarantees-Release", "Guarantees-Rows"
RELEASES = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{4,16}", re.ASCII)
DIGESTS = re.compile(r"[0-9a-f]{8,64}", re.ASCII)
KNOWN = frozenset(key.name for key in KEYS)


@dataclass(frozen=True)
class Remembered:
    """The view that a picture shows: its page, its keys, the release, and the digest of the rows ("" if not told)."""

    page: str
    query: Mapping[str, Sequence[str]]
    release: str
    rows: str = ""

    @property
    def address(self) -> str:
        """The address of the view below the server's root; made anew, so nothing else can stand in it."""
        query = urlencode(self.query, doseq=True)
        return f"/{'' if self.page == 'overview' else self.page}{'?' if query else ''}{query}"


def stamped(png: bytes, words: Mapping[str, str]) -> bytes:
    """The PNG with a text chunk per keyword, right behind its header; ValueError if it is no PNG."""
    if not png.startswith(SIGNATURE) or png[12:16] != b"IHDR":
        raise ValueError("This is no PNG.")
    told = b"".join(chunk(keyword, text) for keyword, text in words.items() if text)
    return png[:33] + told + png[33:]


def chunk(keyword: str, text: str) -> bytes:
    """An international text chunk, not compressed."""
    body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def remembered(data: bytes) -> Remembered | None:
    """What the picture says of itself; None for everything that isn't a picture of ours, however it is made."""
    if len(data) > LARGEST or not data.startswith(SIGNATURE):
        return None
    told = {ADDRESS: "", RELEASE: "", ROWS: ""}
    for keyword, text in texts(data):
        if not told.get(keyword, "told"):
            told[keyword] = text
    found = view_of(told[ADDRESS])
    if found is None or not RELEASES.fullmatch(told[RELEASE]):
        return None
    rows = told[ROWS] if DIGESTS.fullmatch(told[ROWS]) else ""
    return Remembered(*found, told[RELEASE], rows)


def view_of(address: str) -> tuple[str, dict[str, list[str]]] | None:
    """Page and keys of an address of ours; None for a foreign one, and for one with keys that we don't have."""
    if not address.startswith("/") or len(address) > LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(address)
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=MOST_PAIRS, errors="strict")
    except ValueError:
        return None
    page = parts.path.removeprefix("/") or "overview"
    is_ours = parts.path == ("/" if page == "overview" else f"/{page}") and page in PUBLISHED
    if parts.scheme or parts.netloc or parts.fragment or not is_ours or not {name for name, _ in pairs} <= KNOWN:
        return None
    query: dict[str, list[str]] = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    return page, query


def texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Keyword and text of each text chunk that is whole; ends where the file does, or where it makes no sense."""
    place = len(SIGNATURE)
    for _ in range(MOST_CHUNKS):
        if place + 12 > len(data):
            return
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        end = place + 12 + length
        if end > len(data) or kind == b"IEND":
            return
        if kind in (b"iTXt", b"tEXt", b"zTXt") and length <= LONGEST_CHUNK:
            body = data[place + 8 : end - 4]
            if zlib.crc32(kind + body) == struct.unpack(">I", data[end - 4 : end])[0]:
                yield from read(kind, body)
        place = end


def read(kind: bytes, body: bytes) -> Iterator[tuple[str, str]]:
    """A text chunk's keyword and text, packed or not; nothing where it can't be read."""
    keyword, mark, rest = body.partition(b"\0")
    is_packed = kind == b"zTXt"
    if kind == b"iTXt" and mark:
        is_packed = rest[:1] == b"\1"
        _, mark, rest = rest[2:].partition(b"\0")
        _, mark, rest = rest.partition(b"\0") if mark else (b"", b"", b"")
    elif is_packed:
        rest = rest[1:]
    if not mark:
        return
    try:
        text = zlib.decompressobj().decompress(rest, LONGEST_CHUNK) if is_packed else rest
        yield keyword.decode("latin-1"), text.decode("latin-1" if kind != b"iTXt" else "utf-8")
    except (zlib.error, UnicodeDecodeError):
        return
