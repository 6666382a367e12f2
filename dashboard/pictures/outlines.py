"""Letters as outlines of the typeface that the app brings, so that a drawing needs no typeface where it is opened."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

FACES = Path(__file__).resolve().parent.parent / "static" / "v1"
FILES = ("source-sans-3-latin.woff2", "source-sans-3-latin-ext.woff2", "guarantees-signs.woff2")
STEPS = 20  # of a pixel: outlines are drawn in whole ones
SLANT = 0.25  # how browsers lean a typeface that has no italics
LIGATURES = {"fft": "f_f_t", "ff": "f_f", "ft": "f_t"}
PIECES, SIGNS = (re.compile(one, re.DOTALL) for one in (f"{'|'.join(LIGATURES)}|.", "."))

Point = tuple[float, float]


class Strokes(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Writes down how a glyph is drawn: each command with its points, as shares of its size."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.told: list[tuple[str, tuple[Point, ...]]] = []

    def _moveTo(self, point: Point) -> None:  # noqa: N802 - fontTools' names
        self.told.append(("m", (point,)))

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self.told.append(("l", (point,)))

    def _qCurveToOne(self, control: Point, point: Point) -> None:  # noqa: N802
        self.told.append(("q", (control, point)))

    def _closePath(self) -> None:  # noqa: N802
        self.told.append(("z", ()))


@cache
def covered() -> str:
    """All signs that the typeface has."""
    return "".join(sorted({chr(code) for name in FILES for code in face(name).getBestCmap()}))


@dataclass(frozen=True)
class Look:
    """How letters look; `is_spaced` says that each stands alone, though it could join the next."""

    size: float
    weight: float = 400
    is_slanted: bool = False
    is_spaced: bool = False


def outline(words: str, places: Sequence[float | None], level: float, look: Look) -> str:
    """The path of words in steps: each sign at its place on the level; without one, behind the sign before it."""
    written, behind = list[str](), 0.0
    for found in (SIGNS if look.is_spaced else PIECES).finditer(words):
        place = places[found.start()]
        x = behind if place is None else place
        (left, top), steps, advance = glyph(found[0], look.size, look.weight, SLANT if look.is_slanted else 0)
        behind = x + advance
        if steps:
            written.append(f"M{round(x * STEPS) + left} {round(level * STEPS) + top}{steps}")
    return "".join(written)


@lru_cache(maxsize=20_000)
def glyph(sign: str, size: float, weight: float, slant: float) -> tuple[tuple[int, int], str, float]:
    """Where a sign's outline begins, its steps from there, and how wide it is; nothing of a sign that isn't covered."""
    told, advance = strokes(sign, weight)
    at = first = start = (0, 0)
    steps = list[str]()
    for number, (command, points) in enumerate(told):
        places = [(round((x + y * slant) * size * STEPS), round(-y * size * STEPS)) for x, y in points]
        if number:
            away = " ".join(f"{x - at[0]} {y - at[1]}" for x, y in places)
            steps.append(command + away.replace(" -", "-"))
        else:
            first = places[0]
        at = places[-1] if places else start
        start = at if command == "m" else start
    return first, "".join(steps), advance * size


@lru_cache(maxsize=5_000)
def strokes(sign: str, weight: float) -> tuple[list[tuple[str, tuple[Point, ...]]], float]:
    """How a sign is drawn at a weight and how wide it is, as shares of its size."""
    for name in FILES:
        known = LIGATURES.get(sign) or face(name).getBestCmap().get(ord(sign))
        if known is not None:
            glyphs, units = glyphs_of(name, weight), face(name)["head"].unitsPerEm
            pen = Strokes(glyphs)
            glyphs[known].draw(TransformPen(pen, (1 / units, 0, 0, 1 / units, 0, 0)))
            return pen.told, glyphs[known].width / units
    return [], 0.0


@cache
def face(name: str) -> TTFont:
    """One file of the typeface."""
    return TTFont(FACES / name)


@lru_cache(maxsize=40)
def glyphs_of(name: str, weight: float) -> Any:
    """Its glyphs at a weight."""
    return face(name).getGlyphSet(location={"wght": weight})
