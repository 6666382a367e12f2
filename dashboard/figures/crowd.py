"""Marks of small states that would lie on each other in the Europe frame, moved apart as far as they must."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from dashboard.figures.atlas import Place, bounds, in_europe_frame, project, spread, unproject
from dashboard.figures.labels import Box, Taken, text_width
from dashboard.figures.marks import Rows, is_disc
from dashboard.readings.wording import Row, is_doubted, mark

# Pixels of the Europe frame per radian, for each pixel of its height: the frame is fitted to the height.
_PER_HEIGHT = 1.517
_DISC, _LETTER = 9.5, 5.5
_RING = 13.0  # half a disc with its outline, which the edge of the frame would cut
_ROUNDS, _FARTHEST = 60, 24.0
_EAST, _WEST = ("ne", "nw", "se", "sw"), ("nw", "ne", "sw", "se")
_HALF, _RIM = 4.0, 4.3  # from a letter's middle to its side, and on to a sign that stands outside its disc
_QUERY, _HIGH, _RAISED, _LOWERED = 4.6, 6.5, 3.2, -8.0  # width and height of a sign, and how far up it begins
# The least room in pixels for a letter with its sign, on tight lands and on all; so little that a land has a disc.
_ROOMY, _LEAST, _TIGHT_KM, _NONE_KM = 8.5, 5.2, 90, 50
_EARTH_KM = 6371
_CLEAR = 0.75  # of the way from a sign to any other mark: farther its own letter may not be
_WORLD = 1.1  # the same sizes on a map of the world
# The room that a letter needs there around its middle, each further sign of it, and its question mark.
_FITS, _WIDER, _SIGNED = 5.2, 1.8, 1.8
_AROUND_KM = 40_030
_APART = 16.0  # degrees between letters of a small map of the world
HOME, NAME, NARROW_NAME = "UKR", 14, 11  # whose name stands on its land, in type so large
_SHARES = 0.4, 0.8, 1.1  # of the room that a letter has on its land


def eased(where: Mapping[str, Place], shown: Iterable[str], height: float, is_narrow: bool) -> dict[str, Place]:
    """The places, with the discs of those shown clear of each other and of letters, on a map so many pixels high."""
    spots = tuple((code, where[code]) for code in sorted(set(shown)) if in_europe_frame(where[code]))
    return {**where, **_apart(spots, height * _PER_HEIGHT, is_narrow)}


@lru_cache(maxsize=64)
def _apart(spots: tuple[tuple[str, Place], ...], scale: float, is_narrow: bool) -> dict[str, Place]:
    size = 0.85 if is_narrow else 1.0
    is_moved = [is_disc(place, is_narrow) for _, place in spots]
    home = [_pixels(place, scale) for _, place in spots]
    reach = [(_DISC if moved else _LETTER) * size for moved in is_moved]
    now = list(home)
    near = [
        (one, other)
        for one in range(len(spots))
        for other in range(one)
        if (is_moved[one] or is_moved[other]) and math.dist(home[one], home[other]) < 2 * _FARTHEST
    ]
    for _ in range(_ROUNDS):
        for one, other in near:
            _push(now, one, other, reach[one] + reach[other], is_moved)
    floor = bounds()[1] * scale + _RING * size
    now = [(x, max(y, floor)) if moved else (x, y) for (x, y), moved in zip(now, is_moved, strict=True)]
    return {
        code: _placed(place, at, scale)
        for (code, place), at, start in zip(spots, now, home, strict=True)
        if 1 < math.dist(at, start) <= _FARTHEST
    }


def _push(now: list[tuple[float, float]], one: int, other: int, apart: float, is_moved: list[bool]) -> None:
    """Moves one or both of two marks until they are ``apart``."""
    (ax, ay), (bx, by) = now[one], now[other]
    distance = math.dist(now[one], now[other]) or 0.1
    if distance >= apart:
        return
    lack = (apart - distance) / (2 if is_moved[one] and is_moved[other] else 1)
    dx, dy = (ax - bx) / distance * lack, (ay - by) / distance * lack
    if is_moved[one]:
        now[one] = (ax + dx, ay + dy)
    if is_moved[other]:
        now[other] = (bx - dx, by - dy)


def rounded(rows: Rows, where: Mapping[str, Place], height: float) -> dict[str, Place]:
    """The places; a land without room for its letter and question mark, on a map so high, as that of a small state."""
    scale = height * _PER_HEIGHT / _EARTH_KM
    doubted = {row["pledger_id"]: where[row["pledger_id"]] for row in rows if is_doubted(row)}
    tight = {
        code: place
        for code, place in doubted.items()
        if place.room_km * scale < (_ROOMY if place.room_km < _TIGHT_KM else _LEAST)
    }
    return {**where, **{code: replace(place, room_km=min(place.room_km, _NONE_KM)) for code, place in tight.items()}}


def legible(
    rows: Rows, where: Mapping[str, Place], height: float, is_narrow: bool, first: Collection[str] = ()
) -> dict[str, Place]:
    """Where letters stand that meet no other on a map so many pixels high; who has none for lack of room is not in it.

    Discs first, whose land is unseen; of each those who are `first`. A letter on the land moves on it, away from a
    disc that lies there; the roomiest lands have theirs first. A question mark stands at a corner of its letter where
    it meets nothing and is clearly nearest to it; where no corner is such, the place has no ``sign``.
    """
    found, signs = dict[str, Place](), list[tuple[float, float]]()
    scale, size = height * _PER_HEIGHT, 0.85 if is_narrow else 1.0
    taken = Taken()
    taken.add([home_box(where[HOME], scale, is_narrow)] if HOME in where else [])
    roomiest = sorted(rows, key=lambda row: (row["pledger_id"] not in first, -where[row["pledger_id"]].room_km))
    round_ones = [row for row in roomiest if is_disc(where[row["pledger_id"]], is_narrow)]
    at = {row["pledger_id"]: _pixels(where[row["pledger_id"]], scale) for row in roomiest}
    written = [row for row in round_ones if taken.first_free([_letter_box(row, at[row["pledger_id"]], size)])]
    taken.add(_disc_box(at[row["pledger_id"]], size) for row in written)

    def corner(row: Row, spot: tuple[float, float], rim: float, corners: Iterable[str]) -> str:
        others = [*(other for code, other in at.items() if code != row["pledger_id"]), *signs]
        boxes = ((sign, _sign_box(row, spot, size, sign, rim)) for sign in corners)
        return next(
            (sign for sign, box in boxes if all(taken.is_free(one) and _clear(one, spot, others) for one in box)), ""
        )

    def write(row: Row, place: Place, spot: tuple[float, float], rim: float, sign: str) -> None:
        boxes = _sign_box(row, spot, size, sign, rim)
        found[row["pledger_id"]], at[row["pledger_id"]] = replace(place, sign=sign), spot
        taken.add(boxes)
        signs.extend(_middle(box) for box in boxes)

    def on_land(row: Row) -> None:
        place = where[row["pledger_id"]]
        free = [spot for spot in _spots(place, scale) if taken.is_free(_letter_box(row, spot, size))]
        tried = ((spot, sign) for spot in free if (sign := corner(row, spot, 0, _EAST)))
        spot, sign = next(tried, (free[0], "") if free else (None, ""))
        if spot:
            write(row, _placed(place, spot, scale), spot, 0, sign)
            taken.add([_letter_box(row, spot, size)])

    def on_disc(row: Row) -> None:
        spot = at[row["pledger_id"]]
        near = min((other for other in at.values() if other != spot), key=partial(math.dist, spot), default=spot)
        sign = corner(row, spot, _RIM, _WEST if near[0] > spot[0] else _EAST)
        write(row, where[row["pledger_id"]], spot, _RIM, sign)

    chief = [row for row in written if row["pledger_id"] in first]
    for row in chief:
        on_disc(row)
    for row in (row for row in roomiest if row not in round_ones):
        on_land(row)
    for row in (row for row in written if row not in chief):
        on_disc(row)
    return found


def apart_in_world(rows: Rows, where: Mapping[str, Place], width: float) -> Rows:
    """Of rows, the roomiest land's first, those whose letter and question mark meet no other on a world so wide."""
    taken, found = Taken(), list[dict[str, Any]]()
    for row in sorted(rows, key=lambda each: -where[each["pledger_id"]].room_km):
        place = where[row["pledger_id"]]
        x = place.mark_longitude * math.cos(math.radians(place.mark_latitude) * 0.6) * width / 360
        spot = (x, place.mark_latitude * width / 360)
        boxes = [_letter_box(row, spot, _WORLD), *_sign_box(row, spot, _WORLD, place.sign, 0)]
        if all(taken.is_free(box) for box in boxes):
            taken.add(boxes)
            found.append(row)
    return found


