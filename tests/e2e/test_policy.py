"""The content security policy holds in a real browser: what the app needs runs, what a stranger slips in doesn't."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit

SLIPPED_IN = """() => {
  const script = document.createElement("script");
  script.textContent = "window.slippedIn = true";
  document.body.append(script);
  return window.slippedIn === true;
}"""


@pytest.mark.parametrize("path", ["pledges", "view/pledges"])
def test_an_inline_script_does_not_run(plain_visit: Visit, server: str, path: str) -> None:
    page = plain_visit.open_plain(f"{server}/{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(SLIPPED_IN) is False
    told, plain_visit.complaints = plain_visit.complaints, []
    assert len(told) == 1
    assert "Content Security Policy" in told[0]
