"""Where a country's letter stands, and how the map's two frames are projected. No colours, no data."""

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.readings.prose import is_missing
from dashboard.readings.wording import rows

_POINTS = Path(__file__).with_name("label_points.csv")
_IN_EUROPE = (
    "ALA ALB AND ARM AUT AZE BEL BGR BIH BLR CHE CYP CZE DEU DNK DZA EGY ESP EST FIN FRA FRO GBR GEO GGY GIB GRC GRL "
    "HRV HUN IMN IRL IRN IRQ ISL ISR ITA JEY JOR KAZ LBN LIE LTU LUX LVA MAR MCO MDA MKD MLT MNE NLD NOR POL PRT PSE "
    "ROU RUS SAU SJM SMR SRB SVK SVN SWE SYR TUN TUR UKR VAT"
)
_SMALL_KM = 52
_WORLD_ROOM_KM = 115
_TANGENTS = (math.radians(40), math.radians(62))
_CENTRE_LONGITUDE = 14
_EAST, _SOUTH = 45, 34.5
# West and north of the Europe frame, without and with the column of countries beyond it; as high with both.
_CORNERS = {False: (-16, 70), True: (-19, 69.7)}
_COLUMN_STEP = 0.036


@dataclass(frozen=True)
class Place:
    """A point on the land, the place of its mark (the same point, or beside a state too small for one), and room.

    Degrees; ``room_km`` is the radius of the largest circle on the land around the point. ``sign`` is the corner of
    the letter where its question mark stands, if it has one: ``ne``, ``nw``, ``se`` or ``sw``; "" where it has no room.
    """

    latitude: float
    longitude: float
    mark_latitude: float
    mark_longitude: float
    room_km: float
    sign: str = "ne"

    @property
    def is_small(self) -> bool:
        """True where a letter alone would not fit on the land: the mark becomes a disc."""
        return self.room_km < _SMALL_KM

    @property
    def has_leader(self) -> bool:
        """True where the mark stands off the land and a line leads to it."""
        return (self.mark_latitude, self.mark_longitude) != (self.latitude, self.longitude)


@cache
def label_points() -> dict[str, Place]:
    """Label points by actor id, computed once from the outlines that the map draws."""
    points = pd.read_csv(_POINTS, keep_default_na=False).to_dict("records")
    return {
        str(row["actor_id"]): Place(
            row["latitude"], row["longitude"], row["mark_latitude"], row["mark_longitude"], row["room_km"]
        )
        for row in points
    }


def places(countries: pd.DataFrame) -> dict[str, Place]:
    """Label points, and for a country without one its capital (columns actor_id, latitude, longitude)."""
    found = dict(label_points())
    for row in rows(countries):
        actor_id, north, east = row["actor_id"], row["latitude"], row["longitude"]
        if actor_id not in found and not is_missing(north) and not is_missing(east):
            found[actor_id] = Place(north, east, north, east, 0.0)
    return found


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Conic conformal of the Europe frame: x to the east, y to the north, in radians of arc."""
    cone = _cone()
    radius = _scale() / math.tan(math.pi / 4 + math.radians(latitude) / 2) ** cone
    angle = cone * math.radians(longitude - _CENTRE_LONGITUDE)
    return radius * math.sin(angle), -radius * math.cos(angle)


def unproject(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude of a point of the Europe frame: the inverse of ``project``."""
    cone = _cone()
    longitude = _CENTRE_LONGITUDE + math.degrees(math.atan2(x, -y) / cone)
    latitude = 2 * math.atan((_scale() / math.hypot(x, y)) ** (1 / cone)) - math.pi / 2
    return math.degrees(latitude), longitude


@cache
def _cone() -> float:
    south, north = _TANGENTS
    stretch = math.tan(math.pi / 4 + north / 2) / math.tan(math.pi / 4 + south / 2)
    return math.log(math.cos(south) / math.cos(north)) / math.log(stretch)


