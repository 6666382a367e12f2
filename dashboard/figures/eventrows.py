"""Rows of events' names within a lane: each name beside its tick, where it meets no other. Lengths in pixels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import inf
from typing import NamedTuple

from dashboard.figures.eventnames import SIZE, fullest, name_width, words
from dashboard.figures.labels import Box, text_width

ROW = 18.0
GAP = 6.0
BOLDER = 1.04
_APART = 14.0  # between the ticks of two events of a day whose names stand on either side


class Told(NamedTuple):
    """An event as its lane needs it; ``row`` is its place among the rows, ``code`` that of its category."""

    item_id: str
    day: date
    ends: date | None
    title: str
    rank: float
    row: int
    is_pinned: bool
    is_doubted: bool = False
    code: str = ""


@dataclass(frozen=True)
class Name:
    """An event's name in its box, beside its tick at ``x``; of two lines with a line break between them."""

    item_id: str
    words: str
    box: Box
    x: float
    is_right: bool
    is_strong: bool
    row: int

    @property
    def lines(self) -> int:
        """How many."""
        return lines_of(self.words)


@dataclass
class NameRows:
    """What a lane's rows of names hold: at ``least`` so many rows, names on ``pixels`` from the left.

    Where a day is ``per_day`` pixels wide or so, two of its events may stand beside each other. A name has at most
    ``most_lines``.
    """

    least: int
    pixels: float
    per_day: float = 0.0
    most_lines: int = 2
    boxes: list[list[Box]] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    placed: list[tuple[int, Name]] = field(default_factory=list)

    def place(self, one: Told, x: float, is_strong: bool, is_whole: bool) -> bool:
        """Whether an event's name finds room beside its tick at ``x``; a pinned one always finds some."""
        for told_by, box, at, is_right in self._candidates(one, x, is_strong, is_whole):
            said = told_by.replace("\n", " ")
            if is_whole and said in self.said and not one.is_pinned:
                continue  # two summits of one name are one line of a slide
            row = self._free(box, lines_of(told_by), one.is_pinned)
            if row is not None:
                for place in range(row, row + lines_of(told_by)):
                    self.boxes[place].append(box)
                self.said.add(said)
                self.placed.append((row, Name(one.item_id, told_by, box, at, is_right, is_strong, one.row)))
                return True
        return False

    def widened(self, events: Mapping[str, Told]) -> list[tuple[int, Name]]:
        """The names placed, the cut ones as long as their rows have room for."""
        self.placed = [(row, self._widened(row, name, events[name.item_id])) for row, name in self.placed]
        return self.placed

    def _widened(self, row: int, name: Name, one: Told) -> Name:
        if not name.words.endswith("…"):
            return name
        others = [box for box in self.boxes[row] if box is not name.box]
        if name.is_right:
            room = min((box.left - GAP for box in others if box.left > name.x), default=self.pixels) - name.x - GAP
        else:
            room = name.x - GAP - max((box.right + GAP for box in others if box.right < name.x), default=0.0)
        told_by = fullest(one.title, one.day, room / BOLDER if name.is_strong else room)
        if len(told_by) <= len(name.words):
            return name
        box = _box(name.x, text_width(told_by, SIZE, name.is_strong), name.is_right)
        self.boxes[row] = [*others, box]
        return replace(name, words=told_by, box=box)

    def _candidates(
        self, one: Told, x: float, is_strong: bool, is_whole: bool
    ) -> Iterator[tuple[str, Box, float, bool]]:
        """The fullest words first; right of the tick before left of it; within the picture, and within its day."""
        aside = (0.0, _APART) if self.per_day >= 3 * _APART else (0.0,)
        for told_by in dict.fromkeys(words(one.title, one.day, self.pixels, one.is_pinned, is_whole)):
            width = name_width(told_by, is_strong) if lines_of(told_by) <= self.most_lines else inf
            for at in (x + one for one in aside):
                if at + GAP + width <= self.pixels:
                    yield told_by, _box(at, width, True), at, True
            for at in (x - one for one in aside):
                if at - GAP - width >= 0:
                    yield told_by, _box(at, width, False), at, False

    def _free(self, box: Box, lines: int, is_pinned: bool) -> int | None:
        """The first of so many rows with room for the box; a pinned one opens a row of its own where none has any."""
        self.boxes += [[] for _ in range(self.least - len(self.boxes))]
        for place in range(self.least - lines + 1):
            taken = (one for row in self.boxes[place : place + lines] for one in row)
            if not any(box.left < one.right and one.left < box.right for one in taken):
                return place
        if is_pinned and lines == 1:
            self.least += 1
            return self._free(box, 1, True)
        return None


def lines_of(words: str) -> int:
    """How many lines a name has."""
    return words.count("\n") + 1


def _box(x: float, width: float, is_right: bool) -> Box:
    """What a name so wide takes of its row, with its tick at ``x`` and some air."""
    return Box(x - 4, 0, x + 2 * GAP + width, ROW) if is_right else Box(x - 2 * GAP - width, 0, x + 4, ROW)
