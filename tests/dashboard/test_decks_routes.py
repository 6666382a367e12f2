"""Decks over HTTP on the invented world: the page, the file where there is no Chrome, what is refused."""

import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.address import CARDS, SHAPES
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.routes import routes

MAP, LEDGER = "/pledges?asof=2025-04-11", "/pledges?shape=ledger"
pytestmark = pytest.mark.usefixtures("without_chrome")
FOCUS = "2025-04-10-alma-varenne-twelve"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> Iterator[TestClient]:
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    with TestClient(app, follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="module")
def release(client: TestClient) -> str:
    return str(client.get("/readyz").json()["release"])


@pytest.fixture
def client_without_data(tmp_path: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(tmp_path / "none.duckdb")), middleware=middleware()))


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def hrefs(html: str, words: str) -> list[str]:
    return [unescape(href) for href in re.findall(rf'<a href="([^"]*)"[^>]*>{words}</a>', html)]


def views_in(href: str) -> list[str]:
    return parse_qs(urlsplit(href).query).get("view", [])


def test_a_deck_is_a_file_of_its_views_in_order(client: TestClient, release: str) -> None:
    answer = client.get("/deck.pptx", params={"view": [MAP, "/network", LEDGER]})
    assert (answer.status_code, answer.headers["content-type"]) == (200, PPTX)
    assert answer.headers["content-disposition"] == f'attachment; filename="guarantees-deck-3-slides-{release}.pptx"'
    assert answer.headers["x-without-picture"] == "3"
    made = opened(answer.content)
    first, second, third, last = (page.shapes.title.text for page in made.slides)
    assert first.startswith("Who would send troops")
    assert second == "Who speaks of whom, and how"
    assert third.endswith("when they said so")
    assert last == "Sources and method"


def test_where_no_chrome_is_the_slide_carries_rows_and_says_what_is_missing(client: TestClient) -> None:
    page = opened(client.get("/deck/pledges.pptx", params={"asof": "2025-04-11"}).content).slides[0]
    told = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
    assert "apt-get install chromium" in told
    assert "as of 11 April 2025." in told
    table = next(shape.table for shape in page.shapes if shape.has_table)
    assert len(table.rows) > 3
    assert len(table.columns) > 2


def test_the_notes_hold_reading_address_release_and_each_source(client: TestClient, release: str) -> None:
    page = opened(client.get("/deck/pledges.pptx", params={"asof": "2025-04-11"}).content).slides[0]
    notes = page.notes_slide.notes_text_frame.text
    assert f"Release: {release}" in notes
    query = f"from=2024-12-01&until=2026-03-13&asof=2025-04-11&release={release}"
    assert f"Open it: http://testserver/pledges?{query}\n" in notes
    assert re.search(r"^\d+ sources?:$", notes, re.MULTILINE)
    assert re.search(r"^Northern Wire: .*\. \d+ \w+ \d{4}\. https://", notes, re.MULTILINE)


def test_the_notes_hold_no_address_that_leads_nowhere(tiny_database: Path) -> None:
    local = TestClient(Starlette(routes=routes(Database(tiny_database))), "http://127.0.0.1:8501")
    notes = opened(local.get("/deck/pledges.pptx").content).slides[0].notes_slide.notes_text_frame.text
    assert "/pledges?" not in notes
    assert "Cite it: The Guarantees project. (2026). " in notes


def test_the_last_slide_cites_the_release_and_leads_to_the_deck(client: TestClient, release: str) -> None:
    page = opened(client.get("/deck.pptx", params={"view": [MAP, LEDGER]}).content).slides[2]
    told = page.placeholders[1].text_frame.text
    assert f"(Version {release}) [Data set]" in told
    assert "CC-BY-4.0" in told
    link = page.placeholders[1].text_frame.paragraphs[-1].runs[-1].hyperlink.address
    assert link.startswith("http://testserver/deck?view=")
    assert [urlsplit(view).path for view in views_in(link)] == ["/pledges", "/pledges"]


@pytest.mark.parametrize("page", [*SHAPES, *CARDS])
def test_every_page_is_a_slide(client: TestClient, page: str) -> None:
    answer = client.get(f"/deck/{page}.pptx", params={"focus": FOCUS} if page in CARDS else {})
    assert answer.status_code == 200
    assert len(opened(answer.content).slides) == 2


def test_what_is_not_understood_is_listed(client: TestClient) -> None:
    strange = ["/nothing", "http://elsewhere.example/", "/pledges?c=ATLANTIS", "/pledges?colour=red"]
    answer = client.get("/deck.pptx", params={"view": [MAP, *strange]})
    assert answer.status_code == 400
    problems = {one["view"]: one["problem"] for one in answer.json()["problems"]}
    assert problems == {
        "/nothing": "This is no address of a view",
        "http://elsewhere.example/": "This is no address of a view",
        "/pledges?c=ATLANTIS": "“ATLANTIS” is no country or organisation",
        "/pledges?colour=red": "“colour” is no filter here",
    }


