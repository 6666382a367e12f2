"""A canvas of fixed size: a view drawn to fill a picture, a slide or a screen, its type readable from afar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

SIZES = ("1920x1080", "960x1080", "1080x1080")
PROOFS = ("full", "compact")
SMALLEST, LARGEST = 540, 3840  # on less, the least type is smaller than 10 pixels
# One pixel of the layout is drawn on so many of a canvas of 1080 lines: type of 11.2 pixels is 20 and more there.
UNIT, LINES = 1.8, 1080
LEAST_TYPE = 11.2
NARROWEST = 500
TALL = 760
PAD, TALL_PAD, GAP, ASIDE = 28, 20, 26, 296
FLATTEST = 0.8  # of a slide's height, if as wide as that: so much is left below a title
# What a chat shows of a link, at a third of its size: title, selection, chart and name, in the largest type.
CARD = (1200, 630)
# Of the height, where a list stands below the chart, or one of all positions; as the style sheet shares it out. Two
# maps have more.
SHARE, LISTED, MAPPED = 5 / 8, 4 / 7, 2 / 3


@dataclass(frozen=True)
class Canvas:
    """Width and height in pixels of the screen, how much of the proof stands on it; its title, and the selection."""

    width: int
    height: int
    proof: str = "full"
    has_title: bool = True
    has_sentence: bool = True

    @property
    def unit(self) -> float:
        """How many pixels of the screen a pixel of the layout is drawn on."""
        most = self.width / NARROWEST
        return round(most if (self.width, self.height) == CARD else min(UNIT * self.lines / LINES, most), 4)

    @property
    def lines(self) -> float:
        """The height that type is measured by: of a picture with a slide's title above it, that of the whole slide."""
        whole = self.width * 9 / 16
        return whole if not self.has_title and FLATTEST * whole <= self.height < whole else self.height

    @property
    def across(self) -> float:
        """Width of the layout in its own pixels."""
        return round(self.width / self.unit, 2)

    @property
    def down(self) -> float:
        """Height of the layout in its own pixels."""
        return round(self.height / self.unit, 2)

    @property
    def form(self) -> str:
        """``tall`` where a list has its place below the chart, ``wide`` where beside it; a ``card`` shows a link."""
        return "card" if (self.width, self.height) == CARD else "tall" if self.across < TALL else "wide"

    @property
    def pad(self) -> int:
        """What is left free at either side."""
        return PAD if self.form == "wide" else TALL_PAD

    def chart_width(self, has_aside: bool) -> int:
        """How wide a chart is, in pixels of the layout."""
        beside = ASIDE + GAP if has_aside and self.form == "wide" else 0
        return round(self.across - 2 * self.pad - beside)

    def chart_share(self, height: int, has_aside: bool, share: float = SHARE) -> int:
        """How much of the height left for both is a chart's, with a list below it where that is its place."""
        return round(height * share) if has_aside and self.form == "tall" else height

    def style(self, aside: int = 0, high: int = 0) -> str:
        """The measures as variables of a style sheet; `aside` is how wide a list beside the chart is, where told.

        `high` is how high a chart above a list is, where it needs less than its share.
        """
        measures = {
            "wide": self.across,
            "high": self.down,
            "pad": self.pad,
            "gap": GAP,
            "aside": aside or ASIDE,
            "least": LEAST_TYPE,
        } | ({"chart": high} if high else {})
        return "; ".join(f"--{name}: {value}px" for name, value in measures.items()) + f"; --unit: {self.unit}"


class Unfit(ValueError):  # noqa: N818 – named for what is the case
    """A look that can't be, in words for the reader."""


def canvas_of(query: Mapping[str, str]) -> Canvas | None:
    """The canvas that an address asks for by `size`, `proof` and `title`; None where it asks for none.

    `Unfit` on a size or a proof that can't be.
    """
    size = query.get("size")
    if size is None:
        return None
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", size, re.ASCII)
    width, height = (int(found.group(1)), int(found.group(2))) if found else (0, 0)
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise Unfit(f"A size is written as 1920x1080, each side from {SMALLEST} to {LARGEST} pixels.")
    proof = query.get("proof", PROOFS[0])
    if proof not in PROOFS:
        raise Unfit("The proof is full or compact.")
    title = query.get("title", "1")
    return Canvas(width, height, proof, title not in ("0", "none"), title != "none")
