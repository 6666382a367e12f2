"""How much height a canvas leaves to its chart: worked out before the page is drawn, so that the chart is made for it.

Lengths in pixels of the layout. The page measures again when it is shown; these are a little short rather than long.
"""

import re
from collections.abc import Sequence
from html import unescape

from dashboard.exhibits.exhibit import Exhibit
from dashboard.figures.labels import text_width
from dashboard.published.canvas import PAD, Canvas

EDGES, BETWEEN = 35.0, 7.0
TITLE, TALL_TITLE, SENTENCE, KEY, READING, FOOT = 27.0, 23.0, 14.5, 12.0, 13.5, 11.5
CODE = 86.0
SWATCH = 44.0
LEAST = 120


def chart_height(canvas: Canvas, exhibit: Exhibit, key: str, foot: str, has_code: bool) -> int:
    """What title, selection, key, reading and proof leave; `key` and `foot` as HTML."""
    across = canvas.across - 2 * PAD
    beside = across - (CODE if has_code else 0)
    title = TALL_TITLE if canvas.form == "tall" else TITLE
    taken = EDGES + 4 * BETWEEN + 10
    if canvas.has_title:
        taken += lines(exhibit.title, title, across, True) * title * 1.12 + 3
    taken += lines(exhibit.sentence, SENTENCE, across) * SENTENCE * 1.25
    taken += key_lines(key, across) * (KEY * 1.25 + 3)
    said = lines(exhibit.reading, READING, beside) * READING * 1.28
    proof = sum(lines(part, FOOT, beside) * FOOT * 1.25 for part in paragraphs(foot)) + 7
    return max(LEAST, round(canvas.down - taken - said - proof))


def lines(words: str, size: float, across: float, bold: bool = False) -> int:
    """Into how many lines words fall."""
    room, count = across, 1
    for word in words.split():
        width = text_width(word + " ", size, bold)
        if width > room and room < across:
            count, room = count + 1, across
        room -= width
    return count


def key_lines(key: str, across: float) -> int:
    """Into how many lines the entries of a key fall."""
    entries = [text_width(plain(entry), KEY) + SWATCH for entry in re.findall(r"<li.*?</li>", key, re.DOTALL)]
    room, count = across, min(1, len(entries))
    for width in entries:
        if width > room:
            count, room = count + 1, across
        room -= width
    return count


def paragraphs(html: str) -> Sequence[str]:
    """The text of a proof: notes and source line run on, the address stands apart."""
    parts = html.partition('<p class="address">')
    return [plain(part) for part in (parts[0], parts[2].partition("<div")[0]) if part]


def plain(html: str) -> str:
    """Text without its marks."""
    return unescape(re.sub(r"<[^>]*>", "", html))
