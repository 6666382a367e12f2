"""Window after window of the network: which windows there are, and what the film shows in each."""

import datetime as dt
from dataclasses import replace
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.components.play import told
from dashboard.database import Database
from dashboard.exhibits.netplay import film_of, play, window_ends
from dashboard.exhibits.network import network
from dashboard.figures.theme import LIGHT
from dashboard.selection import Selection

APRIL = Selection("network", since=dt.date(2025, 4, 1), until=dt.date(2025, 4, 30))


def nodes(film: dict[str, Any], at: int) -> dict[tuple[float, float], float]:
    layer = next(one for one in film["layers"] if one["mark"]["name"] == "nodes")
    shown = [first <= at < after for first, after in layer["spans"]]
    mark = layer["mark"]
    points = zip(shown, mark["x"], mark["y"], mark["marker"]["size"], strict=True)
    return {(x, y): size for is_shown, x, y, size in points if is_shown}


def test_windows_end_with_each_month_that_the_data_covers(known: Catalogue) -> None:
    ends = window_ends(APRIL, known)
    assert ends[0] == dt.date(2022, 1, 31)
    assert dt.date(2025, 4, 30) in ends
    assert ends[-1] == known.covered_until
    assert list(ends) == sorted(set(ends))


def test_the_film_shows_in_a_window_what_the_drawing_shows(db: Database, known: Catalogue) -> None:
    film = film_of(db, APRIL, known, "light", 1060)
    at = window_ends(APRIL, known).index(dt.date(2025, 4, 30))
    drawing = network(db, replace(APRIL, since=dt.date(2025, 4, 1)), known).draw
    assert drawing
    drawn = next(one for one in drawing(LIGHT, 1060).data if one.name == "nodes")
    assert nodes(film, at) == {(x, y): s for x, y, s in zip(drawn.x, drawn.y, drawn.marker.size, strict=True)}


def test_every_point_of_the_film_has_its_window(db: Database, known: Catalogue) -> None:
    for layer in film_of(db, APRIL, known, "dark", 340)["layers"]:
        assert len(layer["spans"]) == len(layer["mark"]["x"]) == len(layer["mark"]["y"])
        assert "hovertext" not in layer["mark"]


def test_all_windows_of_one_length_are_one_film(known: Catalogue) -> None:
    may = replace(APRIL, since=dt.date(2025, 5, 1), until=dt.date(2025, 5, 30))
    one, other = play(APRIL, known), play(may, known)
    assert one
    assert other
    assert one.query == other.query
    assert one.length == 30
    assert one.days[one.at] == dt.date(2025, 4, 30)


def test_a_focus_or_everything_at_once_is_not_played(known: Catalogue) -> None:
    assert play(replace(APRIL, focus="RUS"), known) is None
    assert play(replace(APRIL, since=known.covered_from, until=known.covered_until), known) is None


def test_the_control_says_windows(known: Catalogue) -> None:
    made = play(APRIL, known)
    assert made
    said = told(made, "chart", LIGHT, 1060)
    assert said["day"] == "1–30 April 2025"
    assert said["film"].startswith("api/network/days?")
    assert said["played"]["many"] == "windows"
