"""The network as its page, on the invented world: card, path, matrix, actors, and addresses that ask for nonsense."""

import pytest

from tests.dashboard.charts import charts
from tests.dashboard.reader import blocks, words
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]

ALL = {"from": ["2021-12-17"], "until": ["2026-07-05"]}


def test_a_path_has_its_card_and_its_reading(open_page: Open) -> None:
    at = open_page("network", focus=["EU"], to=["FRA"], **ALL)
    said = " ".join(words(at).split())
    assert "the shortest path from the EU to France has 2 ties" in said
    assert "2. Russia on France : 2 statements" in said
    assert charts(at)


def test_the_most_and_the_harshest_are_read_from_one_address(open_page: Open) -> None:
    said = words(open_page("network", **ALL))
    assert "the strongest are the United Kingdom on Ukraine (4, supportive)" in said
    assert "Russia on Ukraine (2 of 3) has the largest share of hostile statements." in said
    assert "Counts of statements measure this collection, not diplomacy." in said


def test_matrix_and_actors_are_read_without_a_drawing(open_page: Open) -> None:
    matrix = open_page("network", shape=["matrix"], **ALL)
    assert any("g-matrix" in block for block in blocks(matrix))
    assert not charts(matrix)
    actors = open_page("network", shape=["actors"], sort=["betweenness"], **ALL)
    assert any("g-actors" in block and "Brandes 2001" in block for block in blocks(actors))
    assert "not of diplomacy" in words(actors)


def test_actors_are_a_table_too(open_page: Open) -> None:
    at = open_page("network", shape=["actors"], **{"as": ["table"]}, **ALL)
    assert list(at.dataframe[0].value.columns)[:4] == ["Actor", "Mentions", "Said", "Heard"]


@pytest.mark.parametrize(
    "query",
    [
        {"to": ["nowhere"]},
        {"to": ["FRA"]},
        {"to": ["FRA"], "focus": ["FRA"]},
        {"to": ["JPN"], "focus": ["FRA"]},
        {"focus": ["JPN"]},
        {"focus": ["RUS>RUS"]},
        {"focus": ["EU"], "to": ["FRA"], "fold": ["persons"], "shape": ["matrix"]},
        {"fold": ["both"], "least": ["10"], "steps": ["9"], "sort": ["<b>"]},
        {"shape": ["actors"], "focus": ["FRA>RUS"], "least": ["10"]},
    ],
)
def test_no_address_breaks_it(open_page: Open, query: dict[str, list[str]]) -> None:
    at = open_page("network", **query, **ALL)
    assert not at.exception
    assert "<b>" not in " ".join(notice.value for notice in at.markdown)
