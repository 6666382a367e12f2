"""Pictures on the invented world: what is asked for, what can't be, what they lead back to; no browser needed."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.address import CARDS, SHAPES
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.parts.opener import opener
from dashboard.parts.picturemenu import LOOKS, Pictured, picture_menu, pictured_at
from dashboard.pictures import chrome
from dashboard.pictures.edition import edition
from dashboard.pictures.gallery import Gallery
from dashboard.pictures.memory import ADDRESS, LARGEST, RELEASE, ROWS, remembered, stamped
from dashboard.pictures.shelf import Shelf
from dashboard.pictures.shot import NotTaken, Shot
from dashboard.pictures.studio import Studio
from dashboard.routes import routes
from dashboard.routes.looks import ALLOWED
from dashboard.routes.looks import LOOKS as DEFAULTS
from dashboard.uses import known_on
from tests.dashboard.test_pictures_memory import png

pytestmark = pytest.mark.usefixtures("without_chrome")
FOCUS = "2025-04-10-alma-varenne-twelve"


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> Iterator[TestClient]:
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    with TestClient(app) as made:
        yield made


@pytest.fixture(scope="module")
def release(client: TestClient) -> str:
    return str(client.get("/readyz").json()["release"])


@pytest.mark.parametrize("page", [*SHAPES, *CARDS])
@pytest.mark.parametrize("form", ["png", "svg"])
def test_without_chrome_the_server_says_what_is_missing(client: TestClient, page: str, form: str) -> None:
    answer = client.get(f"/picture/{page}.{form}", params={"focus": FOCUS} if page in CARDS else {})
    assert answer.status_code == 503
    assert "Chrome" in answer.json()["error"]
    assert "apt-get install chromium" in answer.json()["error"]
    assert answer.json()["page"] == f"/view/{page}"


def test_a_browser_without_a_picture_gets_a_page_of_words(client: TestClient) -> None:
    answer = client.get("/picture/pledges.png", headers={"Accept": "text/html,*/*"})
    assert (answer.status_code, answer.headers["content-type"]) == (503, "text/html; charset=utf-8")
    assert "apt-get install chromium" in answer.text


def test_who_asks_first_hears_whether_pictures_can_be_taken(client: TestClient) -> None:
    told = client.get("/picture/ready").json()
    assert told["is_ready"] is False
    assert chrome.SETTING in told["how"]


def test_an_unknown_key_is_refused_with_the_known_ones(client: TestClient) -> None:
    answer = client.get("/picture/speaker.png", params={"country": "FRA"})
    assert answer.status_code == 400
    assert [answer.json()[name] for name in ("unknown", "known")] == [["country"], [*known_on("speaker"), *DEFAULTS]]


@pytest.mark.parametrize(
    "asked",
    [
        {"asof": "2025-02-30"},
        {"c": "ATLANTIS"},
        {"release": "2025-01-01-00000000"},
        {"theme": "blue"},
        {"title": "no"},
        {"proof": "none"},
        {"size": "1920×1080"},
        {"size": "1x1"},
        {"size": "3840x3840"},
        {"size": ""},
    ],
)
def test_what_would_give_another_picture_is_refused(client: TestClient, asked: dict[str, str]) -> None:
    answer = client.get("/picture/pledges.png", params=asked)
    assert answer.status_code == 400
    assert answer.json()["error"]


NOWHERE = ("nothing.png", "pledges.gif", "pledges", "x/y.png")


@pytest.mark.parametrize("path", ["/quote/x", "/conversation/", *(f"/picture/{rest}" for rest in NOWHERE)])
def test_unknown_pictures_are_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_picture_that_is_there_already_is_not_sent_again(client: TestClient, release: str) -> None:
    link = f"/view/pledges?from=2024-12-01&until=2026-03-13&asof=2026-03-13&release={release}"
    whole = f"{link}&size=1920x1080&proof=full&title=1&theme=light"
    tag = f'"{release}-{hashlib.sha256(f"png {whole} {edition()}".encode()).hexdigest()[:16]}"'
    answer = client.get("/picture/pledges.png", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == tag
    assert answer.headers["content-disposition"].startswith('attachment; filename="guarantees-pledges-positions-on-')


def test_the_caption_is_title_sentence_reading_source_and_place(client: TestClient, release: str) -> None:
    asked = {"asof": "2025-04-11", "size": "960x1080"}
    title, sentence, reading, source, place = client.get("/picture/pledges.txt", params=asked).text.splitlines()
    assert title.startswith("Who would send troops")
    assert sentence.endswith("as of 11 April 2025.")
    assert reading == client.get("/api/pledges.json", params={"asof": "2025-04-11"}).json()["reading"] != ""
    assert source.startswith("Source: Guarantees, ")
    assert release in source
    assert place == f"http://testserver/pledges?from=2024-12-01&until=2026-03-13&asof=2025-04-11&release={release}"


def test_on_this_machine_alone_the_caption_cites_instead_of_leading_nowhere(client: TestClient) -> None:
    text = client.get("/picture/pledges.txt", headers={"Host": "127.0.0.1:8501"}).text
    assert "127.0.0.1" not in text
    assert "Guarantees: who promised" in text


@pytest.mark.parametrize("page", CARDS)
def test_a_card_has_its_page_and_its_address_leads_to_the_statement(
    client: TestClient, page: str, release: str
) -> None:
    html = client.get(f"/view/{page}", params={"focus": FOCUS}).text
    assert "Alma Varenne" in html
    assert f"/{page}?focus={FOCUS}&amp;release={release}" in html
    answer = client.get(f"/{page}", params={"focus": FOCUS, "release": release}, follow_redirects=False)
    assert answer.headers["location"] == f"/statements?focus={FOCUS}&release={release}"


def test_a_picture_leads_back_to_its_view(client: TestClient, release: str) -> None:
    ours = stamped(png(), {ADDRESS: "/pledges?asof=2025-04-11", RELEASE: release, ROWS: "0" * 16})
    told = client.post("/picture/open", content=ours).json()
    assert told["address"] == "/pledges?asof=2025-04-11"
    assert (told["is_same_release"], told["has_changed"], told["problems"]) == (True, False, [])
    assert "as of 11 April 2025" in told["words"]


def test_a_picture_of_another_release_says_whether_its_rows_have_changed(client: TestClient) -> None:
    old = {ADDRESS: "/pledges?asof=2025-04-11", RELEASE: "2025-01-01-00000000"}
    changed = client.post("/picture/open", content=stamped(png(), old | {ROWS: "0" * 16})).json()
    assert (changed["is_same_release"], changed["has_changed"]) == (False, True)
    assert "changed since" in changed["said"]
    table = client.get("/api/pledges.csv", params={"asof": "2025-04-11"})
    rows = hashlib.sha256(table.content).hexdigest()[:16]
    same = client.post("/picture/open", content=stamped(png(), old | {ROWS: rows})).json()
    assert same["has_changed"] is False
    assert "the same" in same["said"]


def test_a_picture_that_asks_for_what_is_gone_says_so(client: TestClient, release: str) -> None:
    gone = stamped(png(), {ADDRESS: "/pledges?c=ATLANTIS", RELEASE: release})
    told = client.post("/picture/open", content=gone).json()
    assert told["problems"] == ["“ATLANTIS” is no country or organisation"]
    assert "isn’t known here" in told["said"]


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        (png(), 422, "wasn’t made here"),
        (stamped(png(), {ADDRESS: "https://elsewhere.example/", RELEASE: "2025-01-01-00000000"}), 422, "made here"),
        (b"<svg/>", 415, "no PNG"),
        (b"", 415, "no PNG"),
        (bytes(LARGEST + 1), 413, "larger than 20 MB"),
    ],
    ids=["of others", "leading elsewhere", "no picture", "nothing", "too large"],
)
def test_what_is_not_ours_gets_a_friendly_no(client: TestClient, sent: bytes, status: int, words: str) -> None:
    answer = client.post("/picture/open", content=sent)
    assert answer.status_code == status
    assert words in answer.json()["error"]


def test_a_file_that_grows_while_it_is_sent_is_cut_off(client: TestClient) -> None:
    parts = (bytes(1024 * 1024) for _ in range(25))
    assert client.post("/picture/open", content=parts).status_code == 413


def test_the_menus_looks_are_those_that_the_server_knows() -> None:
    assert {name: next(iter(words)) for name, (_, words) in LOOKS.items()} == DEFAULTS
    unoffered = {name: {*allowed} - {*LOOKS[name][1]} for name, allowed in ALLOWED.items()}
    assert unoffered == {"proof": set(), "title": {"none"}, "theme": set()}, (
        "on slides alone the selection is text, too"
    )
    assert all({*LOOKS[name][1]} <= {*allowed} for name, allowed in ALLOWED.items())


def test_the_menu_works_as_plain_links(client: TestClient) -> None:
    view = Pictured("This view", "pledges", {"c": ["FRA"], "asof": ["2025-04-11"]})
    html = picture_menu([view, Pictured("<b>", "quote", {"focus": [FOCUS]})])
    assert pictured_at(view, "png").replace("&", "&amp;") in html
    assert "&lt;b&gt;" in html
    assert client.get("/" + pictured_at(view, "png")).status_code == 503
    assert "data-opener-file" in opener()


def test_the_shelf_drops_what_was_longest_unused() -> None:
    shelf = Shelf(room=100)
    for name in "abcd":
        shelf.keep((name,), bytes(25))
    shelf.get(("a",))
    shelf.keep(("e",), bytes(25))
    assert [name for name in "abcde" if shelf.get((name,))] == ["a", "c", "d", "e"]
    assert shelf.keep(("f",), bytes(26)) == bytes(26)
    assert shelf.get(("f",)) is None
    assert shelf.held == 100


def test_a_picture_that_fails_is_tried_anew() -> None:
    gallery = Gallery(Studio(), Shelf())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(chrome.SETTING, "/no/chrome/here")
        for _ in range(2):
            taken: Future[bytes] = gallery.picture(("r", "a"), Shot("/view/x", 10, 10), "127.0.0.1:1", bytes)
            with pytest.raises(NotTaken, match="Chrome"):
                taken.result(10)
    gallery.studio.close()


def test_a_setting_names_the_chrome_to_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "chrome"
    program.touch()
    monkeypatch.setenv(chrome.SETTING, str(program))
    assert chrome.find() == str(program)
    monkeypatch.setenv(chrome.SETTING, str(tmp_path))
    assert chrome.find() is None


def test_what_the_menu_offers_is_remembered(release: str) -> None:
    found = remembered(stamped(png(), {ADDRESS: f"/quote?focus={FOCUS}&release={release}", RELEASE: release}))
    assert found
    assert found.page == "quote"
