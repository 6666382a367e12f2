"""Marks of small states that would lie on each other in the Europe frame, moved apart as far as they must."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from dashboard.figures.atlas import Place, bounds, in_europe_frame, project, unproject
from dashboard.figures.labels import Box, Taken
from dashboard.figures.marks import Rows, is_disc
from dashboard.readings.wording import Row, is_doubted, mark

# Pixels of the Europe frame per radian, for each pixel of its height: the frame is fitted to the height.
_PER_HEIGHT = 1.517
_DISC, _LETTER = 9.5, 5.5
_RING = 13.0  # half a disc with its outline, which the edge of the frame would cut
_ROUNDS, _FARTHEST = 60, 24.0
_QUERY = 6.0
_EARTH_KM = 6371
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


def legible(rows: Rows, where: Mapping[str, Place], height: float, is_narrow: bool) -> dict[str, Place]:
    """Where letters stand that meet no other on a map so many pixels high; who has none for lack of room is not in it.

    Discs first, whose land is unseen. A letter on the land moves on it, away from a disc that lies there; the roomiest
    lands have theirs first.
    """
    taken, found, scale = Taken(), dict[str, Place](), height * _PER_HEIGHT
    round_ones = [row for row in rows if is_disc(where[row["pledger_id"]], is_narrow)]
    others = [row for row in rows if row not in round_ones]
    for row in sorted(round_ones, key=lambda row: -where[row["pledger_id"]].room_km):
        place = where[row["pledger_id"]]
        if taken.first_free([_letter_box(row, _pixels(place, scale), is_narrow)]):
            found[row["pledger_id"]] = place
    taken.add(_disc_box(_pixels(where[row["pledger_id"]], scale), is_narrow) for row in round_ones)
    for row in sorted(others, key=lambda row: -where[row["pledger_id"]].room_km):
        place = where[row["pledger_id"]]
        for spot in _spots(place, scale):
            if taken.first_free([_letter_box(row, spot, is_narrow)]):
                found[row["pledger_id"]] = _placed(place, spot, scale)
                break
    return found


def _spots(place: Place, scale: float) -> Iterator[tuple[float, float]]:
    """Where a letter may stand on its land: in the middle, or around it as far as the land has room."""
    x, y = _pixels(place, scale)
    yield x, y
    reach = place.room_km / _EARTH_KM * scale
    for share in _SHARES:
        for turn in range(8):
            angle = turn * math.pi / 4
            yield x + reach * share * math.cos(angle), y + reach * share * math.sin(angle)


def _letter_box(row: Row, spot: tuple[float, float], is_narrow: bool) -> Box:
    """What a letter covers, with its question mark on the right; its disc stands clear of other marks already."""
    x, y = spot
    size = 0.85 if is_narrow else 1.0
    half, high = (_LETTER + 3 * (len(mark(row)) - 1)) * size, _DISC * size * 0.7
    return Box(x - half, y - high, x + half + (_QUERY if is_doubted(row) else 0), y + high)


def _disc_box(spot: tuple[float, float], is_narrow: bool) -> Box:
    """What a disc covers, all but its corners."""
    half = _DISC * (0.85 if is_narrow else 1.0) * 0.8
    return Box(spot[0] - half, spot[1] - half, spot[0] + half, spot[1] + half)


def _pixels(place: Place, scale: float) -> tuple[float, float]:
    x, y = project(place.mark_latitude, place.mark_longitude)
    return x * scale, y * scale


def _placed(place: Place, at: tuple[float, float], scale: float) -> Place:
    latitude, longitude = unproject(at[0] / scale, at[1] / scale)
    return replace(place, mark_latitude=latitude, mark_longitude=longitude)
