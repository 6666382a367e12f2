"""Whatever is sent as a picture: its view if it is one of ours, else a friendly no; it never leads elsewhere."""

import json
import struct
import zlib
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dashboard.address import PUBLISHED
from dashboard.pictures.memory import ADDRESS, LARGEST, RELEASE, SIGNATURE, chunk, stamped
from tests.hostile import texts
from tests.hostile.depth import tries

HEADER = SIGNATURE + struct.pack(">I", 13) + b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
PIXEL = HEADER + struct.pack(">I", zlib.crc32(HEADER[12:])) + b"\0\0\0\0IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
FORGED = (
    "https://ill.invalid/pledges",
    "//ill.invalid/pledges",
    "/\\ill.invalid/pledges",
    "/%2Fill.invalid",
    "javascript:window.ill=1",
    "/javascript:window.ill=1",
    "data:text/html,<script>window.ill=1</script>",
    "/pledges#<x-ill>",
    "/pledges?next=https://ill.invalid",
    "/pledges/../api",
    "/pledges?q=%ED%A0%80",
    "/pledges?c=" + "FRA&c=" * 5000,
    "/statements?q=<x-ill>window</x-ill>",
    "/_stcore/metrics",
    " /pledges",
    "/pledges\r\nLocation: //ill.invalid",
    "/pledges?q=%00%ff",
)


@pytest.fixture(scope="module")
def release(calm: TestClient) -> str:
    return str(calm.get("/api/pledges.csv").headers["x-release"])


def picture(words: dict[str, str]) -> bytes:
    return stamped(PIXEL, words)


def sent(client: TestClient, body: bytes) -> tuple[int, str]:
    answer = client.post("/picture/open", content=body)
    assert answer.status_code in (200, 400, 413, 415, 422), answer.text
    address = answer.json().get("address", "/")
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("", "", "")
    assert address.startswith("/")
    assert not address.startswith(("//", "/\\"))
    assert (parts.path.strip("/") or "overview") in PUBLISHED
    return answer.status_code, answer.text


@pytest.mark.parametrize("address", FORGED)
def test_a_forged_address_leads_nowhere_but_to_a_view(calm: TestClient, release: str, address: str) -> None:
    status, text = sent(calm, picture({ADDRESS: address, RELEASE: release}))
    assert status in (200, 422)
    assert "invalid" not in json.dumps(json.loads(text).get("address", ""))


def test_a_picture_of_ours_opens_its_view(calm: TestClient, release: str) -> None:
    status, text = sent(calm, picture({ADDRESS: "/pledges?shape=ledger", RELEASE: release}))
    assert (status, json.loads(text)["address"]) == (200, "/pledges?shape=ledger")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 415),
        (b"<svg onload=alert(1)>", 415),
        (b"\xff\xd8\xff\xe0JFIF", 415),
        (SIGNATURE, 422),
        (PIXEL, 422),
        (SIGNATURE + b"\xff" * 1000, 422),
        (SIGNATURE + b"\0" * (LARGEST + 1), 413),
    ],
)
def test_what_is_no_picture_of_ours_is_refused(calm: TestClient, body: bytes, status: int) -> None:
    assert sent(calm, body)[0] == status


@pytest.mark.parametrize("kind", [b"zTXt", b"iTXt"])
def test_a_text_that_swells_when_unpacked_is_not_unpacked_whole(calm: TestClient, kind: bytes) -> None:
    swollen = zlib.compress(b"/pledges?q=" + b"x" * 50_000_000, 9)
    between = b"\0\0" if kind == b"zTXt" else b"\0\1\0\0\0"
    body = kind + ADDRESS.encode() + between + swollen
    packed = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    assert sent(calm, PIXEL[:33] + packed * 100 + PIXEL[33:])[0] == 422


def test_a_body_longer_than_it_says_is_cut_off(calm: TestClient) -> None:
    answer = calm.post("/picture/open", content=iter([SIGNATURE, *[b"\0" * 1024**2] * 25]))
    assert answer.status_code == 413


chunks = st.builds(chunk, st.sampled_from((ADDRESS, RELEASE, "Title", "ill")), texts.cells)
broken = st.builds(
    lambda length, kind, body: struct.pack(">I", length) + kind + body,
    st.integers(0, 2**32 - 1),
    st.sampled_from((b"iTXt", b"tEXt", b"zTXt", b"IDAT", b"\0\0\0\0")),
    st.binary(max_size=60),
)


@tries(60)
@given(parts=st.lists(st.one_of(chunks, broken, st.binary(max_size=40)), max_size=8), is_png=st.booleans())
def test_any_bytes_are_answered(calm: TestClient, parts: list[bytes], is_png: bool) -> None:
    sent(calm, (PIXEL[:33] if is_png else b"") + b"".join(parts))
