"""Where the server has an address, a picture has its code; no words stand under it, whatever gave way to the view."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.citing.address import SETTING
from tests.e2e.canvases import SIZES, canvas, stumbles
from tests.e2e.visits import Visit, served

UNDER = """() => {
  const code = document.querySelector(".code").getBoundingClientRect(), found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects())
      if (box.width && box.left < code.right && code.left < box.right && box.top < code.bottom && code.top < box.bottom)
        found.push(walker.currentNode.data);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def public(real_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the real data, which knows its address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, "https://guarantees.example")
        with served(real_database, tmp_path_factory.mktemp("public") / "output.txt") as url:
            yield url


@pytest.mark.parametrize("proof", ["full", "compact"])
@pytest.mark.parametrize("view", ["pledges", "pledges?shape=ledger", "statements", "timeline"])
def test_no_words_stand_under_the_code(plain_visit: Visit, public: str, view: str, proof: str) -> None:
    joined = "&" if "?" in view else "?"
    for size in SIZES:
        page = canvas(plain_visit, f"{public}/view/{view}{joined}proof={proof}", size)
        assert page.evaluate(UNDER) == [], size
        assert not stumbles(page, size), size