def fitting(rows: Rows, where: Mapping[str, Place], width: float) -> tuple[Rows, dict[str, Place]]:
    """Of rows those whose letter fits its land on a world so wide, and their places; without a sign where none fits."""
    room = {row["pledger_id"]: where[row["pledger_id"]].room_km * width / _AROUND_KM - _needed(row) for row in rows}
    bare = {row["pledger_id"] for row in rows if is_doubted(row) and room[row["pledger_id"]] < _SIGNED}
    kept = [row for row in rows if room[row["pledger_id"]] >= 0]
    return kept, {**where, **{code: replace(where[code], sign="") for code in bare}}


def in_world(
    rows: Rows, where: Mapping[str, Place], width: float, is_small: bool = False
) -> tuple[Rows, dict[str, Place]]:
    """Of rows those whose letter fits its land and meets no other, on a world so wide; and their places."""
    kept, where = fitting(rows, where, width)
    small = [row for row in rows if where[row["pledger_id"]].is_small]
    if is_small:
        return apart_in_world(spread([*kept, *small], where, _APART), where, width), where
    return spread([*kept, *small], where), where


def _needed(row: Row) -> float:
    return _FITS + _WIDER * (len(mark(row)) - 1)


def _clear(sign: Box, spot: tuple[float, float], others: Iterable[tuple[float, float]]) -> bool:
    """Whether a sign is clearly nearer to its letter at a spot than to any other mark."""
    here = _middle(sign)
    return all(math.dist(here, other) * _CLEAR >= math.dist(here, spot) for other in others)


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _spots(place: Place, scale: float) -> Iterator[tuple[float, float]]:
    """Where a letter may stand on its land: in the middle, or around it as far as the land has room."""
    x, y = _pixels(place, scale)
    yield x, y
    reach = place.room_km / _EARTH_KM * scale
    for share in _SHARES:
        for turn in range(8):
            angle = turn * math.pi / 4
            yield x + reach * share * math.cos(angle), y + reach * share * math.sin(angle)


