"""A server that is gone: the page stays and says so in its own words; what was asked meanwhile comes later."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.e2e.visits import DESKTOP, PHONE, Visit, free_port, served

# What a browser says of a server that is gone.
GONE = {
    "net::ERR_CONNECTION_REFUSED",
    "/_stcore/health",
    "disconnected from server",
    "Streamlit server is not responding",
}
# Streamlit's own dialog, each time that it comes into the page, seen or not.
TRIED = """() => {
  window.tried = 0;
  const look = () => { if (document.querySelector("section[role=dialog]")) window.tried += 1; };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}"""


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_page_outlives_its_server_and_then_shows_what_was_asked_meanwhile(
    plain_visit: Visit, tiny_database: Path, tmp_path: Path, size: ViewportSize
) -> None:
    port, page = free_port(), plain_visit.page
    page.set_viewport_size(size)
    plain_visit.expected.update(GONE)
    said, theirs = page.locator(".g-away"), page.get_by_role("dialog")
    with served(tiny_database, tmp_path / "first.txt", port) as url:
        plain_visit.open(f"{url}/pledges?asof=2025-04-10")
        plain_visit.chart()
        before = page.locator(".g-reading").first.inner_text()
        page.evaluate(TRIED)
    expect(said).to_contain_text("The server doesn’t answer")
    expect(said).to_be_in_viewport(ratio=1)
    page.locator(".g-pages").get_by_role("link", name="Statements").click()
    expect(page).to_have_url(re.compile("/statements"))
    expect(page.locator(".g-reading").first).to_have_text(before)
    page.wait_for_function("() => window.tried")
    expect(theirs).to_have_count(0)
    expect(said).to_be_visible()
    with served(tiny_database, tmp_path / "second.txt", port):
        expect(page.locator(".g-reading").filter(has_text="statements by")).to_be_visible()
        expect(said).to_have_count(0)
        assert plain_visit.overflow() <= 0
