"""A picture remembers its view and its release; nothing else does, however it is made."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dashboard.pictures.memory import (
    ADDRESS,
    LARGEST,
    RELEASE,
    ROWS,
    SIGNATURE,
    chunk,
    remembered,
    stamped,
)

VIEW, RELEASED = "/pledges?c=FRA&c=DEU&asof=2025-09-04", "2026-11-25-051dc750"
WORDS = {ADDRESS: VIEW, RELEASE: RELEASED, ROWS: "0123456789abcdef", "Title": "Who stands where · Türkiye"}


def png(width: int = 4, height: int = 3, **more: object) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "white").save(buffer, "PNG", **more)
    return buffer.getvalue()


def told(address: str, release: str = RELEASED) -> bytes:
    return stamped(png(), {ADDRESS: address, RELEASE: release})


def test_a_picture_remembers_its_view_its_release_and_its_rows() -> None:
    found = remembered(stamped(png(), WORDS))
    assert found
    assert (found.page, found.address, found.release, found.rows) == ("pledges", VIEW, RELEASED, "0123456789abcdef")
    assert found.query == {"c": ["FRA", "DEU"], "asof": ["2025-09-04"]}


def test_other_programs_read_the_picture_and_its_words() -> None:
    image = Image.open(BytesIO(stamped(png(), WORDS)))
    image.load()
    assert image.size == (4, 3)
    assert {name: image.text[name] for name in WORDS} == WORDS  # type: ignore[attr-defined]


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_picture_written_anew_with_its_words_still_remembers(is_packed: bool) -> None:
    words = PngInfo()
    for name, text in WORDS.items():
        words.add_itxt(name, text, zip=is_packed)
    found = remembered(png(pnginfo=words))
    assert found
    assert found.address == VIEW


def test_words_behind_the_pixels_are_found_too() -> None:
    plain = png()
    found = remembered(plain[:-12] + chunk(ADDRESS, VIEW) + chunk(RELEASE, RELEASED) + plain[-12:])
    assert found
    assert found.address == VIEW


def test_of_two_addresses_the_first_counts() -> None:
    found = remembered(stamped(stamped(png(), {ADDRESS: "/network"}), WORDS))
    assert found
    assert found.address == VIEW


@pytest.mark.parametrize("address", ["/", "/?asof=2025-09-04", "/quote?focus=a-b", "/view", "/timeline"])
def test_only_addresses_of_views_are_remembered(address: str) -> None:
    found = remembered(told(address))
    assert (found.address if found else None) == (None if address == "/view" else address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://elsewhere.example/pledges",
        "//elsewhere.example/pledges",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "/pledges/../x",
        "/overview",
        "/pledges?javascript=1",
        "/pledges?c=FRA#x",
        "pledges?c=FRA",
        "/pledges?" + "&".join(f"c={one}" for one in range(500)),
        "/pledges?q=" + "x" * 9000,
        "/pledges?q=%ff%fe",
        "/[::1]/pledges",
    ],
)
def test_foreign_and_crooked_addresses_are_no_views_of_ours(address: str) -> None:
    assert remembered(told(address)) is None


def test_what_stands_in_an_address_comes_back_encoded() -> None:
    found = remembered(told('/statements?q="><script>alert(1)</script>'))
    assert found
    assert found.address == "/statements?q=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E"


@pytest.mark.parametrize("release", ["", "newest", "2026-11-25-051dc750\n", "2026-11-25-<b>", "٢٠٢٦-11-25-051dc750"])
def test_a_release_is_written_as_we_write_it(release: str) -> None:
    assert remembered(told("/pledges", release)) is None


def test_pictures_of_others_are_not_ours() -> None:
    words = PngInfo()
    words.add_text("Title", "A holiday")
    jpeg = BytesIO()
    Image.new("RGB", (4, 3)).save(jpeg, "JPEG")
    frames = [Image.new("RGB", (4, 3), colour) for colour in ("red", "blue")]
    animated = BytesIO()
    frames[0].save(animated, "PNG", save_all=True, append_images=frames[1:])
    assert not any(map(remembered, (png(), png(pnginfo=words), jpeg.getvalue(), animated.getvalue(), b"", b"\x89PNG")))


def test_a_picture_cut_short_remembers_what_is_whole() -> None:
    whole = stamped(png(400, 300), WORDS)
    assert all((remembered(whole[:end]) is None) == (end < whole.index(b"Title") - 8) for end in (40, 90, 150, 400))


def test_words_whose_sum_is_wrong_are_not_read() -> None:
    broken = stamped(png(), WORDS).replace(b"c=FRA", b"c=RUS")
    assert remembered(broken) is None


def test_packed_words_that_swell_are_cut_off() -> None:
    bomb = zlib.compress(b"/" + b"x" * 50_000_000, 9)
    body = b"zTXt" + ADDRESS.encode() + b"\0\0" + bomb
    packed = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    plain = png()
    assert remembered(plain[:33] + packed + chunk(RELEASE, RELEASED) + plain[33:]) is None


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert remembered(stamped(png(), WORDS) + bytes(LARGEST)) is None


def test_what_is_no_png_is_not_stamped() -> None:
    with pytest.raises(ValueError, match="no PNG"):
        stamped(b"GIF89a", WORDS)


@given(st.binary(max_size=2000))
def test_garbage_is_no_picture(data: bytes) -> None:
    assert remembered(data) is None
    assert remembered(SIGNATURE + data) is None


@given(st.data())
def test_a_spoilt_picture_never_leads_elsewhere(data: st.DataObject) -> None:
    whole = bytearray(stamped(png(), WORDS))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    found = remembered(bytes(whole))
    assert found is None or found.address == VIEW


@given(st.text(max_size=200))
def test_any_address_is_ours_or_none(address: str) -> None:
    found = remembered(told("/statements?q=" + address.replace("\ud800", "")))
    assert found is None or found.address.startswith("/statements")
