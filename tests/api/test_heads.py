"""What the head of a page of the app says to whoever previews its link."""

import re

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
