"""Sign-in where a provider is set up: nothing of the data without it, all of it with it, nothing after leaving."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Visit, served
from tests.e2e.issuer import Issuer, issuing, settings

DATA = (
    "/api/pledges.csv",
    "/api/pledges.json",
    "/api/openapi.json",
    "/api",
    "/api/pledges/days?width=800",
    "/view/pledges",
    "/view/pledges.json?width=800",
    "/view/pledges.html",
    "/present/pledges",
    "/picture/pledges.png",
    "/picture/pledges.txt",
    "/picture/ready",
    "/part/why/pledges",
    "/deck",
    "/deck.pptx?view=/pledges",
    "/deck/pledges.pptx",
    "/brief/country.docx?c=FRA",
    "/release/statements.csv",
    "/country/FRA",
    "/quote",
    "/sql",
    "/media/x",
    "/nothing",
)
WORD = "Varenne"  # stands in every table of the invented world that tells of a speaker


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with issuing() as made:
        yield made


@pytest.fixture(scope="module")
def closed(issuer: Issuer, tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that asks readers to sign in."""
    folder = tmp_path_factory.mktemp("signin")
    secrets = folder / "secrets.toml"
    secrets.write_text(settings(issuer))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "STREAMLIT_SECRETS_FILES", str(secrets))
        with served(tiny_database, folder / "output.txt") as url:
            yield url


@pytest.fixture
def reader(browser: Browser, issuer: Issuer) -> Iterator[Visit]:
    """A visit that may also go to the provider."""
    made = Visit(browser)
    yield made
    made.foreign = [url for url in made.foreign if not url.startswith(issuer.url)]
    made.close()


def answer(url: str, cookie: str = "", body: bytes | None = None, accept: str = "*/*") -> tuple[int, str]:
    asked = Request(url, data=body, headers={"Cookie": cookie, "Accept": accept})
    try:
        with urlopen(asked, timeout=60) as found:
            return found.status, found.read().decode(errors="replace")
    except HTTPError as error:
        return error.code, error.read().decode(errors="replace")


def signed_in(reader: Visit, address: str) -> None:
    page = reader.open(address)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("Signed in as")).to_be_visible()


@pytest.mark.parametrize("path", DATA)
@pytest.mark.parametrize("cookie", ["", "_streamlit_user=forged; guarantees_inside=forged"])
def test_no_route_answers_before_sign_in(closed: str, path: str, cookie: str) -> None:
    status, text = answer(closed + path, cookie)
    assert status in (401, 404)
    assert WORD not in text
    assert "Sign in first" in text or status == 404


@pytest.mark.parametrize("path", ["/api/sql", "/picture/open"])
def test_nor_does_one_that_takes_something(closed: str, path: str) -> None:
    assert answer(closed + path, body=b'{"sql": "from speakers"}')[0] == 401


def test_a_page_tells_nothing_of_the_data_in_its_head(closed: str) -> None:
    status, text = answer(f"{closed}/speaker?s=alma-varenne", accept="text/html")
    assert status == 200
    assert WORD not in text


@pytest.mark.parametrize("path", ["/healthz", "/_stcore/health", "/app/static/v1/published.css"])
def test_whether_the_server_lives_and_its_code_are_open(closed: str, path: str) -> None:
    assert answer(closed + path)[0] == 200


@pytest.mark.parametrize("path", ["", "timeline", "pledges", "network", "statements", "country", "speaker", "data"])
def test_every_page_asks_first(reader: Visit, closed: str, path: str) -> None:
    page = reader.open(f"{closed}/{path}")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert WORD not in page.content()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)


def test_after_sign_in_a_reader_is_where_she_wanted_to_be(reader: Visit, closed: str) -> None:
    signed_in(reader, f"{closed}/speaker?s=alma-varenne")
    page = reader.page
    expect(page.get_by_role("heading", level=1)).to_contain_text(WORD)
    assert page.url.startswith(f"{closed}/speaker?s=alma-varenne")
    expect(page.get_by_text("Ada <x-ill> Example")).to_be_visible()
    expect(page.locator("x-ill")).to_have_count(0)


def test_then_all_routes_answer_pictures_included_until_she_leaves(reader: Visit, closed: str) -> None:
    signed_in(reader, closed)
    for path, kind in (
        ("/api/pledges.csv", "text/csv"),
        ("/view/pledges", "text/html"),
        ("/picture/pledges.png", "image/png"),
    ):
        found = reader.context.request.get(closed + path)
        assert (found.status, found.headers["content-type"].partition(";")[0]) == (200, kind)
    reader.page.get_by_role("link", name="Sign out").click()
    expect(reader.page.get_by_role("button", name="Sign in")).to_be_visible()
    assert reader.context.request.get(f"{closed}/api/pledges.csv").status == 401


@pytest.mark.parametrize("trouble", ["is_refusing", "is_forged"])
def test_who_is_refused_or_comes_with_a_forged_identity_stays_outside(
    reader: Visit, closed: str, issuer: Issuer, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuer, trouble, True)
    page = reader.open(closed)
    with page.expect_response(lambda answer: "/oauth2callback" in answer.url):
        page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert reader.context.request.get(f"{closed}/api/pledges.csv").status == 401


def test_a_provider_that_is_down_is_told_calmly(
    browser: Browser, tiny_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("down")
    with issuing() as gone:
        (folder / "secrets.toml").write_text(settings(gone))
    log = folder / "output.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "STREAMLIT_SECRETS_FILES", str(folder / "secrets.toml"))
        with served(tiny_database, log) as url:
            reader = Visit(browser)
            page = reader.open(url)
            page.get_by_role("button", name="Sign in").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("This can’t be shown just now")
            expect(page.locator("main p").first).to_contain_text("The service that signs you in doesn’t answer")
            reference = page.locator("main p").first.inner_text().rstrip(".").split()[-1]
            expect(page.get_by_role("link", name="Overview")).to_be_visible()
            reader.complaints = [one for one in reader.complaints if "500" not in one]
            reader.close()
    told = [json.loads(line) for line in log.read_text().splitlines()]
    assert told[0]["event"] == "a release is served"
    assert reference in {line.get("reference") for line in told}
