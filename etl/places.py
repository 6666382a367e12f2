"""A place for every actor of the network, computed once per content so that nodes stay put while the window moves.

Units: x from 0 to 1.6, y from 0 to 1, both of the same length. The capitals most spoken of stand in the middle, the
others on ellipses around them, the more statements the nearer; where on an ellipse is what a spring layout says.
Persons stand about the capital that they mostly speak for.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import duckdb
import networkx as nx
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Place = tuple[float, float]
Spots = NDArray[np.float64]

WIDTH, HEIGHT = 1.6, 1.0
CORE: Mapping[str, Place] = {"UKR": (0.42, 0.54), "RUS": (1.18, 0.46), "USA": (0.88, 0.74), "EU": (0.72, 0.26)}
RINGS = ((10, 0.57, 0.36), (20, 0.68, 0.43), (10_000, 0.79, 0.495))
STAGGER = 0.04
SEED = 20211217
PERSON_GAP, CAPITAL_GAP = 0.022, 0.045
MOST_APART = 500  # more have no room on the sheet, and each would have to be compared with every other
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

MEANING = (
    "Where an actor stands in drawings of the network, the same in every window. One row per actor that speaks or is "
    "spoken of. x runs from 0 to 1.6, y from 0 to 1, in the same unit; places have no meaning beyond nearness."
)
PAIRS = """
select least(source_id, target_id) as one_id, greatest(source_id, target_id) as other_id, count(*) as statements
from mention_pairs()
group by all
order by all
"""
SIDES = """
with seen as (
    select speaker_id as actor_id, speaker_side as side from mention_sides
    union all
    select mentioned_id, mentioned_side from mention_sides
    union all
    select speaker_id, coalesce(actor_id, speaker_id) from statement_voices
),

counted as (select actor_id, side, count(*) as times from seen group by all)

select actor_id, side
from counted
qualify row_number() over (partition by actor_id order by times desc, side) = 1
order by times desc, actor_id
"""


def fill_actor_places(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes and fills the table actor_places; needs the relations on mentions."""
    found = places(connection.execute(PAIRS).fetchall(), dict(connection.execute(SIDES).fetchall()))
    connection.execute("create table actor_places (actor_id varchar primary key, x double not null, y double not null)")
    actors = sorted(found)
    columns = {
        "actor_id": pa.array(actors, pa.string()),
        "x": pa.array([found[actor][0] for actor in actors], pa.float64()),
        "y": pa.array([found[actor][1] for actor in actors], pa.float64()),
    }
    connection.from_arrow(pa.table(columns)).insert_into("actor_places")
    connection.execute("comment on table actor_places is '" + MEANING.replace("'", "''") + "'")


def places(pairs: Iterable[tuple[str, str, int]], sides: Mapping[str, str]) -> dict[str, Place]:
    """A place per actor, from ties between capitals (both ends, statements) and the capital of each actor.

    `sides` begins with those most heard of: where there are more persons than have room, they step apart.
    """
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(sorted(set(sides.values())))
    graph.add_weighted_edges_from(sorted(pairs))
    capitals = _capitals(graph)
    persons = [actor for actor in sides if actor not in capitals]
    told = sorted(persons[:MOST_APART]) + sorted(persons[MOST_APART:])
    placed = {**capitals, **_persons({actor: capitals[sides[actor]] for actor in told}, capitals)}
    return {actor: (round(x, 4), round(y, 4)) for actor, (x, y) in placed.items()}


def _capitals(graph: nx.Graph) -> dict[str, Place]:
    strength = dict(graph.degree(weight="weight"))
    placed = {actor: CORE[actor] for actor in CORE if actor in graph}
    outer = sorted(set(graph) - set(placed), key=lambda actor: (-strength[actor], actor))
    angles = _angles(graph, placed)
    for size, wide, high in RINGS:
        ring, outer = outer[:size], outer[size:]
        placed.update(_ellipse(sorted(ring, key=lambda actor: (angles[actor], actor)), angles, wide, high))
    return placed


def _angles(graph: nx.Graph, fixed: Mapping[str, Place]) -> dict[str, float]:
    """The direction from the middle in which a spring layout, the core held fast, puts each actor."""
    if not graph:
        return {}
    loose: nx.Graph = nx.Graph()
    loose.add_nodes_from(graph)
    loose.add_weighted_edges_from((one, other, math.log1p(graph[one][other]["weight"])) for one, other in graph.edges)
    turns = {actor: at * GOLDEN_ANGLE for at, actor in enumerate(sorted(graph))}
    start = {actor: (WIDTH / 2 + math.cos(turn) / 2, 0.5 + math.sin(turn) / 2) for actor, turn in turns.items()}
    begun, held = {**start, **fixed}, sorted(fixed) or None
    spring = nx.spring_layout(loose, pos=begun, fixed=held, k=0.3, iterations=80, seed=SEED)
    return {actor: math.atan2(y - 0.5, x - WIDTH / 2) for actor, (x, y) in spring.items()}


def _ellipse(ring: Sequence[str], angles: Mapping[str, float], wide: float, high: float) -> dict[str, Place]:
    """Even steps round an ellipse in the order given, turned to where most of them want to be."""
    steps = [2 * math.pi * at / max(len(ring), 1) for at in range(len(ring))]
    apart = [angles[actor] - step for actor, step in zip(ring, steps, strict=True)]
    turn = math.atan2(sum(map(math.sin, apart)), sum(map(math.cos, apart)))
    found = {}
    for at, (actor, step) in enumerate(zip(ring, steps, strict=True)):
        reach = 1 - STAGGER * (at % 2)
        found[actor] = (
            WIDTH / 2 + wide * reach * math.cos(step + turn),
            HEIGHT / 2 + high * reach * math.sin(step + turn),
        )
    return found


def _persons(homes: Mapping[str, Place], capitals: Mapping[str, Place]) -> dict[str, Place]:
    """Persons spiral out from their capital; the first then step apart from each other and from every capital."""
    seen: dict[Place, int] = {}
    starts = []
    for home in homes.values():
        seen[home] = seen.get(home, 0) + 1
        reach, angle = CAPITAL_GAP + PERSON_GAP * math.sqrt(seen[home]) * 0.75, seen[home] * GOLDEN_ANGLE
        starts.append((home[0] + reach * math.cos(angle), home[1] + reach * math.sin(angle)))
    spots, towns = np.array(starts).reshape(-1, 2), np.array([*capitals.values()]).reshape(-1, 2)
    apart, rest = spots[:MOST_APART], np.clip(spots[MOST_APART:], (0.0, 0.0), (WIDTH, HEIGHT))
    for _ in range(60):
        apart = apart + _push(apart, apart, PERSON_GAP) + _push(apart, towns, CAPITAL_GAP)
        apart = np.clip(apart, (0.0, 0.0), (WIDTH, HEIGHT))
    return {actor: (float(x), float(y)) for actor, (x, y) in zip(homes, [*apart, *rest], strict=True)}


def _push(spots: Spots, others: Spots, gap: float) -> Spots:
    """How far each spot has to give way to those others that are nearer than the gap."""
    apart = spots[:, None, :] - others[None, :, :]
    distance = np.hypot(apart[..., 0], apart[..., 1])
    close = (distance > 0) & (distance < gap)
    strength = np.where(close, (gap - distance) / np.where(close, distance, 1.0) * 0.6, 0.0)
    return np.asarray((apart * strength[..., None]).sum(axis=1))
