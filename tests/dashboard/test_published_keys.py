"""The key on a canvas explains what its chart draws, and nothing that it doesn't."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.figures.theme import LIGHT
from dashboard.published.plan import without_letter
from dashboard.routes import routes
from dashboard.routes.question import question

SINGLE, COUNTED = ("from an answer to what it answers", "day not certain", "more around that day"), "how many in a"


@pytest.fixture
def client(real_database: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(real_database))))


def key_of(html: str) -> str:
    """The words of the key."""
    found = re.search(r'<div class="key [^>]*>(.*?)</div>', html, re.DOTALL)
    assert found
    return unescape(re.sub(r"<[^>]*>", "", found[1]))


@pytest.mark.parametrize("size", ["960x1080", "1080x1080", "1920x1080"])
@pytest.mark.parametrize("days", ["", "&from=2026-02-20&until=2026-03-05", "&from=2021-12-17&until=2026-07-05"])
def test_the_key_of_a_timeline_is_that_of_the_chart_drawn(client: TestClient, size: str, days: str) -> None:
    html = client.get(f"/view/timeline?size={size}{days}").text
    is_counted = '"columns":"days"' not in html
    assert (COUNTED in key_of(html)) is is_counted
    assert ("who answered whom</h1>" in html) is not is_counted
    drawn = [f'"{mark}"' in html.partition('"marks":[')[2].partition("]")[0] for mark in ("answer", "soft", "more")]
    assert [words in key_of(html) for words in SINGLE] == drawn
    assert 'class="g-wide"' not in html
    assert 'class="g-narrow"' not in html


def test_a_picture_is_cited_under_the_title_that_it_bears(client: TestClient) -> None:
    html = (
        TestClient(client.app, "http://127.0.0.1:8501")
        .get("/view/timeline?size=1920x1080&from=2021-12-17&until=2026-07-05")
        .text
    )
    assert "<h1>What was said and done, month by month</h1>" in html
    assert "The Guarantees project. (2026). What was said and done, month by month: " in html


@pytest.mark.parametrize(
    ("days", "unit"), [("from=2021-12-17&until=2026-07-05", "month"), ("from=2025-09-01&until=2025-09-07", "")]
)
def test_a_timeline_has_one_title_however_it_leaves(client: TestClient, days: str, unit: str) -> None:
    title = f"What was said and done, {f'{unit} by {unit}' if unit else 'and who answered whom'}"
    html = client.get(f"/view/timeline?{days}").text
    assert f'property="og:title" content="{title}' in html
    assert f">{title}</h1>" in html
    assert client.get(f"/api/timeline.json?{days}").json()["title"] == title
    for address in (f"/api/timeline.cite?style=apa&{days}", f"/picture/timeline.txt?{days}", f"/?{days}"):
        assert title in client.get(address.replace("/?", "/timeline?")).text


def test_half_a_slide_of_a_quarter_counts(client: TestClient) -> None:
    assert '"columns":"weeks"' in client.get("/view/timeline?size=960x1080").text


def test_the_key_of_one_day_has_no_more_than_that_day(client: TestClient) -> None:
    told = key_of(client.get("/view/timeline?size=960x1080&from=2025-08-18&until=2025-08-18").text)
    assert "comment" in told
    assert "from an answer to what it answers" in told
    assert not any(words in told for words in ("threaten or sanction", "day not certain", "more around that day"))


CARDS = {
    "pledges": "signed on conditions would consider undecided declined ?",
    "": "signed on conditions would consider undecided declined ?",
    "pledges?shape=ledger": "signed would send on conditions would consider",
    "pledges?shape=compare": "signed on conditions would consider moved ?",
    "pledges?shape=conditions": "named in the current row not counted length and numbers",
    "network": "S supportive N neutral C critical H hostile speaks of country",
    "timeline": "comment offer or support object",
}


@pytest.mark.parametrize("view", CARDS)
def test_the_picture_of_a_link_says_what_its_letters_and_colours_mean(client: TestClient, view: str) -> None:
    address = f"/view/{view or 'overview'}"
    html = client.get(f"{address}{'&' if '?' in view else '?'}size=1200x630&proof=compact").text
    found = re.search(r'<div class="(?:key|aside) only[^>]*>(.*?)</div>', html, re.DOTALL)
    assert found
    told = " ".join(unescape(re.sub(r"<[^>]*>", "", re.sub(r'aria-hidden="true">[A-Z]<', "><", found[1]))).split())
    assert all(word in told for word in CARDS[view].split())
    assert "No room on the map" not in html.partition("<footer")[0]


@pytest.mark.parametrize(
    "view", ["pledges", "pledges?shape=ledger", "pledges?shape=contributions", "network", "timeline", "overview"]
)
def test_a_chart_has_the_same_rows_as_a_table_one_link_away(client: TestClient, view: str) -> None:
    html = client.get(f"/view/{view}").text
    found = re.search(r'<a class="skip" href="([^"]*)">The same rows as a table</a>', html)
    assert found
    table = client.get(unescape(found[1])).text
    assert "<table" in table
    assert "The same rows as a table" not in table
    rows = re.compile(r'data-all="([^"]*)"')
    assert rows.findall(table) == rows.findall(html)
    page, _, query = view.partition("?")
    assert '<a class="skip" href="#rows">' in client.get(f"/view/{page}.html?{query}").text


def test_letters_without_room_are_named_and_those_named_in_the_list_counted(tiny_database: Path) -> None:
    exhibit = question(Database(tiny_database), "pledges", QueryParams()).exhibit()
    named = '<ul class="g-key"><li data-actor="AAA">Arvonia</li></ul>'
    some = replace(exhibit, unlettered_html=lambda _look, _left: named)
    none = replace(exhibit, unlettered_html=lambda _look, _left: "")
    assert "<li>and 2 in the list</li></ul>" in without_letter(some, LIGHT, ["AAA", "BBB", "CCC"])
    assert without_letter(some, LIGHT, ["AAA"]) == named
    assert "No room on the map:</strong> 2 letters, in the list" in without_letter(none, LIGHT, ["AAA", "BBB"])
    assert "1 letter, in the list" in without_letter(none, LIGHT, ["AAA"])
    assert without_letter(none, LIGHT, []) == ""
