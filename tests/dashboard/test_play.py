"""What the play control is told: change days, thin coverage, where the as-of day stands, where the film is."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.components.play import spans, told
from dashboard.database import Database
from dashboard.exhibits.exhibit import Play
from dashboard.exhibits.play import play
from dashboard.figures.theme import theme
from dashboard.queries.catalogue import catalogue
from dashboard.routes import routes
from dashboard.selection import Selection

THIN = (True, True, False, False, False)
DAYS = tuple(dt.date(2024, 1, 30) + dt.timedelta(number) for number in range(5))


@pytest.fixture
def client(tiny_database: Path) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(Database(tiny_database)))) as client:
        yield client


def playing(tiny_database: Path, **asked: Any) -> Play | None:
    db = Database(tiny_database)
    return play(db, Selection("pledges", **asked), catalogue(db))


def test_the_days_are_those_on_which_positions_change(tiny_database: Path) -> None:
    found = playing(tiny_database)
    assert found
    assert list(found.days) == sorted(set(found.days))
    assert dt.date(2026, 2, 10) in found.days
    assert found.days[found.at] <= found.day


@pytest.mark.parametrize(
    ("asof", "stands_at"), [(dt.date(2025, 4, 10), dt.date(2025, 4, 10)), (dt.date(2025, 5, 1), dt.date(2025, 4, 12))]
)
def test_a_day_between_two_changes_stands_at_the_one_before(
    tiny_database: Path, asof: dt.date, stands_at: dt.date
) -> None:
    found = playing(tiny_database, asof=asof)
    assert found
    assert found.days[found.at] == stands_at


def test_one_day_is_nothing_to_play(tiny_database: Path) -> None:
    assert playing(tiny_database, kind="training", phase="standing") is None


def test_the_film_is_asked_for_with_the_filters_but_for_no_day(tiny_database: Path) -> None:
    found = playing(tiny_database, asof=dt.date(2025, 5, 1), countries=("FRA",), voices="binding")
    assert found
    query = parse_qs(found.query)
    assert "asof" not in query
    assert (query["c"], query["voices"]) == (["FRA"], ["binding"])


def test_thin_coverage_is_tinted_and_named() -> None:
    made = told(Play(DAYS, THIN, DAYS[-1], False, 4, ""), "chart", theme("light"), 690)
    assert made["thin"] == [[0, 37.5]]
    assert made["ends"] == ["30 Jan 2024 · thin coverage", "3 Feb 2024"]
    assert made["isThinOn"] == list(THIN)


def test_dense_days_have_no_tint() -> None:
    assert spans((False, False)) == []
    assert spans((True, True)) == [[0, 100]]


@pytest.mark.parametrize("wrong", ["", "?width=690&theme=pink", "?width=1e9", "?width=99999", "?width=-5"])
def test_a_film_without_a_sound_width_or_theme_is_refused(client: TestClient, wrong: str) -> None:
    assert client.get(f"/api/pledges/days{wrong}").status_code == 400


def test_the_film_has_layers_and_a_layout(client: TestClient) -> None:
    answer = client.get("/api/pledges/days?width=690&theme=dark&c=FRA")
    assert answer.status_code == 200
    assert set(answer.json()) == {"layout", "layers"}
    assert answer.headers["content-encoding"] == "gzip"
