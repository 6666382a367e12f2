"""actor_places: a place for everyone, the same for the same content, and none on top of another."""

from itertools import combinations
from math import hypot

import duckdb

from etl.places import CORE, HEIGHT, MOST_APART, PAIRS, PERSON_GAP, SIDES, WIDTH, places

CAPITALS = ["UKR", "RUS", "USA", "EU", *(f"C{number:02d}" for number in range(60))]
TIES = [(min(a, b), max(a, b), 1 + (at * 7) % 11) for at, (a, b) in enumerate(combinations(CAPITALS, 2)) if at % 5 == 0]
SEATS = {**{capital: capital for capital in CAPITALS}, **{f"p{at}": CAPITALS[at % 9] for at in range(200)}}


def test_same_content_same_places_whatever_the_order() -> None:
    turned = dict(reversed(list(SEATS.items())))
    assert places(TIES, SEATS) == places(list(reversed(TIES)), turned)


def test_everyone_has_a_place_within_the_frame() -> None:
    found = places(TIES, SEATS)
    assert set(found) == set(SEATS)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found.values())


def test_the_core_stands_in_the_middle_and_the_rest_around_it() -> None:
    found = places(TIES, SEATS)
    assert {actor: found[actor] for actor in CORE} == CORE
    strongest = max((hypot(x - WIDTH / 2, y - HEIGHT / 2) for x, y in CORE.values()))
    outer = [found[actor] for actor in CAPITALS if actor not in CORE]
    assert all(hypot(x - WIDTH / 2, (y - HEIGHT / 2) * WIDTH) > strongest for x, y in outer)


def test_no_two_stand_on_each_other() -> None:
    found = places(TIES, SEATS)
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations([found[c] for c in CAPITALS], 2)) > 0.04
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(found.values(), 2)) > PERSON_GAP / 2


def test_persons_stand_nearer_to_their_capital_than_to_most_others() -> None:
    found = places(TIES, SEATS)
    for person, home in SEATS.items():
        if person != home:
            x, y = found[person]
            near = sorted(CAPITALS, key=lambda capital: hypot(found[capital][0] - x, found[capital][1] - y))
            assert home in near[:8], (person, home)


def test_of_a_crowd_those_heard_of_most_step_apart_and_all_stay_in_the_frame() -> None:
    crowd = {capital: capital for capital in CAPITALS} | {f"q{at}": "UKR" for at in range(10 * MOST_APART)}
    found = places(TIES, crowd)
    heard = [found[f"q{at}"] for at in range(60)]
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(heard, 2)) > 0.001
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found.values())


def test_nobody_and_only_the_core_are_no_trouble() -> None:
    assert places([], {}) == {}
    assert places([("RUS", "UKR", 3)], {"UKR": "UKR", "RUS": "RUS"}) == {"UKR": CORE["UKR"], "RUS": CORE["RUS"]}


def test_the_table_holds_what_is_computed(tiny: duckdb.DuckDBPyConnection) -> None:
    sides = dict(tiny.execute(SIDES).fetchall())
    found = {actor: (x, y) for actor, x, y in tiny.execute("select actor_id, x, y from actor_places").fetchall()}
    assert found == places(tiny.execute(PAIRS).fetchall(), sides)
    ends = tiny.execute("select source_id from mention_pairs('both') union select target_id from mention_pairs('both')")
    assert {row[0] for row in ends.fetchall()} <= set(found)
