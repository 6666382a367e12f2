"""Measures, communities and paths, on a graph small enough to work out by hand, and against networkx on a larger one.

a → b (2)   b → c (1)   c → a (3)   c → d (1)   e → d (4)   d → e (4)
"""

from random import Random

import networkx as nx
import pandas as pd
import pytest

from dashboard.graph import MEASURES, communities, ego, measures, shortest

TIES = [("a", "b", 2), ("b", "c", 1), ("c", "a", 3), ("c", "d", 1), ("e", "d", 4), ("d", "e", 4)]


def frame(ties: list[tuple[str, str, int]]) -> pd.DataFrame:
    return pd.DataFrame(ties, columns=["source_id", "target_id", "statements"])


def column(name: str) -> dict[str, float]:
    found = measures(frame(TIES))
    return dict(zip(found["actor_id"], found[name], strict=True))


def test_degrees_count_others_and_statements() -> None:
    assert column("out_ties") == {"a": 1, "b": 1, "c": 2, "d": 1, "e": 1}
    assert column("in_ties") == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 1}
    assert column("out_statements") == {"a": 2, "b": 1, "c": 4, "d": 4, "e": 4}
    assert column("in_statements") == {"a": 3, "b": 2, "c": 1, "d": 5, "e": 4}
    assert column("total") == {"a": 5, "b": 3, "c": 5, "d": 9, "e": 8}


def test_betweenness_is_the_share_of_shortest_paths_through() -> None:
    """Twelve ordered pairs of others each: a lies on c-b; b on a-c, a-d, a-e; c on b-a, b-d, b-e, a-d, a-e."""
    assert column("betweenness") == {"a": 0.0833, "b": 0.25, "c": 0.4167, "d": 0.25, "e": 0.0}


def test_pagerank_is_what_a_wandering_reader_would_find() -> None:
    found = column("pagerank")
    assert sum(found.values()) == pytest.approx(1, abs=0.001)
    a, b, c, d, e = (found[one] for one in "abcde")
    assert a == pytest.approx(0.03 + 0.85 * c * 3 / 4, abs=0.001)
    assert b == pytest.approx(0.03 + 0.85 * a, abs=0.001)
    assert d == pytest.approx(0.03 + 0.85 * (c / 4 + e), abs=0.001)


def test_measures_agree_with_networkx() -> None:
    dice, ids = Random(7), [f"n{i}" for i in range(30)]
    pairs = dice.sample([(one, other) for one in ids for other in ids if one != other], 110)
    ties = [(one, other, dice.randrange(1, 20)) for one, other in pairs]
    graph: nx.DiGraph = nx.DiGraph()
    graph.add_weighted_edges_from(ties)
    found = measures(frame(ties)).set_index("actor_id")
    between, rank = nx.betweenness_centrality(graph), nx.pagerank(graph, tol=1e-12)
    for actor in graph:
        assert found.loc[actor, "betweenness"] == pytest.approx(between[actor], abs=1e-4)
        assert found.loc[actor, "pagerank"] == pytest.approx(rank[actor], abs=1e-4)


def test_communities_are_who_speak_of_each_other_most_and_the_same_each_time() -> None:
    assert communities(frame(TIES)) == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2} or communities(frame(TIES)) == {
        "a": 2,
        "b": 2,
        "c": 2,
        "d": 1,
        "e": 1,
    }
    assert communities(frame(TIES)) == communities(frame(TIES[::-1]))
    assert communities(frame(TIES))["d"] == 1


def test_every_measure_is_a_column_with_a_meaning() -> None:
    assert {one.column for one in MEASURES} < set(measures(frame(TIES)))
    assert all(one.meaning for one in MEASURES)


def test_one_step_is_an_actors_own_ties_two_those_of_its_neighbours() -> None:
    one = ego(frame(TIES), "a", 1)
    assert list(zip(one["source_id"], one["target_id"], strict=True)) == [("a", "b"), ("c", "a")]
    assert len(ego(frame(TIES), "a", 2)) == 4
    assert ego(frame(TIES), "z", 2).empty


def test_the_shortest_path_follows_the_direction_of_speech() -> None:
    assert shortest(frame(TIES), "a", "d") == [("a", "b"), ("b", "c"), ("c", "d")]
    assert shortest(frame(TIES), "d", "a") is None
    assert shortest(frame(TIES), "d", "a", is_directed=False) == [("c", "d"), ("c", "a")]
    assert shortest(frame(TIES), "a", "a") is None
    assert shortest(frame(TIES), "a", "z") is None


def test_of_equally_short_paths_the_better_supported_is_taken() -> None:
    ties = [("a", "b", 1), ("b", "d", 9), ("a", "c", 5), ("c", "d", 5), ("a", "x", 90), ("x", "y", 90), ("y", "d", 90)]
    assert shortest(frame(ties), "a", "d") == [("a", "c"), ("c", "d")]


def test_nothing_has_no_measures() -> None:
    assert measures(frame([])).empty
    assert communities(frame([])) == {}
