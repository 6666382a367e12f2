"""On a narrow map no two discs of small states lie on each other, and none is moved without need."""

import math

from dashboard.figures.atlas import bounds, label_points, project
from dashboard.figures.crowd import eased, legible
from dashboard.figures.marks import is_disc

PHONE = 272
CROWD = ("NLD", "BEL", "LUX", "DEU", "CHE", "AUT", "SVN", "HRV", "MNE", "ALB", "MKD", "XKX", "GRC", "CYP", "MLT")
SCALE = PHONE * 1.517


def distance(one: str, other: str, places: dict) -> float:
    spots = [project(places[code].mark_latitude, places[code].mark_longitude) for code in (one, other)]
    return math.dist(*spots) * SCALE


def test_discs_stand_clear_of_each_other() -> None:
    moved = eased(label_points(), CROWD, PHONE, True)
    discs = [code for code in CROWD if is_disc(moved[code], True)]
    assert len(discs) > 8
    pairs = [(one, other) for one in discs for other in discs if one < other]
    before = sum(distance(*pair, label_points()) < 14 for pair in pairs)
    assert before > 2
    assert sum(distance(*pair, moved) < 14 for pair in pairs) == 0


def test_who_stands_alone_stays() -> None:
    moved = eased(label_points(), ("IRL", "CHE", "FRA"), PHONE, True)
    assert moved == label_points()


def test_the_edge_of_the_frame_cuts_no_disc() -> None:
    lowest = bounds()[1] * SCALE
    for code in ("CYP", "MLT"):
        place = eased(label_points(), (code,), PHONE, True)[code]
        assert project(place.mark_latitude, place.mark_longitude)[1] * SCALE - lowest >= 10


def test_nothing_is_far_from_its_land() -> None:
    moved = eased(label_points(), CROWD, PHONE, True)
    for code in CROWD:
        spots = [project(place.mark_latitude, place.mark_longitude) for place in (label_points()[code], moved[code])]
        assert math.dist(*spots) * SCALE <= 24


def test_on_a_small_map_no_letter_is_written_within_another() -> None:
    rows = [
        {"pledger_id": code, "letter": "D", "status": "declined", "counted_as": "counted", "doubts": 1, "basis": ""}
        for code in CROWD
    ]
    places = eased(label_points(), CROWD, PHONE, True)
    kept = [row["pledger_id"] for row in legible(rows, places, PHONE, True)]
    assert 5 < len(kept) < len(CROWD)
    assert all(distance(one, other, places) > 7 for one in kept for other in kept if one < other)
    assert [row["pledger_id"] for row in legible(rows[:1], places, PHONE, True)] == [CROWD[0]]