def _sign_box(row: Row, spot: tuple[float, float], size: float, sign: str, rim: float) -> list[Box]:
    """What the question mark covers at a corner of its letter, beyond a ``rim``; nothing where there is none."""
    if not sign or not is_doubted(row):
        return []
    near = (_HALF + 3 * (len(mark(row)) - 1) + rim) * size
    left = spot[0] + near if sign.endswith("e") else spot[0] - near - _QUERY
    low = spot[1] + (_RAISED if sign.startswith("n") else _LOWERED) * size
    return [Box(left, low, left + _QUERY, low + _HIGH)]


def _letter_box(row: Row, spot: tuple[float, float], size: float) -> Box:
    """What a letter covers; its disc stands clear of other marks already."""
    x, y = spot
    half, high = (_LETTER + 3 * (len(mark(row)) - 1)) * size, _DISC * size * 0.7
    return Box(x - half, y - high, x + half, y + high)


def home_box(place: Place, scale: float, is_narrow: bool) -> Box:
    """What Ukraine’s name covers on its land."""
    x, y = project(place.latitude, place.longitude - 1)
    type_size = NARROW_NAME if is_narrow else NAME
    wide, high = text_width("Ukraine", type_size) / 2 + 1, type_size * 0.5
    return Box(x * scale - wide, y * scale - high, x * scale + wide, y * scale + high)


def _disc_box(spot: tuple[float, float], size: float) -> Box:
    """What a disc covers, all but its corners."""
    half = _DISC * size * 0.8
    return Box(spot[0] - half, spot[1] - half, spot[0] + half, spot[1] + half)


def _pixels(place: Place, scale: float) -> tuple[float, float]:
    x, y = project(place.mark_latitude, place.mark_longitude)
    return x * scale, y * scale


def _placed(place: Place, at: tuple[float, float], scale: float) -> Place:
    latitude, longitude = unproject(at[0] / scale, at[1] / scale)
    return replace(place, mark_latitude=latitude, mark_longitude=longitude)
