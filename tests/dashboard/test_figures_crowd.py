"""On a narrow map no two discs of small states lie on each other, and none is moved without need."""

import math

import pytest

from dashboard.figures.atlas import bounds, label_points, project
from dashboard.figures.crowd import HOME, eased, home_box, in_world, legible, rounded
from dashboard.figures.labels import Box
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


def positions(codes: tuple[str, ...], doubts: int = 1) -> list[dict]:
    bare = {"letter": "D", "status": "declined", "counted_as": "counted", "doubts": doubts, "basis": ""}
    return [{"pledger_id": code, **bare} for code in codes]


def test_on_a_small_map_no_letter_is_written_within_another() -> None:
    places = eased(label_points(), CROWD, PHONE, True)
    spots = legible(positions(CROWD), places, PHONE, True)
    assert len(spots) == len(CROWD)
    assert all(distance(one, other, spots) > 7 for one in spots for other in spots if one < other)
    assert [*legible(positions(CROWD)[:1], places, PHONE, True)] == [CROWD[0]]


HEIGHTS = (190, 243, PHONE)  # of the maps on half a slide: two beside each other, one above a list; a phone's


@pytest.mark.parametrize("height", HEIGHTS)
def test_large_states_and_rings_have_their_letter_on_any_picture(height: int) -> None:
    codes = ("FRA", "DEU", "GBR", "ITA", "POL", "ESP", "NLD", "BEL", "LUX", "CHE", "SVN", "HRV", "MKD", "CYP", "DNK")
    places = eased(label_points(), codes, height, True)
    spots = legible(positions(codes, 0), places, height, True)
    assert set(spots) >= set(codes)
    doubted = legible(positions(codes), places, height, True)
    assert set(doubted) >= {"FRA", "DEU", "GBR", "ITA", "POL", "ESP"}


def test_a_letter_that_makes_way_for_a_ring_stays_on_its_land() -> None:
    places = eased(label_points(), ("FRA", "DEU", "GBR", *CROWD), 190, True)
    spots = legible(positions(("FRA", "DEU", "GBR", *CROWD)), places, 190, True)
    moved = [code for code in spots if spots[code] != places[code]]
    assert moved
    for code in moved:
        there = [project(place[code].mark_latitude, place[code].mark_longitude) for place in (places, spots)]
        assert math.dist(*there) * 6371 <= 1.11 * places[code].room_km


def box(spot: tuple[float, ...], reach: float, left: float = 0, low: float = 0) -> Box:
    return Box(spot[0] + left - reach, spot[1] + low - reach, spot[0] + left + reach, spot[1] + low + reach)


BALTIC = ("EST", "LVA", "LTU", "BLR", "POL", "SWE", "FIN")


@pytest.mark.parametrize("codes", [CROWD, BALTIC, ("PRT", "ESP", "FRA")])
@pytest.mark.parametrize("height", [256, PHONE, 400])
def test_no_question_mark_lies_on_a_letter(codes: tuple[str, ...], height: int) -> None:
    rows = positions(codes)
    places = eased(rounded(rows, label_points(), height), codes, height, True)
    spots = legible(rows, places, height, True)
    assert set(spots) == set(codes)
    at = {
        code: tuple(part * height * 1.517 for part in project(place.mark_latitude, place.mark_longitude))
        for code, place in spots.items()
    }
    for code, place in spots.items():
        aside = (8 if is_disc(place, True) else 5) * (1 if place.sign.endswith("e") else -1)
        sign = box(at[code], 1.8, aside, 5.5 if place.sign.startswith("n") else -4)
        assert not any(sign.meets(box(at[other], 2.8)) for other in codes if other != code), code


def test_a_sign_that_has_no_room_on_its_land_stands_off_a_neighbours() -> None:
    rows = positions(("PRT", "ESP"))
    places = eased(rounded(rows, label_points(), 256), ("PRT", "ESP"), 256, True)
    spots = legible(rows, places, 256, True)
    assert is_disc(spots["PRT"], True)
    assert spots["PRT"].sign == "nw"
    assert not is_disc(spots["ESP"], True)
    assert rounded(positions(("PRT",), 0), label_points(), 256) == label_points()


