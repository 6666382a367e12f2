"""Briefs as documents, opened again: headings, tables, links, head and foot, the profile's own order and words."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.decks.blocks import BULLET, QUOTE, Heading, Line, Run, Table
from dashboard.decks.brief import Brief
from dashboard.decks.paper import document
from dashboard.decks.plainly import plain
from dashboard.edge import middleware
from dashboard.routes import routes

pytestmark = pytest.mark.usefixtures("without_chrome")
EVENT = "2025-04-10-lakeside-conference"
BRIEF = Brief("A title", "A subtitle.", (), "Guarantees · as of 1 May 2025", "/country?c=FRA", dt.date(2026, 3, 13))


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(Database(tiny_database)), middleware=middleware())) as made:
        yield made


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def asked(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return opened(answer.content)


def headings(made: Any, level: int = 1) -> list[str]:
    return [line.text for line in made.paragraphs if line.style.name == f"Heading {level}"]


def words(made: Any) -> str:
    said = [node.text or "" for node in made.element.body.iter(qn("w:t"))]
    return re.sub(r"\s+", " ", " ".join(said))


def links(made: Any) -> list[str]:
    return [made.part.rels[one.get(qn("r:id"))].target_ref for one in made.element.body.iter(qn("w:hyperlink"))]


def sections_of(client: TestClient, path: str) -> list[str]:
    """The headings of the profile's published page."""
    html = client.get(f"{path}&theme=light").text
    return re.findall(r'<section id="[\w-]+" class="g-part-of[^"]*"[^>]*><h2>([^<]*)</h2>', html)


PROFILES = ("country?c=FRA", "country?c=DEU", "country?c=EU", "country?c=FRA&c=USA", f"event?e={EVENT}")


@pytest.mark.parametrize("query", PROFILES)
def test_a_brief_has_the_sections_of_the_profile_in_their_order(client: TestClient, query: str) -> None:
    page, _, keys = query.partition("?")
    told = headings(asked(client, f"/brief/{page}.docx?{keys}"))
    assert told == [*sections_of(client, f"/view/{query}"), "How to read and cite this"]


def test_a_country_is_told_as_its_page_tells_it(client: TestClient) -> None:
    made = asked(client, "/brief/country.docx?c=FRA")
    said = words(made)
    for told in (
        "France on ground troops: signed a declaration of intent",
        "10 Feb 2026",
        "Alma Varenne",
        "ceasefire",
        "not repeated since, never withdrawn",
        "Northern Wire",
        "[Data set]",
    ):
        assert told.lower() in said.lower(), told


def test_an_event_is_told_as_its_page_tells_it(client: TestClient) -> None:
    said = words(asked(client, f"/brief/event.docx?e={EVENT}"))
    for told in ("12 countries, said Alma Varenne", "Took part", "10 Apr 2025", "Viktor Zorin", "Oksana Levchuk"):
        assert told in said, told
    assert "Outlets differ." in said


def test_two_countries_stand_in_each_section_under_their_names(client: TestClient) -> None:
    made = asked(client, "/brief/country.docx?c=FRA&c=USA")
    names = headings(made, 2)
    assert names[:2] == ["France", "United States"]
    assert names.count("France") == names.count("United States") > 3


def test_a_picture_stands_below_the_subtitle_with_its_words(client: TestClient) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (192, 108), "white").save(buffer, "PNG")
    made = opened(document(replace(BRIEF, picture=buffer.getvalue(), seen="What it shows.")))
    (shape,) = made.inline_shapes
    assert shape._inline.docPr.get("descr") == "What it shows."
    assert shape.width == Mm(170)
    assert not asked(client, "/brief/country.docx?c=FRA").inline_shapes


def test_a_brief_keeps_to_the_day(client: TestClient) -> None:
    made = asked(client, "/brief/country.docx?c=FRA&asof=2025-04-11")
    assert "as of 11 April 2025" in made.sections[0].header.paragraphs[0].text
    assert "10 Feb 2026" not in words(made)


