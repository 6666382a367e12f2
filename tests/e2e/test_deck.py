"""The page of a deck in a real browser: add, order, remove, come back, take the file with its pictures along."""

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from docx import Document
from PIL import Image
from playwright.sync_api import Page, expect
from pptx import Presentation

from dashboard.pictures.chrome import SETTING
from tests.e2e.browser import find
from tests.e2e.conftest import Visit
from tests.e2e.visits import served

EVENT = "2025-04-10-lakeside-conference"
MAP, LEDGER, NETWORK = "/pledges?asof=2025-04-11", "/pledges?shape=ledger", "/network?from=2025-03-01"


@pytest.fixture(scope="module")
def server(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("deck") / "output.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        with served(tiny_database, log) as url:
            yield url
    assert "Traceback" not in log.read_text(), log.read_text()


def deck(server: str, *views: str) -> str:
    return f"{server}/deck?{urlencode([('view', view) for view in views])}"


def add(visit: Visit, server: str, view: str) -> Page:
    """Follow the link that the app has for a view."""
    page = visit.open_plain(f"{server}/deck?add={quote(view, safe='')}")
    page.wait_for_url("**/deck?view=*")
    return page


def order(page: Page) -> list[str]:
    """The pages of the deck's views, as its address says them."""
    views = parse_qs(urlsplit(page.url).query).get("view", [])
    paths = [urlsplit(view) for view in views]
    return [f"{one.path[1:]}{'/ledger' if 'shape=ledger' in one.query else ''}" for one in paths]


def slides(page: Page) -> list[str]:
    return page.locator(".slides h2").all_inner_texts()


def test_views_are_added_ordered_removed_and_stay(visit: Visit, server: str) -> None:
    add(visit, server, MAP)
    add(visit, server, NETWORK)
    page = add(visit, server, LEDGER)
    assert order(page) == ["pledges", "network", "pledges/ledger"]
    expect(page.locator("#slide-3")).to_be_in_viewport()
    page.get_by_role("link", name="Up: Who speaks of whom").click()
    page.wait_for_url("**#slide-1")
    assert order(page) == ["network", "pledges", "pledges/ledger"]
    page.get_by_role("link", name="Down: Who speaks of whom").click()
    page.wait_for_url("**#slide-2")
    page.get_by_role("link", name="Remove: Who speaks of whom").click()
    expect(page.locator(".slides li")).to_have_count(2)
    page.reload()
    assert order(page) == ["pledges", "pledges/ledger"]
    assert len(slides(page)) == 2
    for image in page.locator(".thumbnail img").all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 960


def test_a_view_is_added_once_and_a_shared_deck_is_shown_as_it_is(plain_visit: Visit, server: str) -> None:
    add(plain_visit, server, MAP)
    assert order(add(plain_visit, server, MAP)) == ["pledges"]
    page = plain_visit.open_plain(deck(server, NETWORK, LEDGER))
    assert order(page) == ["network", "pledges/ledger"]


def test_an_address_of_the_app_is_pasted(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(deck(server, MAP))
    page.get_by_label("Add a view by its address").fill(f"{server}/view/network?from=2025-03-01&theme=dark")
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".slides li")).to_have_count(2)
    assert order(page) == ["pledges", "network"]


def test_an_emptied_deck_is_empty_and_a_closed_one_is_offered_again(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open_plain(deck(server, MAP, NETWORK))
    expect(page.locator(".slides li")).to_have_count(2)
    plain_visit.open_plain(f"{server}/deck")
    expect(page.locator("#said")).to_contain_text("has 2 slides")
    page.get_by_role("link", name="Open it").click()
    expect(page.locator(".slides li")).to_have_count(2)
    page.get_by_role("link", name="Empty the deck").click()
    expect(page.locator(".slides li")).to_have_count(0)
    expect(page.locator("#said")).to_be_hidden()
    assert order(add(plain_visit, server, LEDGER)) == ["pledges/ledger"]


def test_the_file_comes_along_with_sharp_pictures(plain_visit: Visit, server: str, tmp_path: Path) -> None:
    page = plain_visit.open_plain(deck(server, MAP, "/country?c=FRA"))
    with page.expect_download() as started:
        page.get_by_role("link", name="Download PPTX").click()
    expect(page.locator("#said")).to_have_text("The file is there.")
    assert started.value.suggested_filename.startswith("guarantees-deck-2-slides-")
    started.value.save_as(tmp_path / "deck.pptx")
    made = Presentation(str(tmp_path / "deck.pptx"))
    assert len(made.slides) == 3
    for one in list(made.slides)[:2]:
        picture = next(shape for shape in one.shapes if shape.name == "View")
        image = Image.open(io.BytesIO(picture.image.blob))
        assert image.size == (3840, 1800)  # sharp on a screen of as many pixels
        assert len(picture.image.blob) < 1_500_000
        assert len(set(image.convert("L").resize((192, 108)).tobytes())) > 20
        assert one.notes_slide.notes_text_frame.text.count("https://") > 0


def test_the_page_fits_a_phone(phone: Visit, server: str) -> None:
    page = phone.open_plain(deck(server, MAP, NETWORK))
    expect(page.locator(".slides li")).to_have_count(2)
    assert phone.overflow() <= 0


def test_without_script_the_page_does_the_same(browser: object, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(deck(server, MAP, NETWORK))
    page.locator(".slides li").nth(1).get_by_role("link", name="Up").click()
    assert order(page) == ["network", "pledges"]
    page.get_by_label("Add a view by its address").fill(LEDGER)
    page.get_by_role("button", name="Add").click()
    assert order(page) == ["network", "pledges", "pledges/ledger"]
    context.close()


def test_a_countrys_brief_has_the_picture_of_its_strips(plain_visit: Visit, server: str) -> None:
    answer = plain_visit.page.request.get(f"{server}/brief/country.docx?c=FRA")
    (shape,) = Document(io.BytesIO(answer.body())).inline_shapes
    assert shape._inline.docPr.get("descr").startswith("As of ")
    other = plain_visit.page.request.get(f"{server}/brief/event.docx?e={EVENT}")
    assert not Document(io.BytesIO(other.body())).inline_shapes
