"""How much height a canvas leaves to its chart: worked out before the page is drawn, so that the chart is made for it.

Lengths in pixels of the layout. The page measures again when it is shown; these are a little short rather than long.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from dashboard.exhibits.exhibit import Exhibit
from dashboard.figures.labels import text_width
from dashboard.published.canvas import Canvas

SWATCH = 42.0
LEAST = 120


@dataclass(frozen=True)
class Sizes:
    """Type and air of a form of canvas, as its style sheet has them; `code` is the room of the code beside words."""

    edges: float
    between: float
    title: float
    sentence: float
    key: float
    reading: float
    foot: float
    code: float
    least_foot: float
    is_code_beside_reading: bool


WIDE = Sizes(35, 7, 27, 14.5, 12, 13.5, 11.5, 86, 44, True)
TALL = Sizes(27, 5, 21, 12, 11.2, 12, 11.2, 76, 72, False)


def chart_height(canvas: Canvas, exhibit: Exhibit, key: str, foot: str, has_code: bool) -> int:
    """What title, selection, key, reading and proof leave; `key` and `foot` as HTML."""
    sizes = TALL if canvas.form == "tall" else WIDE
    across = canvas.across - 2 * canvas.pad
    beside = across - (sizes.code if has_code else 0)
    taken = sizes.edges + 3 * sizes.between + 8
    if canvas.has_title:
        taken += lines(exhibit.title, sizes.title, across, True) * sizes.title * 1.13 + 3
    taken += lines(exhibit.sentence, sizes.sentence, across) * sizes.sentence * 1.25
    taken += key_lines(key, across, sizes.key) * (sizes.key * 1.25 + 2)
    read = beside if sizes.is_code_beside_reading else across
    taken += lines(exhibit.reading, sizes.reading, read) * sizes.reading * 1.28
    proof = sum(lines(part, sizes.foot, beside) * sizes.foot * 1.25 for part in paragraphs(foot)) + 7
    return max(LEAST, round(canvas.down - taken - max(proof, sizes.least_foot if has_code else 0)))


def lines(words: str, size: float, across: float, bold: bool = False) -> int:
    """Into how many lines words fall."""
    room, count = across, 1
    for word in words.split():
        width = text_width(word + " ", size, bold)
        if width > room and room < across:
            count, room = count + 1, across
        room -= width
    return count


def key_lines(key: str, across: float, size: float) -> int:
    """Into how many lines the entries of a key fall."""
    entries = [text_width(plain(entry), size) + SWATCH for entry in re.findall(r"<li.*?</li>", key, re.DOTALL)]
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
