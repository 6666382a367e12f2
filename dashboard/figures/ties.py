"""Ties of a network as curves from rim to rim: how wide, how bent, and where they can be named. Lengths in pixels."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Sheet = tuple[float, float]

TONES = ("supportive", "neutral", "critical", "hostile", "mixed")
LETTER = {"supportive": "S", "neutral": "N", "critical": "C", "hostile": "H", "mixed": "M"}
DASH = {"supportive": "solid", "neutral": "dot", "critical": "dash", "hostile": "13px,2px,2px,2px", "mixed": "dashdot"}
_RANKED = 3
_LEAST_GROWTH = 2.0
WIDTHS = (1.0, 2.6, 3.8, 5.2, 7.0, 9.5)
_POINTS = 17
_BENDS = (0.16, 0.26, 0.08, 0.36)
_FLATTER, _BESIDE = (0.12, 0.08, 0.04, 0.02, 0.0), 6.0  # and how far from the sheet's edge a curve stays
_RIM = 2.5
_KEPT = 25


@dataclass(frozen=True)
class Node:
    """A disc on the picture; ``weight`` are the statements by and about its actor."""

    actor_id: str
    name: str
    x: float
    y: float
    radius: float
    kind: str = ""
    weight: int = 0


@dataclass(frozen=True)
class Tie:
    """One direction between two nodes, along ``path``; ``step`` indexes ``WIDTHS``.

    ``parts`` are the shares of supportive, neutral, critical and hostile statements; ``row`` indexes the frame.
    """

    source_id: str
    target_id: str
    tone: str
    statements: int
    step: int
    path: Floats
    row: int
    parts: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)

    @property
    def shaft(self) -> Floats:
        """The path without the piece that the arrowhead covers, so that a wide line doesn't blunt it."""
        away = np.hypot(self.path[:, 0] - self.path[-1, 0], self.path[:, 1] - self.path[-1, 1])
        length = min(0.8 * arrow_size(self.step), 0.6 * float(away[0]))
        last = int(np.flatnonzero(away > length)[-1])
        part = (away[last] - length) / max(away[last] - away[last + 1], 1e-9)
        end = self.path[last] + min(part, 1.0) * (self.path[last + 1] - self.path[last])
        return np.concatenate([self.path[: last + 1], end[None]])

    @property
    def tie_id(self) -> str:
        """The tie as links write it."""
        return f"{self.source_id}>{self.target_id}"


def step_of(statements: int, most: int = 96) -> int:
    """Which of ``WIDTHS`` so many statements are drawn with, where the strongest tie has ``most``.

    Fewer than three are always the thinnest; above, each width begins at a multiple of the one before.
    """
    growth = max(_LEAST_GROWTH, (most / _RANKED) ** (1 / (len(WIDTHS) - 1)))
    starts = [_RANKED * growth**i for i in range(len(WIDTHS) - 1)]
    return bisect_right(starts, statements + 1e-6)


def arrow_size(step: int) -> float:
    """Length of the arrowhead at a tie of that width."""
    return 7.0 + 1.3 * WIDTHS[step]


def bent_ties(edges: pd.DataFrame, nodes: Mapping[str, Node], sheet: Sheet | None = None) -> list[Tie]:
    """A curve per edge, strongest last so that it lies on top; bent around nodes that stand in the way.

    None leaves the ``sheet``, so many pixels across and down.
    """
    columns = [edges[name].tolist() for name in ("source_id", "target_id", "tone", "statements", *TONES[:4])]
    told = sorted(zip(edges.index.tolist(), *columns, strict=True), key=lambda row: (row[4], row[1], row[2]))
    paths = _paths([(nodes[row[1]], nodes[row[2]]) for row in told], list(nodes.values()), sheet)
    most = int(told[-1][4]) if told else 1
    return [
        Tie(str(s), str(t), str(tone), int(n), step_of(int(n), most), path, int(row), tuple(part / n for part in parts))
        for (row, s, t, tone, n, *parts), path in zip(told, paths, strict=True)
    ]


def plain_curves(edges: pd.DataFrame, nodes: Mapping[str, Node], points: int = 9, sheet: Sheet | None = None) -> Floats:
    """Edges × points × 2: the same curves from middle to middle, whatever stands in their way; for many pale ties."""
    if edges.empty:
        return np.empty((0, points, 2))
    ends = [(nodes[s], nodes[t]) for s, t in zip(edges["source_id"], edges["target_id"], strict=True)]
    return _on_sheet(_curves(ends, _BENDS[0], points), ends, sheet)


