"""Nothing is dropped in silence: one value too many, or nothing chosen, is said, whatever the ending."""

import pytest
from starlette.testclient import TestClient

from dashboard.address import CARDS

FOCUS = "2025-04-11-viktor-zorin-targets"
TWICE = {
    "asof": "asof=2025-04-11&asof=2025-03-01",
    "kind": "kind=ground_troops&kind=air",
    "q": "q=troops&q=jets",
    "shape": "shape=map&shape=ledger",
    "voices": "voices=binding&voices=all",
    "focus": f"focus={FOCUS}&focus=FRA",
    "at": "at=1&at=2",
    "as": "as=table&as=chart",
}


@pytest.mark.parametrize("place", ["/api/pledges.csv", "/picture/pledges.png", "/picture/pledges.txt"])
@pytest.mark.parametrize("name", TWICE)
def test_a_key_of_one_value_is_refused_a_second(client: TestClient, place: str, name: str) -> None:
    answer = client.get(f"{place.replace('pledges', 'statements') if name == 'at' else place}?{TWICE[name]}")
    assert answer.status_code == 400
    assert any(said.startswith(f"“{name}” takes one value") for said in answer.json()["problems"])


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/api/pledges.cite?style=apa&style=ris", "style"),
        ("/api/pledges.plotly.json?theme=light&theme=dark", "theme"),
        ("/api/pledges/days?width=800&kind=air&kind=ground_troops", "kind"),
        ("/picture/pledges.png?size=1920x1080&size=1080x1080", "size"),
        ("/deck/pledges.pptx?asof=2025-04-11&asof=2025-03-01", "asof"),
    ],
)
def test_so_is_a_key_of_the_ending(client: TestClient, address: str, name: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert f"“{name}” takes one value" in answer.text


def test_a_key_of_the_release_too(client: TestClient) -> None:
    release = client.get("/readyz").json()["release"]
    assert client.get(f"/api/pledges.csv?release={release}&release={release}").status_code == 400


def test_a_list_takes_several(client: TestClient) -> None:
    assert client.get("/api/pledges.csv?c=FRA&c=DEU").status_code == 200


def test_a_page_says_which_of_two_values_it_shows(client: TestClient) -> None:
    page = client.get("/view/pledges?asof=2025-04-11&asof=2025-03-01")
    assert "“asof” takes one value" in page.text


@pytest.mark.parametrize("page", CARDS)
@pytest.mark.parametrize("place", ["/api/{}.csv", "/api/{}.cite", "/api/{}.json", "/picture/{}.png", "/picture/{}.txt"])
@pytest.mark.parametrize("query", ["", "?focus=FRA"])
def test_a_card_of_no_statement_is_not_found(client: TestClient, page: str, place: str, query: str) -> None:
    answer = client.get(place.format(page) + query)
    assert answer.status_code == 404
    assert "focus" in answer.json()["hint"]


@pytest.mark.parametrize("page", CARDS)
def test_nor_is_its_page_which_leads_to_the_statements(client: TestClient, page: str) -> None:
    answer = client.get(f"/view/{page}")
    assert answer.status_code == 404
    assert "Choose a statement" in answer.text
    assert "focus" in answer.text
    assert client.get(f"/view/{page}.html").status_code == 404
    assert client.get(f"/view/{page}", params={"focus": FOCUS}).status_code == 200


def test_an_address_that_nothing_knows_is_told_every_view_there_is(client: TestClient) -> None:
    for address in ("/api/nothing.csv", "/api/nothing"):
        assert set(CARDS) < set(client.get(address).json()["pages"])


@pytest.mark.parametrize("view", ["network?shape=actors", "country?asof=2025-04-11", "speaker?c=FRA"])
def test_a_view_without_a_figure_of_plotlys_says_where_else_it_is_had(client: TestClient, view: str) -> None:
    page, _, query = view.partition("?")
    answer = client.get(f"/api/{page}.plotly.json?{query}&theme=dark&width=700")
    assert answer.status_code == 404
    assert "No single figure" in answer.json()["error"]
    instead = answer.json()["instead"]
    assert instead["picture"] == f"/picture/{page}.png?{query}"
    assert [client.get(instead[way]).status_code for way in ("rows", "workbook", "page")] == [200, 200, 200]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("pledges.cite?style=chicago", "“chicago” is no style: it is one of apa, bibtex, ris, csl"),
        ("pledges.cite?accessed=soon", "“soon” is no accessed: it is a day, written as 2025-09-04"),
        ("pledges.plotly.json?theme=pink", "“pink” is no theme: it is one of "),
    ],
)
def test_a_wrong_value_is_answered_with_what_is_right(client: TestClient, address: str, said: str) -> None:
    answer = client.get(f"/api/{address}")
    assert answer.status_code == 400
    assert answer.json()["problems"][0].startswith(said)


def test_a_wrong_shape_is_answered_with_those_that_there_are(client: TestClient) -> None:
    said = " ".join(client.get("/api/pledges.csv?shape=nonsense&voices=loud").json()["problems"])
    assert "“shape” is one of map, ledger, " in said
    assert "“voices” is one of " in said


@pytest.mark.parametrize("place", ["/api/{}.csv", "/picture/{}.png"])
@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("statements?topic=zzz", "“topic” is one of accountability, airspace, "),
        ("pledges?kind=nonsense", "“kind” is one of "),
        ("pledges?as=picture", "“as” is one of chart, table"),
        ("pledges?asof=2031-01-01", "“asof” is a day from 2021-"),
        ("pledges?focus=nobody", "“focus” is the id of a statement (/api/statements.csv), "),
    ],
)
def test_what_is_possible_is_listed_where_it_is_short(client: TestClient, place: str, view: str, said: str) -> None:
    page, _, query = view.partition("?")
    told = client.get(f"{place.format(page)}?{query}&c=FRA").json()["problems"]
    assert [one for one in told if one.startswith(said)]
    assert len([one for one in told if " is one of " in one or " is a day" in one or " is the id " in one]) == 1


def test_of_a_long_list_it_is_said_where_it_is_found(client: TestClient) -> None:
    told = client.get("/api/pledges.csv?c=ATLANTIS&s=nobody").json()["problems"]
    place = next(one for one in told if one.startswith("“c” is one of "))
    address = place.partition("codes: ")[2].removesuffix(" lists them")
    assert "FRA" in [row[0] for row in client.get(address).json()]
