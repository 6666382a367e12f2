"""On a narrow map no two discs of small states lie on each other, and none is moved without need."""

import math

from dashboard.figures.atlas import label_points, project
from dashboard.figures.crowd import eased
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
    moved = eased(label_points(), ("CYP", "MLT", "FRA"), PHONE, True)
    assert moved == label_points()


def test_nothing_is_far_from_its_land() -> None:
    moved = eased(label_points(), CROWD, PHONE, True)
    for code in CROWD:
        spots = [project(place.mark_latitude, place.mark_longitude) for place in (label_points()[code], moved[code])]
        assert math.dist(*spots) * SCALE <= 24