def _paths(ends: Sequence[tuple[Node, Node]], nodes: list[Node], sheet: Sheet | None) -> list[Floats]:
    if not ends:
        return []
    chosen = _curves(ends, _BENDS[0])
    fewest = _hits(chosen, ends, nodes)
    for bend in _BENDS[1:]:
        if not (struck := np.flatnonzero(fewest)).size:
            break
        those = [ends[place] for place in struck.tolist()]
        curves = _curves(those, bend)
        hits = _hits(curves, those, nodes)
        better = hits < fewest[struck]
        chosen[struck[better]], fewest[struck[better]] = curves[better], hits[better]
    return _cut(_on_sheet(chosen, ends, sheet), ends)


def _on_sheet(curves: Floats, ends: Sequence[tuple[Node, Node]], sheet: Sheet | None) -> Floats:
    """The curves; those that would leave the sheet bent less, as far as they stay on it, or straight."""
    if sheet is None or not len(curves):
        return curves
    least, most = np.array((_BESIDE, _BESIDE)), np.array(sheet) - _BESIDE
    for bend in _FLATTER:
        out = np.flatnonzero(((curves < least) | (curves > most)).any(axis=(1, 2)))
        if not out.size:
            break
        curves[out] = _curves([ends[place] for place in out.tolist()], bend, curves.shape[1])
    return curves


def _curves(ends: Sequence[tuple[Node, Node]], bend: float, points: int = _POINTS) -> Floats:
    """Quadratic curves, all swerving to the same side of their way, so that two directions never share a line."""
    start = np.array([(source.x, source.y) for source, _ in ends])
    end = np.array([(target.x, target.y) for _, target in ends])
    way = end - start
    middle = (start + end) / 2 + np.column_stack([way[:, 1], -way[:, 0]]) * bend
    t = np.linspace(0, 1, points)[None, :, None]
    curves: Floats = (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * middle[:, None] + t**2 * end[:, None]
    return curves


def _hits(curves: Floats, ends: Sequence[tuple[Node, Node]], nodes: list[Node]) -> Floats:
    """How many points of each curve lie within a disc that is not its own end."""
    centres = np.array([(node.x, node.y) for node in nodes])
    reach = np.array([node.radius + 5 for node in nodes])
    index = {node.actor_id: i for i, node in enumerate(nodes)}
    across, down = (curves[:, :, None, axis] - centres[:, axis] for axis in (0, 1))
    inside = across * across + down * down < reach**2
    own = np.array([[index[node.actor_id] for node in pair] for pair in ends])
    inside[np.arange(len(ends))[:, None], :, own] = False
    hits: Floats = inside.sum(axis=(1, 2)).astype(float)
    return hits


def _cut(curves: Floats, ends: Sequence[tuple[Node, Node]]) -> list[Floats]:
    """Each curve from the rim of its source to just before the rim of its target."""
    fine = _FINE @ curves
    kept = _away(fine, [source for source, _ in ends], 0.0) & _away(fine, [target for _, target in ends], 1.0)
    free = [np.flatnonzero(inside) for inside in kept]
    places = [found if len(found) > 1 else _MIDDLE for found in free]
    return [line[found[spaced(len(found), _KEPT)]] for line, found in zip(fine, places, strict=True)]


def _away(fine: Floats, nodes: Sequence[Node], more: float) -> NDArray[np.bool_]:
    """Which points of each curve lie outside the disc of its node."""
    centres = np.array([(node.x, node.y) for node in nodes])[:, None]
    reach = np.array([node.radius + _RIM + more for node in nodes])[:, None]
    return np.asarray(np.hypot(fine[..., 0] - centres[..., 0], fine[..., 1] - centres[..., 1]) >= reach)


@lru_cache(maxsize=512)
def spaced(length: int, most: int) -> NDArray[np.int_]:
    """Places of so many points of a line, even from its first to its last; of a short one all."""
    return np.asarray(np.unique(np.linspace(0, length - 1, most).round().astype(int)))


def _refining(old: int, new: int) -> Floats:
    """The matrix that puts a line of so many points in more of them, straight from each to the next."""
    places = np.linspace(0, old - 1, new)
    weights: Floats = np.clip(1 - np.abs(places[:, None] - np.arange(old)[None, :]), 0, 1)
    return weights


_FINE = _refining(_POINTS, 97)
_MIDDLE = np.arange(46, 50)
