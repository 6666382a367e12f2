"""A view as one file: opened from a disk it asks for nothing, and shows all there is."""

import csv
import io
from base64 import b64decode
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect


@pytest.mark.parametrize(
    "view", ["pledges", "pledges?shape=ledger", "timeline?from=2025-03-01", "network", "country?c=FRA"]
)
def test_a_saved_view_opens_without_any_server(browser: Browser, server: str, tmp_path: Path, view: str) -> None:
    name, _, query = view.partition("?")
    kept = tmp_path / "view.html"
    with urlopen(f"{server}/view/{name}.html?{query}", timeout=60) as answer:
        assert answer.headers["content-disposition"].startswith('attachment; filename="guarantees-')
        kept.write_bytes(answer.read())
    asked, complaints = list[str](), list[str]()
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(kept.as_uri())
        expect(page.locator("body[data-ready=true]")).to_be_visible()
        expect(page.locator("footer")).to_contain_text("release 2026-11-25-")
        if name != "country":
            expect(page.locator("#chart .main-svg").first).to_be_visible()
        for name_of in (".g-datebar a:not([href])", ".g-onward a:not([href])"):
            assert not [one for one in page.locator(name_of).all() if one.is_visible()]
        if view == "pledges":
            expect(page.locator("#chart .choroplethlayer path").first).to_be_attached()
        faces = page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').length")
        assert faces > 0
        held = page.get_by_role("link", name="Save the rows as CSV").get_attribute("href") or ""
        with urlopen(f"{server}/api/{name}.csv?{query}", timeout=60) as answer:
            rows = list(csv.reader(io.StringIO(answer.read().decode())))
        assert len(list(csv.reader(io.StringIO(b64decode(held.split(",")[1]).decode())))) == len(rows)
    assert asked == [kept.as_uri()]
    assert not complaints


def test_a_file_leads_nowhere_while_the_server_has_no_address(server: str) -> None:
    with urlopen(f"{server}/view/pledges.html", timeout=60) as answer:
        text = answer.read().decode()
    body = text[text.index("<body") : text.index('<script type="application/json"')]
    assert 'href="/' not in body
    assert "127.0.0.1" not in text