@cache
def _scale() -> float:
    south = _TANGENTS[0]
    return float(math.cos(south) * math.tan(math.pi / 4 + south / 2) ** _cone() / _cone())


@cache
def bounds(has_column: bool = False) -> tuple[float, float, float, float]:
    """West, south, east and north of the Europe frame, in radians of arc: the rectangle around its meridians.

    One that ``has_column`` is wider: its list of countries beyond it stands in the open sea.
    """
    parts = [step / 50 for step in range(51)]
    start, top = _CORNERS[has_column]
    sides = [(_SOUTH + (top - _SOUTH) * part, lon) for part in parts for lon in (start, _EAST)]
    ends = [(lat, start + (_EAST - start) * part) for part in parts for lat in (_SOUTH, top)]
    across, up = zip(*(project(*point) for point in [*sides, *ends]), strict=True)
    return min(across), min(up), max(across), max(up)


def europe_shape(has_column: bool = False) -> float:
    """Height of the Europe frame as a part of its width."""
    west, south, east, north = bounds(has_column)
    return (north - south) / (east - west)


def _europe(has_column: bool) -> dict[str, Any]:
    """The frame for Plotly, which scales it to the range but centres it elsewhere unless told the middle."""
    west, south, east, north = bounds(has_column)
    start, top = _CORNERS[has_column]
    latitude, longitude = unproject((west + east) / 2, (south + north) / 2)
    return {
        "projection": {
            "type": "conic conformal",
            "parallels": [math.degrees(angle) for angle in _TANGENTS],
            "rotation": {"lon": _CENTRE_LONGITUDE, "lat": 0},
        },
        "center": {"lat": latitude, "lon": longitude},
        "lonaxis": {"range": [start, _EAST]},
        "lataxis": {"range": [_SOUTH, top]},
    }


EUROPE: dict[str, Any] = _europe(False)
COLUMNED: dict[str, Any] = _europe(True)
WORLD: dict[str, Any] = {
    "projection": {"type": "natural earth", "rotation": {"lon": 11, "lat": 0}},
    "lonaxis": {"range": [-169, 191]},
    "lataxis": {"range": [-56, 80]},
}


def in_europe_frame(place: Place) -> bool:
    """Whether the Europe frame shows the place."""
    return -25 <= place.longitude <= 45 and 34 <= place.latitude <= 70


@cache
def in_europe() -> frozenset[str]:
    """The countries of which the Europe frame shows any land: to draw the others as well takes as long again."""
    return frozenset(_IN_EUROPE.split())


def column_west(rows: int) -> list[tuple[float, float]]:
    """Latitude and longitude of ``rows`` points straight below each other in the open Atlantic of the Europe frame."""
    west = bounds(True)[0]
    top = project(61.5, -14)[1]
    return [unproject(west + 0.027, top - step * _COLUMN_STEP) for step in range(rows)]


def spread(rows: list[dict[str, Any]], where: dict[str, Place], apart: float = 9.0) -> list[dict[str, Any]]:
    """Rows whose letter has room in the world frame: ``apart`` degrees from any other, and clear of small discs."""
    kept: list[dict[str, Any]] = []
    roomy = [row for row in rows if where[row["pledger_id"]].room_km >= _WORLD_ROOM_KM]
    discs = [where[row["pledger_id"]] for row in rows if where[row["pledger_id"]].is_small]
    for row in sorted(roomy, key=lambda each: -where[each["pledger_id"]].room_km):
        here = where[row["pledger_id"]]
        is_clear = all(_degrees(here, disc) >= apart * 0.6 for disc in discs)
        if is_clear and all(_degrees(here, where[other["pledger_id"]]) >= apart for other in kept):
            kept.append(row)
    return kept


def _degrees(one: Place, other: Place) -> float:
    shrink = math.cos(math.radians((one.latitude + other.latitude) / 2))
    return math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * shrink)