def test_each_page_says_day_release_and_place(client: TestClient) -> None:
    release = client.get("/readyz").json()["release"]
    section = asked(client, "/brief/country.docx?c=FRA").sections[0]
    assert section.header.paragraphs[0].text == f"Guarantees · as of 13 March 2026 · release {release}"
    place, pages = section.footer.paragraphs
    assert place.text.startswith("http://testserver/country?")
    assert [one.address for one in place.hyperlinks] == [place.text]
    assert [one.text for one in pages._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_where_no_address_leads_there_the_citation_stands_at_the_foot(tiny_database: Path) -> None:
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    made = asked(TestClient(app, "http://127.0.0.1:8501"), "/brief/country.docx?c=FRA")
    place = made.sections[0].footer.paragraphs[0]
    assert place.text.startswith("The Guarantees project. (2026). ")
    assert not place.hyperlinks


def test_an_address_stands_whole_however_long_it_is(client: TestClient) -> None:
    many = "&".join(f"c={code}" for code in ("FRA", "DEU", "GBR", "POL", "ITA", "ESP", "NLD", "BEL", "CZE", "ROU"))
    place = asked(client, f"/brief/country.docx?{many}&asof=2025-04-11").sections[0].footer.paragraphs[0]
    assert len(place.text) > 110
    assert [one.address for one in place.hyperlinks] == [place.text]
    assert client.get(place.text.removeprefix("http://testserver")).status_code == 200


def test_sources_are_links_to_the_pages_relied_on(client: TestClient) -> None:
    made = asked(client, "/brief/country.docx?c=FRA")
    assert len(links(made)) > 3
    assert all(link.startswith("https://") for link in links(made))
    count = next(line.text for line in made.paragraphs if re.fullmatch(r"\d+ sources?\.", line.text))
    assert count == f"{len(links(made))} sources."


def test_tables_repeat_their_heads_and_tear_no_row(client: TestClient) -> None:
    made = asked(client, "/brief/country.docx?c=FRA")
    assert len(made.tables) > 3
    for table in made.tables:
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)
        order = [part.tag.partition("}")[2] for part in table._tbl.tblPr]
        assert order == ["tblStyle", "tblW", "tblBorders", "tblLayout", "tblLook", "tblDescription"]


def test_the_file_names_no_person(client: TestClient) -> None:
    told = asked(client, "/brief/country.docx?c=FRA").core_properties
    assert told.title.startswith("France on ground troops")
    assert told.author == told.last_modified_by == "The Guarantees project"
    assert told.comments == ""


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/brief/country.docx", 400, "c=FRA"),
        ("/brief/event.docx", 400, "e="),
        ("/brief/country.docx?c=ATLANTIS", 400, "is no country"),
        ("/brief/country.docx?c=FRA&colour=red", 400, "unknown"),
        ("/brief/country.docx?c=FRA&release=2025-01-01-00000000", 400, "another release"),
        ("/brief/pledges.docx", 404, "no such brief"),
        ("/brief/country.pdf", 404, ""),
        ("/brief/", 404, ""),
    ],
)
def test_what_has_no_brief_is_refused_in_words(client: TestClient, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.text


ANY = st.text(alphabet=st.characters(), max_size=60)


@settings(max_examples=25, deadline=None)
@given(title=ANY, line=ANY, cell=ANY, address=ANY)
def test_any_text_comes_back_as_it_was_made_plain(title: str, line: str, cell: str, address: str) -> None:
    blocks = (
        Heading(title),
        Line([Run(line)], BULLET),
        Line([Run(line)], QUOTE, 2),
        Line([Run(line, href=address), Run(line, href=f"javascript:{address}")]),
        Table(("Head",), [[[Run(cell, is_bold=True)]]], title),
    )
    made = opened(document(replace(BRIEF, title=title, subtitle=line, head=line, foot=line, blocks=blocks)))
    assert headings(made) == [plain(title)]
    assert [one.text.strip() for one in made.paragraphs if one.style.name in (BULLET, QUOTE)] == [plain(line)] * 2
    assert made.tables[0].rows[1].cells[0].text.strip() == plain(cell)
    assert all(link.startswith(("http://", "https://")) for link in links(made))


@pytest.mark.parametrize("query", PROFILES)
def test_no_level_of_headings_is_left_out(client: TestClient, query: str) -> None:
    page, _, keys = query.partition("?")
    made = asked(client, f"/brief/{page}.docx?{keys}")
    levels = [int(line.style.name[-1]) for line in made.paragraphs if line.style.name.startswith("Heading ")]
    assert all(below <= above + 1 for above, below in zip([1, *levels], levels, strict=False))
    assert max(levels) > 1


def test_a_brief_reads_as_sentences_without_its_type(client: TestClient) -> None:
    lines = [line.text for line in asked(client, "/brief/country.docx?c=FRA").paragraphs]
    listed = [line for line in lines if re.search(r", \d{1,2} \w{3} 20\d\d", line)]
    assert any(re.match(r"[^,:]+, [^:]+, \d{1,2} \w{3} 20\d\d: \w", line) for line in listed)
    assert any(re.match(r"“.+” \((translated from|original)", line) for line in lines)
    assert "Signed a declaration of intent: ground troops after the fighting." in lines
