"""A deck's file, opened again: words, picture, notes, table in its place, what it says of itself; hostile text."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation

from dashboard.citing.dataset import AUTHOR
from dashboard.decks.plainly import plain, shortened
from dashboard.decks.presentation import Deck, presentation
from dashboard.decks.slide import Slide
from dashboard.decks.views import MOST, address, pasted

PNG = io.BytesIO()
Image.new("RGB", (1920, 900), "white").save(PNG, "PNG")
SLIDE = Slide(
    title="Who would send troops",
    caption="Positions as of 4 September 2025.",
    reading="Two would send troops.",
    picture=PNG.getvalue(),
    missing="",
    heads=("Of", "Position"),
    rows=(("France", "Signed"), ("Poland", "Declined")),
    notes=("Two would send troops.", "Northern Wire: A title. 4 September 2025. https://example.org/a"),
    address="https://guarantees.example.org/pledges?asof=2025-09-04",
)
HOSTILE = "a\x00b\x0b\x1fc\ud800d\ufffee\u202ef <b>&amp;\r\n\t_x0041_ ]]> \U0001fffe{{x}} =1+1"


def opened(slides: Sequence[Slide], **changes: Any) -> Any:
    deck = Deck("A deck", "A subject", slides, (("Cite", "A reference."),), ("A reference.",), dt.date(2026, 3, 13))
    return Presentation(io.BytesIO(presentation(replace(deck, **changes))))


def words(page: Any) -> list[str]:
    return [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]


def test_each_view_is_a_wide_slide_with_words_picture_and_notes() -> None:
    made = opened([SLIDE, replace(SLIDE, title="Another")])
    assert (made.slide_width, made.slide_height) == (12192000, 6858000)
    assert [page.shapes.title.text for page in made.slides] == [SLIDE.title, "Another", "Sources and method"]
    page = made.slides[0]
    assert words(page) == [SLIDE.title, f"{SLIDE.caption} Open this view"]
    picture = next(shape for shape in page.shapes if shape.name == "View")
    assert picture.image.size == (1920, 900)
    assert round(picture.width / picture.height, 3) == round(1920 / 900, 3)
    assert picture.width == made.slide_width  # else its type is smaller than that of a picture
    assert picture._element.nvPicPr.cNvPr.get("descr") == f"{SLIDE.title}. {SLIDE.reading}"
    assert page.notes_slide.notes_text_frame.text == "\n".join(SLIDE.notes)


def test_nothing_lies_beyond_the_slide() -> None:
    made = opened([SLIDE, replace(SLIDE, picture=None, missing="No Chrome.")])
    for page in made.slides:
        for shape in page.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= made.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= made.slide_height


def test_without_a_picture_the_first_rows_stand_there_and_what_is_missing() -> None:
    page = opened([replace(SLIDE, picture=None, missing="Chrome is missing.")]).slides[0]
    assert SLIDE.reading in words(page)
    assert "No picture here. Chrome is missing." in words(page)
    table = next(shape.table for shape in page.shapes if shape.has_table)
    told = [[cell.text for cell in row.cells] for row in table.rows]
    assert told == [["Of", "Position"], ["France", "Signed"], ["Poland", "Declined"]]


def test_a_view_without_rows_has_no_table() -> None:
    page = opened([replace(SLIDE, picture=None, rows=(), heads=())]).slides[0]
    assert not [shape for shape in page.shapes if shape.has_table]


def test_the_last_slide_says_how_to_cite() -> None:
    page = opened([SLIDE]).slides[1]
    assert page.placeholders[1].text_frame.text == "Cite. A reference."
    assert page.notes_slide.notes_text_frame.text == "A reference."


def test_the_view_is_a_link_where_an_address_leads_to_it() -> None:
    def links(slide: Slide) -> list[str | None]:
        caption = next(shape for shape in opened([slide]).slides[0].shapes if shape.name == "Caption")
        return [run.hyperlink.address for run in caption.text_frame.paragraphs[0].runs]

    assert links(SLIDE) == [None, SLIDE.address]
    assert links(replace(SLIDE, address="")) == [None]


def test_the_file_names_no_person_and_carries_no_foreign_thumbnail() -> None:
    made = opened([SLIDE])
    told = made.core_properties
    assert (told.title, told.subject) == ("A deck", "A subject")
    assert (told.author, told.last_modified_by, told.comments) == (AUTHOR, AUTHOR, "")
    assert told.created == told.modified == dt.datetime(2026, 3, 13)
    buffer = io.BytesIO()
    made.save(buffer)
    assert not [name for name in zipfile.ZipFile(buffer).namelist() if "thumbnail" in name]


def test_long_words_stay_within_their_place() -> None:
    page = opened([replace(SLIDE, title="long " * 200, caption="long " * 300)]).slides[0]
    title, caption = words(page)
    assert len(title) <= 170
    assert title.endswith("…")
    assert len(caption) <= 260 + len(" Open this view")


def test_hostile_text_stays_text() -> None:
    said = "ab cdef <b>&amp; _x0041_ ]]> {{x}} =1+1"
    assert plain(HOSTILE) == said
    hostile = replace(SLIDE, title=HOSTILE, caption=HOSTILE, notes=(HOSTILE,), reading=HOSTILE)
    page = opened([hostile]).slides[0]
    assert words(page) == [said, f"{said} Open this view"]
    assert page.notes_slide.notes_text_frame.text == said


ANY = st.text(alphabet=st.characters(), max_size=60)


@settings(max_examples=25, deadline=None)
@given(title=ANY, caption=ANY, cell=ANY, note=ANY)
def test_any_text_comes_back_as_it_was_made_plain(title: str, caption: str, cell: str, note: str) -> None:
    one = Slide(title, caption, caption, None, note, (cell or "x",), ((cell,),), (note,), "")
    page = opened([one], title=title, subject=note).slides[0]
    assert page.shapes.title.text == plain(title)
    assert plain(caption) in words(page)
    assert page.notes_slide.notes_text_frame.text == plain(note)
    assert next(shape.table for shape in page.shapes if shape.has_table).cell(1, 0).text == plain(cell)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_plain_words_are_one_line_that_xml_holds_and_stay_as_they_are(text: str) -> None:
    made = plain(text)
    assert plain(made) == made == " ".join(made.split())
    element = ElementTree.Element("t")
    element.text = made
    assert (ElementTree.fromstring(ElementTree.tostring(element)).text or "") == made


@given(st.text(max_size=300), st.integers(min_value=2, max_value=80))
def test_shortened_words_are_never_longer(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


@pytest.mark.parametrize(
    ("text", "page", "pairs"),
    [
        ("/pledges?c=FRA&asof=2025-09-04", "pledges", [("c", "FRA"), ("asof", "2025-09-04")]),
        ("pledges", "pledges", []),
        ("", "overview", []),
        ("/", "overview", []),
        ("/?asof=2025-09-04", "overview", [("asof", "2025-09-04")]),
        ("https://guarantees.example.org/timeline?q=a+b%26c", "timeline", [("q", "a b&c")]),
        ("https://example.org/apps/guarantees/network?c=FRA#x", "network", [("c", "FRA")]),
        ("/view/pledges?c=FRA&size=960x1080&proof=full&title=0&theme=dark", "pledges", [("c", "FRA")]),
        ("/present/pledges?shape=ledger", "pledges", [("shape", "ledger")]),
        ("/view/pledges.html?c=FRA", "pledges", [("c", "FRA")]),
        ("/picture/quote.png?focus=x", "quote", [("focus", "x")]),
        ("/api/event.plotly.json?e=x", "event", [("e", "x")]),
        ("/country/FRA?asof=2025-09-04", "country", [("c", "FRA"), ("asof", "2025-09-04")]),
        ("/nothing?c=FRA", "", []),
        ("/view/nothing", "", []),
        ("/pledges/x", "", []),
        ("http://[", "", []),
        ("http://elsewhere.example/", "", []),
        ("//elsewhere.example?asof=2025-09-04", "", []),
        ("https:", "", []),
        ("http://guarantees.example/?asof=2025-09-04", "overview", [("asof", "2025-09-04")]),
    ],
)
def test_an_address_leads_to_its_view(text: str, page: str, pairs: list[tuple[str, str]]) -> None:
    found = pasted(text, ["guarantees.example"])
    assert found.page == page
    assert not page or list(found.pairs) == pairs


def test_a_deck_is_its_address() -> None:
    assert address(["/pledges?c=FRA&q=a b", "/"]) == "deck?view=%2Fpledges%3Fc%3DFRA%26q%3Da+b&view=%2F"
    assert address([]) == "deck"
    assert MOST == 20
