"""The discs of a network: where they stand whatever is drawn, and how large they are."""

from collections.abc import Mapping, Sequence
from math import cos, sin

import pandas as pd

from dashboard.figures.netlabels import NARROW
from dashboard.figures.netmarks import PERSON, Rows, weights
from dashboard.figures.spread import spread
from dashboard.figures.ties import Node

NARROW_ACTORS = 14
_RIM, _FULL, _FARTHEST = (64, 46), 0.8, 2.4  # what names and discs need at the edges; how full is full
_SMALLEST, _LARGEST, _LARGEST_NARROW = 5.0, 25.0, 15.0


def nodes_of(
    rows: Rows, places: pd.DataFrame, width: int, height: int, is_alone: bool = False, is_apart: bool = False
) -> dict[str, Node]:
    """Discs of all who speak or are spoken of in these ties; their area grows with the number of statements.

    ``places`` are all actors that take room, drawn or not, so that nobody moves when others come and go.
    On a picture, which stands alone, few of them move apart to fill it; one that has some of many ``is_apart``:
    only these take room.
    """
    names = {row[end + "_id"]: str(row[end]) for row in rows for end in ("source", "target")}
    counts = weights(rows)
    at = _placed(places[places["actor_id"].isin(list(names))] if is_apart else places, names, width, height)
    at = filling({actor: at[actor] for actor in names}, width, height) if is_alone else at
    kinds = dict(zip(places["actor_id"], places["actor_kind"], strict=True)) if "actor_kind" in places else {}
    most = max(counts.values())
    largest = _LARGEST if width >= NARROW else _LARGEST_NARROW
    return {
        actor: Node(
            actor,
            names[actor],
            *at[actor],
            max(_SMALLEST, largest * (counts[actor] / most) ** 0.5),
            str(kinds.get(actor, "")),
            counts[actor],
        )
        for actor in sorted(names)
    }


def filling(at: Mapping[str, tuple[float, float]], width: int, height: int) -> dict[str, tuple[float, float]]:
    """Places that leave much of a picture free on either axis, moved to its middle and apart."""
    axes = zip(*at.values(), strict=True)
    moved = [_stretched(axis, *room) for axis, room in zip(axes, zip((width, height), _RIM, strict=True), strict=True)]
    return dict(zip(at, zip(*moved, strict=True), strict=True))


def _stretched(axis: Sequence[float], room: float, rim: float) -> list[float]:
    """Positions along one axis, centred and drawn apart where they take less than most of the room."""
    low, high, free = min(axis), max(axis), room - 2 * rim
    if high - low > _FULL * free:
        return list(axis)
    times = min(_FARTHEST, free / (high - low)) if high > low else 1.0
    return [room / 2 + (place - (low + high) / 2) * times for place in axis]


def taking_room(places: pd.DataFrame, fold: str) -> pd.DataFrame:
    """Who has a place under a fold: who stands for itself among capitals, persons alone, or everybody."""
    if fold == "persons":
        return places[places["actor_kind"] == PERSON]
    return places[places["is_side"].astype(bool)] if fold == "capitals" else places


def busiest(places: pd.DataFrame, width: int) -> set[str] | None:
    """Who is drawn on a narrow picture, whatever the window: those with most mentions in the whole collection.

    None where there is room for all, or nothing says who they are.
    """
    if width >= NARROW or "mentions" not in places:
        return None
    ordered = places.sort_values(["mentions", "actor_id"], ascending=[False, True])
    return set(ordered["actor_id"].head(NARROW_ACTORS))


def _placed(places: pd.DataFrame, names: Mapping[str, str], width: int, height: int) -> dict[str, tuple[float, float]]:
    """Pixels of all drawn actors. On a narrow picture few take room: there is none to keep free for others."""
    few = set(names) | (busiest(places, width) or set())
    known = places[places["actor_id"].isin(list(few))] if width < NARROW else places
    known = known.sort_values("actor_id")
    labels = known["label"] if "label" in known else known["actor_id"].map(lambda one: names.get(one, "Somewhere"))
    columns = (known["actor_id"].astype(str), labels.astype(str), known["x"].astype(float), known["y"].astype(float))
    heard = tuple(known["mentions"].astype(float)) if "mentions" in known else ()
    at = dict(spread(*(tuple(column) for column in columns), width, height, heard))
    return at if all(actor in at for actor in names) else _spiral(sorted(names), names, width, height)


def _spiral(ids: list[str], names: Mapping[str, str], width: int, height: int) -> dict[str, tuple[float, float]]:
    """Places without given ones: even on a disc, in the order of ids."""
    angles = [i * 2.399963 for i in range(len(ids))]
    reach = [((i + 0.5) / len(ids)) ** 0.5 for i in range(len(ids))]
    xs = tuple(r * cos(a) for r, a in zip(reach, angles, strict=True))
    ys = tuple(r * sin(a) for r, a in zip(reach, angles, strict=True))
    return dict(spread(tuple(ids), tuple(names[one] for one in ids), xs, ys, width, height))
