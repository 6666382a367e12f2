import json
from itertools import accumulate, combinations
from pathlib import Path
from typing import Any

import pytest

from dashboard.figures.atlas import EUROPE, bounds, in_europe, label_points, project, unproject

OUTLINES = Path(__file__).parents[2] / "dashboard" / "static" / "v1" / "world_50m.json"
EUROPE_PIXELS = 500 / 0.66
EUROPEANS = (
    "ALB AUT BEL BGR BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ITA LTU LUX LVA MKD MLT MNE NLD NOR "
    "POL PRT ROU SRB SVK SVN SWE TUR UKR"
)


def corners() -> tuple[list[float], list[float]]:
    """West and east, south and north of the Europe frame, projected."""
    west, east = EUROPE["lonaxis"]["range"]
    south, north = EUROPE["lataxis"]["range"]
    edge = [(south + (north - south) * step / 50, lon) for step in range(51) for lon in (west, east)]
    edge += [(lat, west + (east - west) * step / 50) for step in range(51) for lat in (south, north)]
    across, up = zip(*(project(*point) for point in edge), strict=True)
    return [min(across), max(across)], [min(up), max(up)]


def test_every_country_that_the_frame_shows_is_drawn() -> None:
    outlines = json.loads(OUTLINES.read_text())
    (wide, high), (west, south) = outlines["transform"]["scale"], outlines["transform"]["translate"]
    (left, right), (low, top) = corners()

    def is_seen(arc: int) -> bool:
        steps = list(zip(*(accumulate(ways) for ways in zip(*outlines["arcs"][arc], strict=True)), strict=True))
        points = [(west + x * wide, south + y * high) for x, y in steps]
        near = [project(lat, lon) for lon, lat in points if -75 < lon < 120 and lat > 0]
        return any(left <= x <= right and low <= y <= top for x, y in near)

    def arcs(nested: Any) -> set[int]:
        return {max(nested, ~nested)} if isinstance(nested, int) else set().union(*map(arcs, nested))

    shapes = outlines["objects"]["countries"]["geometries"]
    assert {shape["id"] for shape in shapes if any(map(is_seen, arcs(shape["arcs"])))} <= in_europe()


def test_letters_of_neighbours_never_touch() -> None:
    """Room for a letter of 13 pixels on a map 500 pixels high, for every state that has a position in the data."""
    codes = EUROPEANS.split()
    spots = {code: project(label_points()[code].mark_latitude, label_points()[code].mark_longitude) for code in codes}
    for one, other in combinations(codes, 2):
        apart = max(abs(spots[one][axis] - spots[other][axis]) for axis in (0, 1)) * EUROPE_PIXELS
        assert apart >= 13, f"{one} and {other}"


def test_the_frame_shows_all_land_of_the_countries_between_its_edges() -> None:
    """Plotly centres the frame on the point it is told: the middle of the rectangle that it is scaled to."""
    west, south, east, north = bounds()
    middle = project(EUROPE["center"]["lat"], EUROPE["center"]["lon"])
    assert middle == pytest.approx(((west + east) / 2, (south + north) / 2))
    for name, latitude, longitude in (("North Cape", 71.18, 25.7), ("Utsjoki", 70.09, 27.9), ("Crete", 34.8, 24.1)):
        x, y = project(latitude, longitude)
        assert west < x < east, name
        assert south < y < north, name


def test_projection_and_its_inverse_agree() -> None:
    assert unproject(*project(48.5, -9.0)) == pytest.approx((48.5, -9.0))
