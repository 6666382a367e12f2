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
from dashboard.published.still import still

# Beside the words of an entry of a key: what it has as its mark, and the air up to the next one.
MARKS = {"g-fading": 47.0, "g-swatch": 29.0, "<b>": 12.0}
MARK, BESIDE, DRAWN = 22.0, 8.0, 12.0
LEAST = 120
UNSEEN = r'<span class="g-unseen">[^<]*</span>'


@dataclass(frozen=True)
class Sizes:
    """Type and air of a form of canvas, as its style sheet has them; `code` is the room of the code beside words.

    `leads` are the heights of a line of key, reading and proof, as shares of their type.
    """

    edges: float
    between: float
    title: float
    sentence: float
    key: float
    reading: float
    foot: float
    code: float
    inside: float
    leads: tuple[float, float, float]


WIDE = Sizes(35, 7, 27, 14.5, 12, 13.5, 11.5, 86, 6, (1.25, 1.28, 1.26))
TALL = Sizes(22, 4, 19, 11.5, 11.2, 11.5, 11.2, 68, 3, (1.2, 1.23, 1.19))
CARD = Sizes(22, 4, 19, 12, 11.2, 0, 11.2, 0, 3, (1.2, 1.2, 1.2))
SPOKEN = 2  # lines of the reading where the form is tall
SENTENCES = re.compile(r"(?<=[a-z0-9)”’][.!?])\s+(?=[A-Z0-9“])")


def longer(reading: str, canvas: Canvas) -> Sequence[str]:
    """The reading in ever more sentences than ``read_on`` gives, for a page that finds room for them when drawn."""
    told, whole = read_on(reading, canvas), SENTENCES.split(still(reading))
    found = (" ".join(whole[: count + 1]) for count in range(len(whole)))
    return [one for one in found if len(one) > len(told)]


def sizes_of(canvas: Canvas) -> Sizes:
    """Those of the canvas's form."""
    return {"wide": WIDE, "card": CARD}.get(canvas.form, TALL)


def read_on(reading: str, canvas: Canvas, *, is_whole: bool = False) -> str:
    """The reading for a canvas: in full, or where the form is tall its first sentences, in few lines.

    A first sentence that is longer ends where one of its clauses does; one that `is_whole`, as on two actors, goes.
    """
    said = still(reading)
    if canvas.form == "wide":
        return said
    across = canvas.across - 2 * canvas.pad - TALL.code
    told, *more = SENTENCES.split(said)
    clauses = told.split("; ")
    while len(clauses) > 1 and lines(told, TALL.reading, across) > SPOKEN:
        if is_whole:
            return ""
        more = []
        clauses.pop()
        told = "; ".join(clauses) + "."
    for sentence in more:
        if lines(f"{told} {sentence}", TALL.reading, across) > SPOKEN:
            break
        told = f"{told} {sentence}"
    return told


def chart_height(canvas: Canvas, exhibit: Exhibit, reading: str, key: str, foot: str, has_code: bool) -> int:
    """What title, selection, key, reading and proof leave; `key` and `foot` as HTML, "" for no reading."""
    sizes = sizes_of(canvas)
    across = canvas.across - 2 * canvas.pad
    beside = across - (sizes.code if has_code else 0)
    taken = sizes.edges + (1 + canvas.has_sentence + bool(reading)) * sizes.between + sizes.inside
    if canvas.has_title:
        taken += lines(exhibit.title, sizes.title, across, True) * sizes.title * 1.12
    if canvas.has_sentence:
        taken += lines(exhibit.sentence, sizes.sentence, across) * sizes.sentence * 1.25 + 3
    taken += key_lines(key, across, sizes.key) * (sizes.key * sizes.leads[0] + 1.5)
    read = lines(reading, sizes.reading, beside) * sizes.reading * sizes.leads[1] if reading else 0
    proof = sum(lines(part, sizes.foot, beside) * sizes.foot * sizes.leads[2] for part in paragraphs(foot)) + 7
    return max(LEAST, round(canvas.down - taken - max(read + proof, sizes.code * has_code)))


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
    found = re.findall(r"<li.*?</li>", key, re.DOTALL)
    seen = [re.sub(UNSEEN, "", entry) for entry in found]
    entries = [0.98 * text_width(plain(entry).strip(), size) + marked(entry) for entry in seen]
    room, count = across + BESIDE, min(1, len(entries))
    for width in entries:
        if width > room:
            count, room = count + 1, across + BESIDE
        room -= width
    return count


def marked(entry: str) -> float:
    """How wide the mark of an entry is, with the air around it."""
    drawn = re.search(r'<svg width="(\d+)"', entry)
    if drawn:
        return int(drawn[1]) + DRAWN
    return next((width for mark, width in MARKS.items() if mark in entry), MARK * max(1, entry.count("g-chip ")))


def paragraphs(html: str) -> Sequence[str]:
    """The text of a proof: notes and source line run on, the address stands apart."""
    parts = html.partition('<p class="address">')
    return [plain(part) for part in (parts[0], parts[2].partition("<div")[0]) if part]


def plain(html: str) -> str:
    """Text without its marks."""
    return unescape(re.sub(r"<[^>]*>", "", html))