@pytest.mark.parametrize("query", ["", "view=", "c=FRA", "view=%2Fpledges&c=FRA", "&".join(["view=%2Fpledges"] * 21)])
def test_a_deck_without_views_or_with_too_many_is_refused(client: TestClient, query: str) -> None:
    answer = client.get(f"/deck.pptx?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("A deck")


def test_a_reader_is_refused_in_words(client: TestClient) -> None:
    answer = client.get("/deck.pptx?view=%2Fnothing", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert "/nothing: This is no address of a view." in answer.text


def test_a_slide_of_another_release_or_with_unknown_keys_is_refused(client: TestClient) -> None:
    assert client.get("/deck/pledges.pptx?release=2025-01-01-00000000").status_code == 400
    assert client.get("/deck/pledges.pptx?colour=red").json()["unknown"] == ["colour"]


@pytest.mark.parametrize("path", ["/deck/nothing.pptx", "/deck/pledges", "/deck/x/y.pptx", "/deck.pptx/x", "/brief"])
def test_unknown_decks_are_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/deck?view=%2F", "/deck.pptx?view=%2F", "/deck/pledges.pptx", "/brief/country.docx?c=FRA"]
)
def test_without_data_the_answer_says_so(client_without_data: TestClient, path: str) -> None:
    answer = client_without_data.get(path)
    assert answer.status_code == 503
    assert "etl build" in answer.text
    assert "The data is not built yet" in client_without_data.get(path, headers={"Accept": "text/html"}).text


@pytest.mark.parametrize("path", ["/deck", "/view/pledges", "/present/pledges", "/sql"])
def test_data_that_is_there_but_broken_is_not_called_missing(path: str, tmp_path: Path) -> None:
    (broken := tmp_path / "broken.duckdb").write_bytes(b"no database" * 100)
    answer = TestClient(Starlette(routes=routes(Database(broken)), middleware=middleware())).get(path)
    assert answer.status_code == 503
    assert "The data can’t be read just now" in answer.text


def test_the_page_shows_the_views_in_order_with_what_can_be_done(client: TestClient) -> None:
    plain = client.get("/deck", params={"view": [MAP, "/network", LEDGER]})
    assert plain.status_code == 302
    answer = client.get(plain.headers["location"])
    assert answer.status_code == 200
    pages = [urlsplit(view).path for view in views_in(plain.headers["location"])]
    assert pages == ["/pledges", "/network", "/pledges"]
    assert len(hrefs(answer.text, "Up")) == len(hrefs(answer.text, "Down")) == 2
    first_down = views_in(hrefs(answer.text, "Down")[0])
    assert [urlsplit(view).path for view in first_down] == ["/network", "/pledges", "/pledges"]
    assert len(views_in(hrefs(answer.text, "Remove")[1])) == 2
    assert hrefs(answer.text, "Remove")[0].count("network") == 1


def test_a_decks_address_stays_when_it_is_plain_already(client: TestClient) -> None:
    plain = client.get("/deck", params={"view": [MAP]}).headers["location"]
    assert client.get(plain).status_code == 200


def test_the_page_keeps_what_it_understands_and_says_what_not(client: TestClient) -> None:
    answer = client.get("/deck", params={"view": [MAP, "/pledges?c=<script>"]})
    assert answer.status_code == 400
    assert "&lt;script&gt;” is no country or organisation" in answer.text
    assert "<script>”" not in answer.text
    assert answer.text.count('<li id="slide-') == 1


def test_the_page_says_which_keys_no_deck_has(client: TestClient) -> None:
    answer = client.get("/deck", params={"view": MAP, "<b>colour": "red"})
    assert answer.status_code == 200
    assert "A deck’s address has views alone: &lt;b&gt;colour is left out." in answer.text
    assert "left out" not in client.get("/deck", params={"add": MAP}).text


def test_a_deck_of_an_earlier_release_opens_and_says_so(client: TestClient, release: str) -> None:
    answer = client.get("/deck", params={"view": [f"{MAP}&release=2025-01-01-00000000"]})
    assert answer.status_code == 200
    assert f"made with release 2025-01-01-00000000; the slides are made with {release}" in answer.text
    assert f"release%3D{release}" in answer.text


def test_a_view_to_be_added_is_told_to_the_script(client: TestClient, release: str) -> None:
    answer = client.get("/deck", params={"add": MAP})
    assert answer.status_code == 200
    added = f"/pledges?from=2024-12-01&until=2026-03-13&asof=2025-04-11&release={release}"
    assert f'data-adding="{added.replace("&", "&amp;")}"' in answer.text


def test_the_page_runs_our_own_script_alone(client: TestClient) -> None:
    answer = client.get("/deck")
    assert answer.status_code == 200
    assert "script-src 'self';" in answer.headers["content-security-policy"]
    assert not re.search(r"<script>|\son\w+=", answer.text)
    assert "Add to deck" in answer.text


def test_without_chrome_the_page_says_what_is_missing(client: TestClient) -> None:
    answer = client.get(client.get("/deck", params={"view": [MAP]}).headers["location"])
    assert "apt-get install chromium" in answer.text
    assert "<img" not in answer.text


@pytest.mark.parametrize(("path", "title"), [("/sql", "SQL: ask the release yourself"), ("/deck", "A deck of views")])
def test_pages_of_ours_have_one_head(client: TestClient, path: str, title: str) -> None:
    head = client.get(path).text.partition("<body")[0]
    assert head.count("<!doctype html>") == head.count("<title>") == 1
    assert f'<meta property="og:title" content="{title}">' in head
    assert "$" not in head