AROUND = ("POL", "SVK", "HUN", "ROU", "MDA", "BLR", "LTU", "BGR")


@pytest.mark.parametrize("height", [171, 190, 256, PHONE])
def test_no_letter_and_no_question_mark_lies_on_ukraines_name(height: int) -> None:
    rows = positions(AROUND)
    places = eased(rounded(rows, label_points(), height), AROUND, height, True)
    name = home_box(label_points()[HOME], height * 1.517, True)
    spots = legible(rows, places, height, True)
    assert len(spots) > 4
    for code, place in spots.items():
        at = tuple(part * height * 1.517 for part in project(place.mark_latitude, place.mark_longitude))
        aside = (8 if is_disc(place, True) else 5) * (1 if place.sign.endswith("e") else -1)
        assert not name.meets(box(at, 2.8)), code
        assert not name.meets(box(at, 1.8, aside, 5.5 if place.sign.startswith("n") else -4)), code


LARGE = ("FRA", "DEU", "ITA", "POL", "ESP", "CZE", "SVK", "HUN", "ROU", "BGR", "GRC", "ALB", "MKD", "EST", "LVA", "LTU")
SMALL = ("NLD", "BEL", "LUX", "CHE", "AUT", "SVN", "HRV", "DNK", "SWE", "FIN", "NOR", "GBR", "IRL", "PRT")


@pytest.mark.parametrize("height", [150, 172])
def test_letters_of_those_who_are_first_go_before_others(height: int) -> None:
    codes = (*LARGE, *SMALL)
    places = eased(label_points(), codes, height, True)
    left = set(codes) - set(legible(positions(codes), places, height, True))
    gained = [code for code in left if code in legible(positions(codes), places, height, True, {code})]
    assert left
    assert len(gained) >= len(left) - 2


EVERYONE = (*LARGE, *SMALL, "BLR", "TUR", "CYP", "HRV", "BEL", "LUX")


@pytest.mark.parametrize("height", [190, 243, 256, PHONE, 400])
@pytest.mark.parametrize("codes", [EVERYONE, CROWD, BALTIC])
def test_a_question_mark_stands_clearly_at_its_own_letter_or_is_left_out(codes: tuple[str, ...], height: int) -> None:
    rows = positions(codes)
    places = eased(rounded(rows, label_points(), height), codes, height, True)
    spots = legible(rows, places, height, True)
    at = {
        code: tuple(part * height * 1.517 for part in project(place.mark_latitude, place.mark_longitude))
        for code, place in spots.items()
    }
    signs = {}
    for code, place in spots.items():
        aside = (9.0 if is_disc(place, True) else 5.3) * (1 if place.sign.endswith("e") else -1)
        if place.sign:
            signs[code] = at[code][0] + aside, at[code][1] + (6 if place.sign.startswith("n") else -3.5)
    assert len(signs) > len(spots) / 4
    for code, sign in signs.items():
        own = math.dist(sign, at[code])
        assert own <= 0.85 * min(math.dist(sign, there) for other, there in at.items() if other != code), code
        assert own <= 0.85 * min((math.dist(sign, other) for one, other in signs.items() if one != code), default=99), (
            code
        )


@pytest.mark.parametrize("width", [358, 600, 700, 1060])
@pytest.mark.parametrize("is_small", [True, False])
def test_a_letter_of_the_world_fits_its_land(width: int, is_small: bool) -> None:
    codes = (*EVERYONE, "USA", "CHN", "IND", "BRA", "AUS", "NZL", "JPN", "CAN")
    written, where = in_world(positions(codes), label_points(), width, is_small)
    room = {row["pledger_id"]: where[row["pledger_id"]].room_km * width / 40_030 for row in written}
    assert set(room) >= ({"USA", "CHN", "BRA", "AUS"} if width > 500 or not is_small else {"USA"})
    assert min(room.values()) >= 5
    assert all(where[code].sign == "" for code in room if room[code] < 6.5)
    assert bool(set(room) & set(EVERYONE)) == (width > 1000)
