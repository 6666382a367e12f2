"""What the head of a page of the app says to whoever previews its link."""

import html
import re

import pytest
from starlette.testclient import TestClient

TWELVE = "2025-04-10-alma-varenne-twelve"


def title(client: TestClient, address: str) -> str:
    """The title that a preview shows; the same as the tab's."""
    text = client.get(address).text
    found = re.search('<meta property="og:title" content="([^"]*)"', text)
    assert found
    assert f"<title>{found[1]} · Guarantees</title>" in text
    return found[1]


def test_a_statement_in_focus_is_named(client: TestClient) -> None:
    assert title(client, f"/statements?focus={TWELVE}").startswith("Alma Varenne on ")
    assert title(client, "/statements") == title(client, "/statements?focus=nobody") == "What was said"


def told(client: TestClient, address: str) -> dict[str, str]:
    """What a page's head says by name; the first of several."""
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', client.get(address).text)
    return {name: html.unescape(words) for name, words in reversed(found)}


def test_the_picture_of_a_preview_outlives_its_release(client: TestClient) -> None:
    release = client.get("/readyz").json()["release"]
    address = told(client, f"/view/pledges?asof=2025-04-11&release={release}")["og:image"]
    assert "asof=2025-04-11" in address
    assert "release=" not in address


@pytest.mark.parametrize(
    "address",
    [
        f"{path}?focus={TWELVE}{more}"
        for path, more in (
            ("/statements", ""),
            ("/timeline", ""),
            ("/", ""),
            ("/pledges", "&shape=ledger"),
            ("/view/statements", ""),
            ("/view/timeline", ""),
            ("/view/overview", ""),
            ("/view/pledges", "&shape=ledger"),
        )
    ],
)
def test_whatever_has_a_statement_open_is_previewed_as_that_statement(client: TestClient, address: str) -> None:
    head, without = told(client, address), told(client, address.replace(f"focus={TWELVE}", ""))
    assert head["og:title"].startswith("Alma Varenne on ")
    assert head["og:description"].startswith("Alma Varenne, ")
    assert "10 April 2025" in head["og:description"]
    assert "In our words: " in head["og:description"]
    assert f"/picture/quote.png?focus={TWELVE}&" in html.unescape(head["og:image"])
    assert head["og:image:alt"] == head["og:description"]
    assert "Varenne" not in without["og:title"]


def test_the_head_of_a_quote_tells_no_more_of_its_day_than_is_known(client: TestClient) -> None:
    address = "/view/quote?focus=2025-06-01-tove-lind-reconsiders"
    head = told(client, address)
    assert head["citation_publication_date"] == head["DC.date"] == "2025"
    assert '"datePublished": "2025"' in client.get(address).text


def test_a_quote_is_cited_itself(client: TestClient) -> None:
    head = told(client, f"/view/quote?focus={TWELVE}")
    assert head["citation_author"] == "Varenne, Alma"
    assert head["citation_title"].startswith("[Statement on ")
    assert ", as " in head["citation_title"]
    assert head["DC.type"] == "document"
    assert head["citation_publication_date"] == "2025/04/10"
    text = client.get(f"/view/quote?focus={TWELVE}").text
    assert (
        client.get(f"/api/quote.json?focus={TWELVE}")
        .json()["citation"]
        .startswith("Varenne, A. (2025, April 10). [Statement on ")
    )
    assert '"@type": "CreativeWork"' in text
    assert '"name": "Alma Varenne"' in text


def test_the_view_that_a_statement_is_open_in_is_cited_as_a_view(client: TestClient) -> None:
    assert told(client, f"/view/statements?focus={TWELVE}")["citation_author"] == "The Guarantees project,"
