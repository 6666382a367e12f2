"""A key that a view has no use for: programs are refused it, readers are told, and none of our links carries it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from dashboard.address import CARDS, KEYS, PUBLISHED
from dashboard.choices import CHOICES, OPTIONS
from dashboard.database import Database
from dashboard.queries.catalogue import catalogue
from dashboard.routes.question import question
from dashboard.selection import Selection
from dashboard.uses import known, known_on

SAID = "2025-04-11-viktor-zorin-targets"
IDLE = [
    ("timeline?tone=critical", "tone"),
    ("network?q=troops", "q"),
    ("network?s=viktor-zorin", "s"),
    ("network?shape=matrix&steps=2", "steps"),
    ("pledges?topic=foreign_troops", "topic"),
    ("pledges?tone=critical", "tone"),
    ("pledges?sort=name", "sort"),
    ("pledges?shape=ledger&framing=world", "framing"),
    ("pledges?shape=contributions&q=troops", "q"),
    ("pledges?shape=contributions&kind=air", "kind"),
    ("pledges?shape=conditions&over=all&kind=air", "kind"),
    ("event?e=2022-03-01-first-promises&c=FRA", "c"),
    ("data?q=troops", "q"),
    (f"quote?focus={SAID}&c=FRA", "c"),
]
SHAPES = [
    *(f"{page}?shape={shape}" for page, shapes in PUBLISHED.items() for shape in shapes if page not in CARDS),
    *(f"pledges?shape=contributions&part={part}" for part in ("months", "agreements", "items")),
    "pledges?shape=conditions&over=all",
    "country?c=FRA",
]
# A value of each filter that leaves rows out, or other rows in, wherever it is taken.
SET = {
    "c": "FRA", "g": "NATO", "s": "viktor-zorin", "e": "2022-03-01-first-promises", "topic": "foreign_troops",
    "kind": "air", "phase": "wartime", "status": "declined", "cond": "ceasefire", "basis": "parliament", "q": "x",
    "tone": "critical", "asof2": "2025-02-01", "also": "air", "hl": "FRA", "at": "2", "framework": "none",
    "cat": "summit", "standing": "state", "quote": "original", "offer": "money", "to": "USA",
}  # fmt: skip


@pytest.mark.parametrize(("view", "name"), IDLE)
@pytest.mark.parametrize("place", ["/api/{}.json", "/api/{}.cite", "/picture/{}.png", "/picture/{}.txt"])
def test_a_program_is_told_which_keys_the_view_knows(client: TestClient, place: str, view: str, name: str) -> None:
    page, _, query = view.partition("?")
    answer = client.get(f"{place.format(page)}?{query}")
    told = answer.json()
    assert (answer.status_code, told["error"], told["unknown"]) == (400, "unknown parameters", [name])
    assert QueryParams(query).keys() - {name} <= {*told["known"]}
    assert name not in told["known"]


@pytest.mark.parametrize("view", SHAPES)
def test_a_key_that_is_refused_would_have_changed_nothing(tiny_database: Path, view: str) -> None:
    page, _, query = view.partition("?")
    db = Database(tiny_database)
    plain = question(db, page, QueryParams(query))
    given = {name: value for name, value in SET.items() if name not in known(plain.selection)}
    others = question(db, page, QueryParams([*QueryParams(query).multi_items(), *given.items()]))
    assert given
    assert others.exhibit().table.equals(plain.exhibit().table)
    assert others.exhibit().reading == plain.exhibit().reading


@pytest.mark.parametrize("view", ["view", "present"])
def test_a_page_for_readers_says_so(client: TestClient, view: str) -> None:
    said = client.get(f"/{view}/pledges?topic=foreign_troops&tone=critical").text
    assert "“Topics” and “Tone” make no difference to this view." in said
    assert "difference" not in client.get(f"/{view}/pledges?status=declined").text


def test_a_pasted_view_is_taken_without_them_and_the_deck_says_so(client: TestClient) -> None:
    page = client.get("/deck?view=%2Fpledges%3Ftopic%3Dforeign_troops")
    assert page.status_code == 200
    assert "“Topics” makes no difference to this view: /pledges?topic=foreign_troops." in page.text


def test_what_leaves_the_app_carries_no_key_without_a_use(tiny_database: Path) -> None:
    known_here = catalogue(Database(tiny_database))
    chosen = Selection("pledges", topics=("foreign_troops",), text="x", countries=("FRA",), shape="contributions")
    for address in (chosen.to_link(known_here), chosen.to_type(known_here)):
        assert set(address) <= {*known(chosen)}
        assert address["c"] == ["FRA"]
    assert chosen.on_page("timeline").to_query(known_here)["topic"] == ["foreign_troops"]


def test_every_view_is_described_with_its_keys_alone(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    components = told["components"]["parameters"]
    for page in PUBLISHED:
        asked = told["paths"][f"/api/{page}.csv"]["get"]["parameters"]
        names = {components[one["$ref"].rsplit("/", 1)[1]]["name"] for one in asked}
        assert names - {"If-None-Match"} == set(known_on(page))
    assert {key.name for key in KEYS} == {name for page in PUBLISHED for name in known_on(page)}
    assert all({*names} <= {*CHOICES[page]} for (page, _), names in OPTIONS.items())


def test_links_of_a_published_page_are_answered(client: TestClient) -> None:
    page = client.get("/view/pledges?topic=foreign_troops").text
    href = page.partition('type="text/csv" href="..')[2].partition('"')[0].replace("&amp;", "&")
    assert "topic" not in parse_qs(urlsplit(href).query)
    assert client.get(href).status_code == 200
