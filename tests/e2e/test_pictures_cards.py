"""A statement and a conversation fill their canvas: nothing is cut or too small, what has no room is counted."""

from itertools import product

import pytest
from playwright.sync_api import expect

from tests.e2e.visits import Visit

QUOTED, PLAIN = "2025-04-10-alma-varenne-twelve", "2025-03-20-alma-varenne-not-excluded"
DEEP = "2025-04-13-pavel-grudov-illusions"
SIZES = ("1920x1080", "960x1080", "1080x1080")
LOOKS = ("", "&title=0&proof=compact")
# What is cut off at an edge, and the smallest type in pixels of the screen.
SEEN = """() => {
  const cut = [], unit = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--unit"));
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let least = Infinity;
  while (walker.nextNode()) {
    const range = document.createRange(), parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest(".g-unseen") || !parent.offsetParent) continue;
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects())
      if (box.width && (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1))
        cut.push(walker.currentNode.data);
    least = Math.min(least, parseFloat(getComputedStyle(parent).fontSize) * unit);
  }
  const body = document.querySelector("figure > .body");
  if (body.scrollHeight > body.clientHeight + 2) cut.push("the body");
  return { cut, least };
}"""


@pytest.mark.parametrize(("size", "look"), [*product(SIZES, LOOKS)])
@pytest.mark.parametrize(
    ("page", "focus"), [*product(("quote", "conversation"), (QUOTED, PLAIN)), ("conversation", DEEP)]
)
def test_nothing_is_cut_or_too_small(
    plain_visit: Visit, server: str, page: str, focus: str, size: str, look: str
) -> None:
    width, height = map(int, size.split("x"))
    plain_visit.page.set_viewport_size({"width": width, "height": height})
    shown = plain_visit.open_plain(f"{server}/view/{page}?focus={focus}&size={size}{look}")
    expect(shown.locator("body[data-ready=true]")).to_be_visible()
    seen = shown.evaluate(SEEN)
    assert seen["cut"] == []
    assert seen["least"] >= 20
    if page == "conversation":
        turns, hidden = shown.locator(".g-talk li"), shown.locator(".g-talk li.gone")
        expect(shown.locator(".g-talk li[aria-current]")).to_be_in_viewport(ratio=0.99)
        told = shown.locator(".more:not(.gone)")
        assert turns.count() > hidden.count()
        words = f"and {hidden.count()} more statement{'s' * (hidden.count() > 1)}"
        assert [words] * bool(hidden.count()) == told.all_text_contents()
