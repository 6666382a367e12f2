"""What the ties of a network say of its actors: measures, communities, ego networks, shortest paths. Pure, seeded.

Ties come as a frame with `source_id`, `target_id` and `statements`, one row per direction of a pair. A measure
describes this collection of statements, not diplomacy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ties = tuple[tuple[str, str, int], ...]

DAMPING = 0.85
SEED = 20211217
_ROUNDS = 200
_STILL = 1e-12


@dataclass(frozen=True)
class Measure:
    """One measure: its column, its heading, what it means, and who defined it."""

    column: str
    heading: str
    meaning: str
    source: str = ""


MEASURES = (
    Measure("total", "Mentions", "by and about the actor: said and heard together; a statement counts once per pair"),
    Measure(
        "out_statements", "Said", "statements of the actor that speak of another, once per pair (weighted out-degree)"
    ),
    Measure("in_statements", "Heard", "statements of others that speak of the actor (weighted in-degree)"),
    Measure("out_ties", "Speaks of", "how many others the actor speaks of (out-degree)"),
    Measure("in_ties", "Spoken of by", "how many others speak of the actor (in-degree)"),
    Measure(
        "betweenness",
        "Betweenness",
        "of the shortest paths between two others, in the direction of speech and by fewest ties, the share that"
        " passes through the actor",
        "Freeman 1977; computed after Brandes 2001",
    ),
    Measure(
        "pagerank",
        "PageRank",
        "the share of time that a reader would spend with the actor who goes from each speaker to one they speak of, as"
        " often as they speak of them, and begins anew at random after every seventh step or so (damping 0.85)",
        "Brin and Page 1998",
    ),
    Measure(
        "community",
        "Community",
        "actors that speak of each other more often than of the rest, whatever the tone: not an alliance",
        "Blondel and others 2008 (Louvain method, fixed seed)",
    ),
)


def as_ties(edges: pd.DataFrame) -> Ties:
    """The ties of a frame as plain tuples, sorted: the same ties, the same answer."""
    columns = (edges["source_id"], edges["target_id"], edges["statements"])
    return tuple(sorted((str(s), str(t), int(n)) for s, t, n in zip(*columns, strict=True)))


def measures(edges: pd.DataFrame) -> pd.DataFrame:
    """One row per actor of the ties: `actor_id` and the columns of `MEASURES`, most statements first."""
    ties = as_ties(edges)
    actors = _actors(ties)
    weights = _weights(ties, actors)
    has = weights > 0
    groups = communities(edges)
    frame = pd.DataFrame(
        {
            "actor_id": actors,
            "total": (weights.sum(axis=0) + weights.sum(axis=1)).astype(int),
            "out_statements": weights.sum(axis=1).astype(int),
            "in_statements": weights.sum(axis=0).astype(int),
            "out_ties": has.sum(axis=1).astype(int),
            "in_ties": has.sum(axis=0).astype(int),
            "betweenness": _betweenness(has.astype(float)).round(4),
            "pagerank": _pagerank(weights).round(4),
            "community": [groups[actor] for actor in actors],
        }
    )
    return frame.sort_values(["total", "actor_id"], ascending=[False, True], ignore_index=True)


def communities(edges: pd.DataFrame) -> dict[str, int]:
    """The community of each actor, numbered from 1, the one with most statements first."""
    return dict(_communities(as_ties(edges)))


@lru_cache(maxsize=32)
def _communities(ties: Ties) -> Mapping[str, int]:
    actors = _actors(ties)
    weights = _weights(ties, actors)
    both = weights + weights.T
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(range(len(actors)))
    graph.add_weighted_edges_from((int(i), int(j), float(both[i, j])) for i, j in np.argwhere(np.triu(both)))
    found = nx.community.louvain_communities(graph, weight="weight", seed=SEED) if actors else []
    ordered = sorted(found, key=lambda group: (-sum(both[one].sum() for one in group), min(group)))
    return {actors[one]: at for at, group in enumerate(ordered, start=1) for one in sorted(group)}


def ego(edges: pd.DataFrame, focus: str, steps: int) -> pd.DataFrame:
    """The ties of an actor; with two steps also those of whoever it has a tie with. The order of rows stays."""
    near = {focus}
    for _ in range(steps - 1):
        touched = edges["source_id"].isin(near) | edges["target_id"].isin(near)
        near |= set(edges.loc[touched, "source_id"]) | set(edges.loc[touched, "target_id"])
    return edges[edges["source_id"].isin(near) | edges["target_id"].isin(near)].reset_index(drop=True)


def shortest(edges: pd.DataFrame, source: str, target: str, is_directed: bool = True) -> list[tuple[str, str]] | None:
    """The ties of the shortest path, in order; None where there is none. Fewest ties; of equals the better supported.

    Undirected, a tie may be walked against its direction; each is still named as it is spoken: (speaker, spoken of).
    """
    graph: nx.DiGraph = nx.DiGraph()
    for one, other, statements in as_ties(edges):
        cost = 1 + 1e-4 / statements
        graph.add_edge(one, other, cost=cost)
        if not is_directed and not graph.has_edge(other, one):
            graph.add_edge(other, one, cost=cost)
    if source == target or source not in graph or target not in graph:
        return None
    try:
        nodes: Sequence[str] = nx.dijkstra_path(graph, source, target, weight="cost")
    except nx.NetworkXNoPath:
        return None
    spoken = {(one, other) for one, other, _ in as_ties(edges)}
    steps = list(zip(nodes, nodes[1:], strict=False))
    return [step if step in spoken else (step[1], step[0]) for step in steps]


def _actors(ties: Ties) -> list[str]:
    return sorted({actor for source, target, _ in ties for actor in (source, target)})


def _weights(ties: Ties, actors: Sequence[str]) -> Floats:
    """Statements of row on column."""
    at = {actor: i for i, actor in enumerate(actors)}
    weights = np.zeros((len(actors), len(actors)))
    for source, target, statements in ties:
        weights[at[source], at[target]] += statements
    return weights


def _betweenness(ties: Floats) -> Floats:
    """Brandes' accumulation for all starts at once: ties unweighted and directed, as a share of all ordered pairs."""
    count = len(ties)
    if count < 3:
        return np.zeros(count)
    away, paths = np.where(np.eye(count, dtype=bool), 0.0, np.inf), np.eye(count)
    frontier, step = np.eye(count), 0
    while frontier.any():
        step += 1
        reached = (frontier @ ties) * np.isinf(away)
        away[reached > 0] = step
        paths += reached
        frontier = reached
    depends = np.zeros((count, count))
    for level in range(step, 0, -1):
        part = np.divide(1 + depends, paths, out=np.zeros_like(paths), where=(away == level) & (paths > 0))
        depends += (away == level - 1) * paths * (part @ ties.T)
    np.fill_diagonal(depends, 0)
    shares: Floats = depends.sum(axis=0) / ((count - 1) * (count - 2))
    return shares


def _pagerank(weights: Floats) -> Floats:
    """Power iteration; who speaks of nobody passes the reader on to anybody."""
    count = len(weights)
    if not count:
        return np.zeros(0)
    spoken = weights.sum(axis=1, keepdims=True)
    moves = np.divide(weights, spoken, out=np.full_like(weights, 1 / count), where=spoken > 0)
    rank = np.full(count, 1 / count)
    for _ in range(_ROUNDS):
        after = (1 - DAMPING) / count + DAMPING * rank @ moves
        if np.abs(after - rank).sum() < _STILL:
            break
        rank = after
    return rank
