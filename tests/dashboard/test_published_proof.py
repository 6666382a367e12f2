"""What proves a picture: in full, in a line, on half a slide, on the card of a link; nothing is said twice."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.citing.address import SETTING
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.published.canvas import Canvas
from dashboard.published.room import read_on
from dashboard.routes import routes

VIEW = "/view/pledges?asof=2025-04-11&theme=light"
SIZES = ("1920x1080", "960x1080", "1080x1080")


@pytest.fixture
def public(tiny_database: Path) -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, "https://guarantees.example")
        yield TestClient(Starlette(routes=routes(Database(tiny_database)), middleware=middleware()))


@pytest.fixture
def local(tiny_database: Path) -> TestClient:
    made = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    return TestClient(made, base_url="http://127.0.0.1:8501")


def foot(html: str) -> str:
    found = re.search(r"<footer[^>]*>(.*?)</footer>", html, re.DOTALL)
    assert found
    return unescape(re.sub(r"<[^>]*>", "", found.group(1)))


@pytest.mark.parametrize("size", SIZES)
def test_a_line_of_proof_has_an_address_to_type_and_a_code_holds_the_view(public: TestClient, size: str) -> None:
    html = public.get(f"{VIEW}&size={size}&proof=compact").text
    assert foot(html).strip().endswith("guarantees.example/pledges?asof=2025-04-11")
    assert html.count('class="code"') == 1


OPENED = ("timeline", "pledges", "pledges?shape=ledger", "pledges?shape=compare", "pledges?shape=conditions", "network",
         "statements", "country?c=FRA", "event", "timeline?from=2025-03-01&until=2025-04-30",
         "country?c=FRA&asof=2025-04-11")  # fmt: skip
WAY_IN = re.compile(r'class="open" href="([^"]*)"')


@pytest.mark.parametrize("view", OPENED)
def test_who_types_the_address_opens_the_same_view_of_the_same_days(public: TestClient, view: str) -> None:
    looks = "size=1920x1080&proof=compact&theme=light"
    printed = foot(public.get(f"/view/{view}{'&' if '?' in view else '?'}{looks}").text).split()[-1]
    assert printed.startswith("guarantees.example/")
    path = printed.removeprefix("guarantees.example/")
    assert re.search(r"\d{4}-\d\d-\d\d", path), "a view without its days is another one in the next release"
    given, typed = (WAY_IN.search(public.get(f"/view/{one}").text) for one in (view, path))
    assert given
    assert typed
    assert given.group(1) == typed.group(1)


@pytest.mark.parametrize("size", SIZES)
def test_on_this_machine_alone_the_release_takes_its_place(local: TestClient, size: str) -> None:
    html = local.get(f"{VIEW}&size={size}&proof=compact").text
    assert "Guarantees, release 2026-11-25-" in foot(html)
    assert 'class="code"' not in html


TYPED = re.compile(r"guarantees\.example(/[^\s·]+)")
WITH_A_CODE = [f"size={size}&proof={proof}" for size in SIZES for proof in ("full", "compact")]


@pytest.mark.parametrize("look", WITH_A_CODE)
@pytest.mark.parametrize(
    "view",
    [
        "pledges?asof=2025-04-11",
        "pledges?shape=compare&asof=2025-04-11",
        "pledges?shape=ledger",
        "pledges?kind=training",
        "timeline?from=2025-03-01&until=2025-04-20",
        "network?shape=matrix",
        "country?c=FRA",
        "overview?asof=2025-04-11",
    ],
)
def test_the_address_on_a_picture_opens_its_view_where_it_is_typed(public: TestClient, view: str, look: str) -> None:
    html = public.get(f"/view/{view}&{look}").text
    assert html.count('class="code"') == 1
    found = TYPED.search(foot(html))
    assert found
    assert "release=" not in found[1]
    page = found[1].replace("/?", "/overview?")
    again = public.get(f"/view{page}{'&' if '?' in page else '?'}{look}").text
    assert re.findall(r'<link rel="canonical"[^>]*>', again) == re.findall(r'<link rel="canonical"[^>]*>', html)


@pytest.mark.parametrize("look", WITH_A_CODE)
def test_an_address_that_nobody_would_type_sends_to_the_code(public: TestClient, look: str) -> None:
    query = "asof=2025-04-11&c=FRA&c=GBR&c=DEU&status=pledged&status=signed&kind=training"
    told = foot(public.get(f"/view/pledges?{query}&{look}").text)
    assert "guarantees.example: scan the code for this very view" in told
    assert not TYPED.search(told)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["pledges", "timeline", "statements"])
def test_without_its_title_a_picture_says_what_it_selects_and_on_a_slide_the_slide_does(
    local: TestClient, page: str, size: str
) -> None:
    canvas = f"/view/{page}?size={size}&proof=compact"
    titled, untitled, bare = (local.get(f"{canvas}&title={title}").text for title in ("1", "0", "none"))
    found = re.search(r'<p class="sentence">(.*?)</p>', titled)
    assert found
    assert "<h1>" in titled
    assert "<h1>" not in untitled + bare
    assert f'<p class="sentence">{found.group(1)}' in untitled
    assert found.group(1) not in bare.partition("<body")[2].partition("<script")[0]


def test_the_card_of_a_link_has_title_selection_chart_its_letters_and_name(public: TestClient) -> None:
    html = public.get(f"{VIEW}&size=1200x630").text
    assert 'data-canvas="card"' in html
    assert "<h1>" in html
    assert 'aria-label="What the marks mean"' in html
    for absent in ('class="reading"', 'class="code"'):
        assert absent not in html
    assert foot(html).startswith("guarantees.example/pledges?asof=2025-04-11")


@pytest.mark.parametrize("shape", ["method", "codebook", "quality", "release"])
def test_the_card_of_the_data_page_says_what_it_comes_to(public: TestClient, shape: str) -> None:
    html = public.get(f"/view/data?shape={shape}&size=1200x630&proof=compact").text
    assert re.search(r'<p class="reading"[^>]*>[^<]{20,}</p>', html)


def test_a_cards_title_is_read_in_a_chat() -> None:
    assert 19 * Canvas(1200, 630).unit >= 40
    assert Canvas(1200, 630).form == "card"
    assert Canvas(1280, 720).form == "wide"


def test_a_reading_keeps_whole_sentences_on_half_a_slide() -> None:
    told = "On 4 March 2025 nine had signed. " + "Then others said that they would think about it once more. " * 6
    short = read_on(told, Canvas(960, 1080))
    assert short.startswith("On 4 March 2025 nine had signed.")
    assert short.endswith(".")
    assert len(short) < len(told)
    assert read_on(told, Canvas(1920, 1080)) == told.strip()


def test_a_long_sentence_ends_with_one_of_its_clauses_on_half_a_slide() -> None:
    told = f"On 4 March 2025 {'nine had signed and many had not ' * 4}then; {'others would think about it again ' * 4}."
    assert read_on(told, Canvas(960, 1080)) == told.split(";")[0] + "."
    assert read_on(told, Canvas(960, 1080), is_whole=True) == ""
    assert read_on(told, Canvas(1920, 1080)) == told


@pytest.mark.parametrize("proof", ["full", "compact"])
@pytest.mark.parametrize("part", ["totals", "months", "agreements"])
def test_contributions_are_dated_by_what_they_are_and_not_by_the_as_of_day(
    public: TestClient, part: str, proof: str
) -> None:
    view = f"/view/pledges?shape=contributions&part={part}&size=1920x1080&proof={proof}"
    bare, titled = foot(public.get(f"{view}&title=none").text), foot(public.get(view).text)
    assert "as of" not in bare + titled
    said = {"totals": "by donor", "months": "running total", "agreements": "Bilateral security agreements"}[part]
    assert said in bare
    assert said not in titled


def test_a_comparison_without_title_names_both_days_and_an_event_its_own(local: TestClient) -> None:
    look = "size=1920x1080&proof=compact&title=none"
    both = foot(local.get(f"/view/pledges?shape=compare&asof2=2025-04-11&asof=2025-12-31&{look}").text)
    assert "11 April" in both
    assert "31 December 2025" in both
    assert "Lakeside Conference" in foot(local.get(f"/view/event?e=2025-04-10-lakeside-conference&{look}").text)


FRAMED = {
    "pledges?asof=2025-04-11": "as of 11 April 2025",
    "timeline?from=2025-03-01&until=2025-04-30": "1 March 2025 – 30 April 2025",
}


@pytest.mark.parametrize(("view", "days"), FRAMED.items())
def test_the_strip_of_a_frame_tells_days_and_address(public: TestClient, view: str, days: str) -> None:
    told = " ".join(foot(public.get(f"/view/{view}&embed=1").text).split())
    assert days in told
    assert told.endswith(f"guarantees.example/{view}")


def test_a_frame_on_this_machine_alone_leads_into_the_app(local: TestClient) -> None:
    assert "Open in Guarantees" in foot(local.get("/view/pledges?embed=1").text)


@pytest.mark.parametrize("page", ["event", "country", "speaker"])
def test_a_picture_of_all_there_are_asks_nobody_to_choose(public: TestClient, page: str) -> None:
    def read(address: str) -> str:
        return re.sub(r"<(head|script).*?</\1>", "", public.get(address).text, flags=re.DOTALL)

    assert "Choose one" in read(f"/view/{page}")
    assert not [size for size in SIZES if "Choose one" in read(f"/view/{page}?size={size}")]


@pytest.mark.parametrize("view", ["country?c=FRA", "country?c=FRA&asof=2025-04-11", "country", "speaker"])
def test_a_picture_of_a_profile_is_of_the_days_that_its_sentence_tells(public: TestClient, view: str) -> None:
    mark = "&" if "?" in view else "?"
    html = public.get(f"/view/{view}{mark}size=960x900&proof=compact&theme=light").text
    sentence = re.findall(r'class="sentence">([^<]*)<', html)[0]
    days = re.findall(r"\d+ [A-Z][a-z]+ \d{4}", foot(html).replace("densely", ""))
    assert days
    assert all(day in sentence for day in days)


QUOTED = "/view/quote?focus=2025-04-10-alma-varenne-twelve&size=1200x630&proof=compact"


def test_the_card_of_a_quote_names_its_sources_where_it_is_found_and_the_release(public: TestClient) -> None:
    told = foot(public.get(QUOTED).text)
    assert told.startswith("guarantees.example/")
    assert re.search(r"· \d+ sources?: \w", told)
    assert " · release " in told


def test_a_card_without_its_title_says_its_days(public: TestClient) -> None:
    card = f"{VIEW}&size=1200x630&proof=compact"
    assert "as of 11 April 2025" in foot(public.get(f"{card}&title=none").text)
    assert "as of 11 April 2025" not in foot(public.get(card).text)


def test_the_card_of_two_days_draws_the_later_and_names_who_moved(public: TestClient) -> None:
    html = public.get("/view/pledges?shape=compare&asof2=2025-01-01&asof=2025-06-01&size=1200x630").text
    assert '"geo2"' not in html
    assert "<b>1 June 2025</b>" in html or "\\u003cb\\u003e1 June 2025" in html
    assert re.search(r"<p>(Moved|None moved) since 1 January 2025", html)
