"""Where labels fit: the width of a text, boxes that are taken, text cut or wrapped to a width. Lengths in pixels."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

# advance widths of Source Sans 3 in hundredths of an em, by character; all others are as wide as `_OTHER`
_WIDTHS = {
    20: " ",
    25: "',.:;ijl|·ìíîï",
    26: "Iİı",
    30: "!f()[]{}-łt’",
    35: "/r*ºř",
    42: "?szšśşžźż",
    46: "cxvyçčćýkFLJYľ",
    50: "0123456789aegáâãäåàèéêëęěğ+=<>#$”“–",
    53: "ESVXÉŠŚŞAÁÅÄbdnpqñńňhouóôöõøúüůûŁțș",
    57: "CPRKTZČŽĆŻB&",
    62: "DGHNUQOÖÓØÜİđ→",
    72: "wMmWæ",
    83: "%@ÆŒœ…",
}
_OTHER = 54
_ADVANCE = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


@lru_cache(maxsize=20_000)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line of ``text`` in pixels at a font size in pixels; a little generous rather than short."""
    units = sum(_ADVANCE.get(letter, _OTHER) for letter in text)
    return units * size / 100 * (1.06 if bold else 1.02)


def shortened(text: str, size: float, limit: float) -> str:
    """``text`` cut after a whole word so that it fits ``limit`` pixels, with an ellipsis where something is gone."""
    if text_width(text, size) <= limit:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        cut = " ".join(words).rstrip(",;:–- ") + " …"
        if text_width(cut, size) <= limit:
            return cut
    return text[: max(1, int(limit / size * 2) - 1)] + "…"


def wrapped(text: str, size: float, limit: float, lines: int = 2) -> list[str]:
    """``text`` in at most ``lines`` lines no wider than ``limit`` pixels; the last one is cut where it must be."""
    rows: list[str] = []
    words = text.split()
    while words and len(rows) < lines - 1:
        row = words.pop(0)
        while words and text_width(f"{row} {words[0]}", size) <= limit:
            row = f"{row} {words.pop(0)}"
        rows.append(row)
    return [*rows, shortened(" ".join(words), size, limit)] if words else rows


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", gap: float = 0) -> bool:
        """True where the two come nearer than ``gap``."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def inside(self, left: float, right: float) -> bool:
        """True where the box stays between two verticals."""
        return self.left >= left and self.right <= right


@dataclass
class Taken:
    """Boxes already on the picture; greedy placement asks it for room, most important label first."""

    boxes: list[Box] = field(default_factory=list)

    def add(self, boxes: Iterable[Box]) -> None:
        """Mark boxes as taken."""
        self.boxes.extend(boxes)

    def is_free(self, box: Box, gap: float = 0) -> bool:
        """True where no taken box comes nearer than ``gap``."""
        return not any(box.meets(other, gap) for other in self.boxes)

    def covered(self, box: Box) -> float:
        """Square pixels of the box that lie under taken ones."""
        shared = [
            (min(box.right, one.right) - max(box.left, one.left))
            * (min(box.bottom, one.bottom) - max(box.top, one.top))
            for one in self.boxes
            if box.meets(one)
        ]
        return sum(shared)

    def first_free(self, candidates: Iterable[Box], gap: float = 0) -> Box | None:
        """The first candidate with room, now taken; None where none has."""
        for box in candidates:
            if self.is_free(box, gap):
                self.boxes.append(box)
                return box
        return None
