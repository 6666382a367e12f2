"""Whatever window, topic and fold: no two words of the network lie on each other, and a number is its own tie's."""

from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.rows import kept
from dashboard.exhibits.ties import view
from dashboard.figures.netnodes import taking_room
from dashboard.figures.network import height_of, network
from dashboard.figures.spread import spread
from dashboard.figures.theme import LIGHT
from dashboard.queries import network as asks
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection
from tests.dashboard.lines import text_box

WINDOWS = [(None, None), (date(2025, 9, 1), date(2025, 9, 30)), (date(2021, 12, 17), date(2026, 7, 5))]
WINDOWS += [(date(2024, 2, 1), date(2024, 12, 31)), (date(2022, 2, 1), date(2022, 4, 30))]
TOPICS: tuple[tuple[str, ...], ...] = ((), ("frozen_assets",), ("foreign_troops",), ("airspace",))
SIZES = {"names": 12.5, "other names": 12.5, "numbers": 11}


@pytest.fixture(scope="module")
def known(db: Database) -> Catalogue:
    return catalogue(db)


def drawn(db: Database, known: Catalogue, fold: str, width: int) -> list[Any]:
    """Pictures of all windows and topics."""
    places = taking_room(asks.places(db).frame, fold)
    figures = []
    for since, until in WINDOWS:
        for topics in TOPICS:
            selection = Selection("network", since=since, until=until, topics=topics, fold=fold)
            seen = view(kept(asks.edges(db, selection, known).frame), selection)
            figures.append(network(seen.rows, places, LIGHT, width=width))
    return figures


def written(figure: Any) -> list[tuple[str, Any]]:
    """Each word's trace and box."""
    traces = [one for one in figure.data if one.name in SIZES and one.x is not None]
    return [
        (trace.name, text_box(x, y, text, SIZES[trace.name]))
        for trace in traces
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    ]


@pytest.mark.parametrize("width", [358, 700, 1056, 1400])
@pytest.mark.parametrize("fold", ["capitals", "both", "persons"])
def test_no_two_words_lie_on_each_other(db: Database, known: Catalogue, fold: str, width: int) -> None:
    figures = drawn(db, known, fold, width)
    assert sum(len(written(figure)) for figure in figures) > 150
    for figure in figures:
        assert not [one for one, other in combinations(written(figure), 2) if one[1].meets(other[1])]


def test_those_who_speak_most_stand_far_apart(db: Database) -> None:
    known = taking_room(asks.places(db).frame, "capitals")
    columns = [tuple(known[name]) for name in ("actor_id", "label", "x", "y")]
    for width in (700, 1056, 1400):
        at = spread(*columns, width, height_of(width), tuple(known["mentions"]))
        chief = [np.array(at[one]) for one in ("UKR", "RUS", "USA", "EU")]
        assert min(np.hypot(*(one - other)) for one, other in combinations(chief, 2)) > 0.12 * width
