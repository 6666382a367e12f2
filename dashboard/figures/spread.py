"""Places of a network's nodes in pixels: given places evened out, then their boxes pushed apart. Deterministic."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dashboard.figures.labels import text_width

Floats = NDArray[np.float64]

NAME = 12.5
_EVEN = 0.45
_ROUNDS = 300
_RADIUS = 15.0


@lru_cache(maxsize=32)
def spread(
    ids: tuple[str, ...], names: tuple[str, ...], xs: tuple[float, ...], ys: tuple[float, ...], width: int, height: int
) -> dict[str, tuple[float, float]]:
    """Pixel places for all ``ids``, so that discs with names below don't meet where there is room for all of them.

    Depends on the places alone, not on what is drawn of them: nodes stay while a window moves.
    """
    if not ids:
        return {}
    boxes = np.array([(max(text_width(name, NAME), 2 * _RADIUS) + 10, 2 * _RADIUS + 22) for name in names])
    room = np.array([width, height], dtype=float)
    places = np.column_stack([_evened(xs), _evened(ys)]) * (room - boxes.max(axis=0) - 8)
    places = _apart(places + boxes.max(axis=0) / 2 + 4, boxes, room)
    return {one: (float(x), float(y)) for one, (x, y) in zip(ids, places, strict=True)}


def _evened(values: tuple[float, ...]) -> Floats:
    """Values scaled to 0…1 and drawn towards their ranks, so that a crowded middle opens up."""
    given = np.array(values, dtype=float)
    low, high = given.min(), given.max()
    scaled = (given - low) / (high - low) if high > low else np.full(len(given), 0.5)
    ranks = np.argsort(np.argsort(given, kind="stable"), kind="stable") / max(len(given) - 1, 1)
    return (1 - _EVEN) * scaled + _EVEN * ranks


def _apart(places: Floats, boxes: Floats, room: Floats) -> Floats:
    """Boxes moved along their shorter overlap, round by round, and kept within the room."""
    half, places = boxes / 2, places.copy()
    need = half[:, None, :] + half[None, :, :]
    for step in range(_ROUNDS):
        gap = places[:, None, :] - places[None, :, :]
        over = need - np.abs(gap)
        meets = (over > 0).all(axis=2)
        np.fill_diagonal(meets, False)
        if not meets.any():
            break
        places = np.clip(places + _push(gap, over, meets, step), half, room - half)
    return places


def _push(gap: Floats, over: Floats, meets: NDArray[np.bool_], step: int) -> Floats:
    """How far each box gives way: half of each overlap, along the axis where that is shorter."""
    along_x = over[..., 0] < over[..., 1]
    order = np.sign(np.subtract.outer(np.arange(len(gap)), np.arange(len(gap))))
    side = np.where(gap == 0, order[..., None], np.sign(gap))
    move = side * over * 0.26 * meets[..., None]
    move[..., 0] *= along_x if step % 5 else 1
    move[..., 1] *= ~along_x if step % 5 else 1
    return move.sum(axis=1)
