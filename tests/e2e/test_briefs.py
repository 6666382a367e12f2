"""Profiles on paper: printed by the browser, read back from the file."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.conftest import Visit

EVENT = "2025-04-10-lakeside-conference"
A4 = (595, 842)


def printed(visit: Visit, url: str) -> PdfReader:
    """The page as a browser prints it."""
    page = visit.page
    if "/view/" in url:
        visit.open_plain(url)
        expect(page.locator("body[data-ready=true]")).to_be_visible()
    else:
        visit.open(url)
        expect(page.locator(".g-profile")).to_be_visible()
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def edges(reader: PdfReader) -> tuple[float, float]:
    """How far left and right text begins on any page, in points."""
    found: list[float] = []
    for page in reader.pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, _font, _size: (
                found.append(tm[4] * cm[0] + cm[4]) if text.strip() else None
            )
        )
    return min(found), max(found)


def test_a_country_prints_as_a_brief(plain_visit: Visit, server: str) -> None:
    reader = printed(plain_visit, f"{server}/view/country?c=FRA")
    said = words(reader)
    for told in (
        "France on ground troops: signed a declaration of intent",
        "10 Feb 2026",
        "Alma Varenne",
        "ceasefire",
        "not repeated since, never withdrawn",
        "What is contested or uncertain",
        "Northern Wire",
        "Said last for it",
    ):
        assert told.lower() in said.lower(), told
    assert 2 <= len(reader.pages) <= 6
    assert "Print a brief" not in said


def test_an_event_prints_as_a_brief(plain_visit: Visit, server: str) -> None:
    reader = printed(plain_visit, f"{server}/view/event?e={EVENT}")
    said = words(reader)
    for told in (
        "12 countries, said Alma Varenne",
        "Took part",
        "10 Apr 2025",
        "Viktor Zorin",
        "Oksana Levchuk",
        "Outlets differ.",
    ):
        assert told in said, told
    order = (
        "What each had on record by 10 April 2025",
        "What their positions hung on by 10 April 2025",
        "Positions and pledges made there",
        "What was said, and answered",
        "Named or read against their own word",
        "Northern Wire",
    )
    assert [*order] == sorted(order, key=said.index)
    assert 2 <= len(reader.pages) <= 7


@pytest.mark.parametrize(
    "query", ["country?c=FRA", f"event?e={EVENT}", "speaker?s=viktor-zorin", "country?c=FRA&c=USA"]
)
def test_each_page_of_a_brief_is_a4_whole_and_says_where_it_is_from(
    plain_visit: Visit, server: str, query: str
) -> None:
    reader = printed(plain_visit, f"{server}/view/{query}")
    for place, page in enumerate(reader.pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        foot = re.sub(r"\s+", "", page.extract_text())
        assert f"{place}of{len(reader.pages)}" in foot
        assert f"/{query.partition('?')[0]}?" in foot
        assert "release=2026-11-25-" in foot
    left, right = edges(reader)
    assert left >= 30
    assert right <= A4[0] - 36


def test_the_headings_of_a_table_stand_on_each_of_its_pages(plain_visit: Visit, server: str) -> None:
    plain_visit.open_plain(f"{server}/view/event?as=table")
    expect(plain_visit.page.locator("body[data-ready=true]")).to_be_visible()
    reader = PdfReader(io.BytesIO(plain_visit.page.pdf(prefer_css_page_size=True)))
    assert all("States reported" in re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages)


def test_the_apps_own_page_prints_what_is_read_alone(plain_visit: Visit, server: str) -> None:
    reader = printed(plain_visit, f"{server}/country?c=FRA")
    said = words(reader)
    assert "France on ground troops: signed a declaration of intent" in said
    assert "Said last for it" in said
    for clicked in ("Overview", "Download", "Reset", "Presets", "Countries and organisations"):
        assert clicked not in said, clicked
    assert 2 <= len(reader.pages) <= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_light_whatever_the_device_prefers(browser: object, server: str, scheme: str) -> None:
    made = Visit(browser, scheme=scheme)  # type: ignore[arg-type]
    page = made.open_plain(f"{server}/view/country?c=FRA")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    expect(page.locator(".g-profile:visible")).to_have_count(1)
    expect(page.locator(".g-profile:visible")).to_have_css("color", "rgb(27, 28, 30)")
    made.close()
