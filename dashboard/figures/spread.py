"""Places of a network's nodes in pixels: given places evened out, then their boxes pushed apart. Deterministic."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dashboard.figures.labels import text_width

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NAME = 12.5
_EVEN = 0.25
_INNER = 0.2
_CORNERS = 0.6
_ROUNDS = 240
_MANY = 120
_FULLEST = 0.55
_RADIUS = 15.0


@lru_cache(maxsize=32)
def spread(
    ids: tuple[str, ...],
    names: tuple[str, ...],
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    width: int,
    height: int,
    heard: tuple[float, ...] = (),
) -> dict[str, tuple[float, float]]:
    """Pixel places for all ``ids``, so that discs with names below don't meet where there is room for all of them.

    Depends on the places, and on how much each is ``heard`` in all, not on what is drawn of them: nodes stay while a
    window moves. Between those who are heard most, where most ties run, it keeps most room.
    """
    if not ids:
        return {}
    room = np.array([width, height], dtype=float)
    disc = _opened(xs, ys)
    core = np.clip(1.0 - np.hypot(disc[:, 0], disc[:, 1]), 0, 1)
    wanted = _boxes(names, (np.array(heard) / max(heard)) ** 0.5 if heard else core, room)
    most = wanted.max(axis=0)
    places = (_squared(disc) + 1) / 2 * (room - most - 8) + most / 2 + 4
    places = _apart(places, wanted, room)
    return {one: (float(x), float(y)) for one, (x, y) in zip(ids, places, strict=True)}


def _boxes(names: tuple[str, ...], large: Floats, room: Floats) -> Floats:
    """Room for each disc with its name, more where discs are large; all shrunk where they can't all fit."""
    wide = [max(text_width(name, NAME), 2 * _RADIUS) + 10 for name in names]
    boxes = np.column_stack([wide, np.full(len(wide), 2 * _RADIUS + 20)]) + large[:, None] * _INNER * room
    full = float(np.prod(boxes, axis=1).sum() / room.prod())
    shrunk: Floats = boxes * min(1.0, (_FULLEST / full) ** 0.5)
    return shrunk


def _opened(xs: tuple[float, ...], ys: tuple[float, ...]) -> Floats:
    """Places around their middle on a disc of radius 1, distances drawn towards even density: the core opens up."""
    given = np.column_stack([xs, ys]).astype(float)
    given = given - np.median(given, axis=0)
    given = given / np.maximum(np.abs(given).max(axis=0), 1e-9)
    far = np.hypot(given[:, 0], given[:, 1])
    angle = np.arctan2(given[:, 1], given[:, 0])
    ranks = np.argsort(np.argsort(far, kind="stable"), kind="stable") / max(len(far) - 1, 1)
    reach = (1 - _EVEN) * far / max(far.max(), 1e-9) + _EVEN * ranks**0.5
    return np.column_stack([reach * np.cos(angle), reach * np.sin(angle)])


def _squared(disc: Floats) -> Floats:
    """The disc stretched towards the corners of its square, which a picture has and a disc leaves empty."""
    longest = np.maximum(np.abs(disc).max(axis=1), 1e-9)
    stretch = 1 + _CORNERS * (np.hypot(disc[:, 0], disc[:, 1]) / longest - 1)
    squared: Floats = np.clip(disc * stretch[:, None], -1, 1)
    return squared


def _apart(places: Floats, boxes: Floats, room: Floats) -> Floats:
    """Boxes moved along their shorter overlap, round by round, and kept within the room."""
    half, places = boxes / 2, places.copy()
    need = half[:, None, :] + half[None, :, :]
    itself = np.eye(len(places), dtype=bool)
    for step in range(_ROUNDS if len(places) < _MANY else _ROUNDS // 5):
        gap = places[:, None, :] - places[None, :, :]
        over = need - np.abs(gap)
        meets: Flags = (over[..., 0] > 0) & (over[..., 1] > 0) & ~itself
        if not meets.any():
            break
        places = np.clip(places + _push(gap, over, meets, step), half, room - half)
    return places


def _push(gap: Floats, over: Floats, meets: Flags, step: int) -> Floats:
    """How far each box gives way: half of each overlap, along the axis where that is shorter."""
    along_x = over[..., 0] < over[..., 1]
    order = np.sign(np.subtract.outer(np.arange(len(gap)), np.arange(len(gap))))
    side = np.where(gap == 0, order[..., None], np.sign(gap))
    move = side * over * 0.26 * meets[..., None]
    if step % 5:
        move[..., 0] *= along_x
        move[..., 1] *= ~along_x
    total: Floats = move.sum(axis=1)
    return total
