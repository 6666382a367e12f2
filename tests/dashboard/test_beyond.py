"""The list of countries beyond the Europe frame stands in the open sea, on every day and however low the map."""

import json
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.overview import MAP
from dashboard.exhibits.play import film_of
from dashboard.exhibits.pledges import ROOMY, pledges
from dashboard.figures.atlas import bounds, project
from dashboard.figures.beyond import beyond
from dashboard.figures.labels import Box, text_width
from dashboard.figures.theme import LIGHT
from dashboard.selection import Selection

OUTLINES = Path(__file__).parents[2] / "dashboard" / "static" / "v1" / "world_50m.json"
HEIGHTS = (min(ROOMY, MAP), 384, 500, 760)
NAMES = ("Turkmenistan and the Sea", "Canada", "South Korea", "New Zealand", "United States", "United Arab Emirates")


@cache
def coast() -> list[tuple[float, float]]:
    """Points of all outlines west of Norway, in radians of arc."""
    outlines = json.loads(OUTLINES.read_text())
    (wide, high), (west, south) = outlines["transform"]["scale"], outlines["transform"]["translate"]
    found = []
    for arc in outlines["arcs"]:
        x = y = 0
        for dx, dy in arc:
            x, y = x + dx, y + dy
            longitude, latitude = west + x * wide, south + y * high
            if -40 < longitude < 5 and 25 < latitude < 75:
                found.append(project(latitude, longitude))
    return found


def words(traces: list[dict], height: float) -> list[tuple[str, Box]]:
    """What the column says, and what that covers on a map so many pixels high."""
    _, south, _, north = bounds()
    scale = height / (north - south)
    found = []
    for trace in traces:
        if trace["name"] in ("beyond, heading", "beyond, names"):
            for said, longitude, latitude in zip(trace["text"], trace["lon"], trace["lat"], strict=True):
                x, y = (part * scale for part in project(latitude, longitude))
                found.append((said, Box(x, y - 6, x + wide(said), y + 6)))
    return found


def wide(said: str) -> float:
    bare = said.lstrip("\u2004")
    return text_width(bare, 13) + (len(said) - len(bare)) * 13 / 3


def drowned(traces: list[dict], height: float) -> list[str]:
    """What lies over land."""
    _, south, _, north = bounds()
    land = [tuple(part * height / (north - south) for part in point) for point in coast()]
    return [
        said
        for said, box in words(traces, height)
        if any(box.left <= x <= box.right + 1 and box.top <= y <= box.bottom for x, y in land)
    ]


@pytest.fixture(scope="module")
def db(real_database: Path) -> Database:
    return Database(real_database)


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("kind", ["ground_troops", "guarantee"])
def test_no_name_lies_over_land_on_any_day(db: Database, known: Catalogue, kind: str, height: int) -> None:
    layers = [layer["mark"] for layer in film_of(db, Selection("pledges", kind=kind), known, "light", 1060)["layers"]]
    assert len(words(layers, height)) > 4
    assert drowned(layers, height) == []


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("name", NAMES)
def test_nor_would_others_however_long_or_many(name: str, height: int) -> None:
    row = {"status": "declined", "letter": "D", "counted_as": "counted", "doubts": 1, "basis": "", "is_aged": False}
    rows = [row | {"pledger_id": f"X{number}", "pledger": name} for number in range(20)]
    traces = beyond(rows, LIGHT)
    assert len(words(traces, height)) > 7
    assert drowned(traces, height) == []


def test_the_column_makes_the_map_no_lower(db: Database, known: Catalogue) -> None:
    bare, columned = bounds(), bounds(True)
    assert columned[1::2] == pytest.approx(bare[1::2], abs=0.001)
    assert columned[0] < bare[0]
    exhibit = pledges(db, Selection("pledges", asof=pd.Timestamp("2025-08-20").date()), known)
    assert exhibit.draw
    ranges = [exhibit.draw(LIGHT, width)._layout["geo"]["lonaxis"]["range"] for width in (1060, 500)]
    assert ranges[0][0] < ranges[1][0]
