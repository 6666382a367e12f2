"""What an eye would stumble over on a canvas: text cut off, outside the frame, or too small to be read from afar."""

from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.visits import Visit

SIZES = ("1920x1080", "960x1080", "1080x1080")
LEAST = 20.0
STUMBLES = """least => {
  const found = [], unit = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--unit"));
  const round = (box) => [box.left, box.top, box.right, box.bottom].map(Math.round).join(" ");
  const cuts = (node) => {
    const look = getComputedStyle(node);
    if (node instanceof SVGElement && node.tagName !== "svg") return false;
    const isOpen = look.overflowX === "visible" && look.overflowY === "visible";
    return !isOpen && look.display !== "inline" && look.display !== "contents";
  };
  const beyond = (box, edge, x, y) =>
    box.left < edge.left - x || box.right > edge.right + x || box.top < edge.top - y || box.bottom > edge.bottom + y;
  const screen = new DOMRect(0, 0, innerWidth, innerHeight), whole = document.documentElement;
  if (whole.scrollWidth > innerWidth || whole.scrollHeight > innerHeight) found.push("the page scrolls");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement, words = node.data.trim();
    if (!words || parent.closest("script, style, .g-unseen")) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width && box.height);
    if (!boxes.length) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize) * unit;
    if (size < least) found.push(`small: ${size.toFixed(1)} ${words}`);
    const slack = size * 0.25;
    for (const box of boxes) {
      if (beyond(box, screen, 1, slack)) found.push(`outside: ${words} ${round(box)}`);
      for (let frame = parent; frame; frame = frame.parentElement) {
        if (!cuts(frame)) continue;
        const edge = frame.getBoundingClientRect();
        const name = `${frame.tagName}.${frame.getAttribute("class")}`;
        if (beyond(box, edge, 3, slack)) found.push(`cut: ${words} ${round(box)} in ${name} ${round(edge)}`);
      }
    }
  }
  return found;
}"""


def canvas(visit: Visit, url: str, size: str) -> Page:
    """The canvas of that size, drawn, in a window of that size."""
    width, height = map(int, size.split("x"))
    visit.page.set_viewport_size(ViewportSize(width=width, height=height))
    page = visit.open_plain(f"{url}{'&' if '?' in url else '?'}size={size}")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    return page


def stumbles(page: Page, size: str) -> list[str]:
    """Complaints about a drawn canvas, none if it may be shown; type is measured as on 1080 lines."""
    width, height = map(int, size.split("x"))
    found: list[str] = page.evaluate(STUMBLES, LEAST * min(height / 1080, width / 900))
    return found
