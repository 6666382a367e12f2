"""The network of who speaks of whom: discs at fixed places, arrows from speaker to spoken of, every node named."""

from collections.abc import Mapping
from math import cos, sin
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.labels import Box, text_width
from dashboard.figures.netlabels import MOST_NUMBERS, name_boxes, tie_boxes
from dashboard.figures.netmarks import hit_trace, name_traces, node_trace, number_trace, records, tie_traces, weights
from dashboard.figures.sheet import empty, frame, least_width, quick_figure, steady
from dashboard.figures.spread import spread
from dashboard.figures.strongest import strongest
from dashboard.figures.theme import Theme
from dashboard.figures.ties import Node, Tie, bent_ties
from dashboard.readings.prose import counted, plural

_SMALLEST, _LARGEST = 5.0, 25.0
_NARROW = 620
_MOST_TIES = 90
_FEW_NUMBERS = 24
_NARROW_ACTORS = 14
_FOOT = 22


def network(
    edges: pd.DataFrame,
    places: pd.DataFrame,
    theme: Theme,
    focus: str | None = None,
    minimum: int = 1,
    width: int = 1080,
    height: int | None = None,
) -> Figure:
    """Relation ``mention_edges`` drawn at the places of ``actor_places`` on ``width`` pixels or more.

    Of many ties the strongest are drawn, each actor's strongest among them; on a narrow picture those between the
    busiest actors. The rest are counted at the foot and in ``layout.meta`` (``left_out``); what is in focus is drawn.

    ``focus`` is an actor id or a tie ``RUS>UKR``; all that isn't part of it fades. Ties under ``minimum`` statements
    are left out, under three always thin. ``customdata``: [actor id, "node"] and ["RUS>UKR", "edge"].
    """
    asked = edges[edges["statements"] >= minimum].reset_index(drop=True)
    width = round(width / theme.scale)
    if asked.empty:
        return empty(theme, "No ties in this selection.<br>A longer window or a lower minimum would show more.", 320)
    drawn = strongest(asked, _MOST_TIES, focus, _NARROW_ACTORS if width < _NARROW else None)
    tall = height or (560 if width < _NARROW else round(min(max(width * 0.52, 540), 740)))
    nodes = _nodes(drawn, places, width, tall)
    ties = bent_ties(drawn, nodes)
    near = _near(focus, ties)
    names = name_boxes(list(nodes.values()), ties, width, tall)
    labels = _labels(ties, nodes, names, near, len(drawn) < len(asked))
    rows = records(drawn)
    traces = [
        *tie_traces(ties, near, theme),
        steady(number_trace(labels, theme)),
        steady(node_trace(rows, nodes, near, theme)),
        *name_traces(nodes, names, near, theme),
        steady(hit_trace(rows, ties, labels, near, theme)),
    ]
    return quick_figure(traces, _layout(width, tall, len(drawn), len(asked), theme), theme)


def _labels(
    ties: list[Tie], nodes: Mapping[str, Node], names: Mapping[str, Box], near: set[str] | None, is_cut: bool
) -> list[tuple[Tie, float, float]]:
    """Where the numbers of ranked ties stand; fewer of them where not even all ties are drawn."""
    clear = [tie for tie in ties if tie.step > 0 and (near is None or tie.tie_id in near)]
    most = _FEW_NUMBERS if is_cut and near is None else MOST_NUMBERS
    return tie_boxes(clear, list(nodes.values()), list(names.values()), most)


def _layout(width: int, height: int, drawn: int, asked: int, theme: Theme) -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True}
    foot = _FOOT if drawn < asked else 0
    return {
        **frame(theme),
        "height": height + foot,
        "margin": {"l": 0, "r": 0, "t": 0, "b": foot},
        "xaxis": {**hidden, "range": [0, width]},
        "yaxis": {**hidden, "range": [height, 0]},
        "annotations": _foot(width, drawn, asked, theme),
        "meta": {"left_out": asked - drawn, **least_width(width)},
    }


def _foot(width: int, drawn: int, asked: int, theme: Theme) -> list[dict[str, Any]]:
    """How many ties aren't drawn, in as many words as fit."""
    left = asked - drawn
    if not left:
        return []
    short = f"{counted(left, 'weaker tie')} not drawn"
    long = f"{counted(left, 'weaker tie')} {plural(left, 'is', 'are')} not drawn; the matrix and the table have more."
    words = long if text_width(long, 12) < width else short
    place = {"xref": "paper", "x": 0, "yref": "paper", "y": 0, "yanchor": "top", "xanchor": "left", "yshift": -2}
    return [{**place, "text": words, "showarrow": False, "font": {"size": 12, "color": theme.muted}}]


def _nodes(edges: pd.DataFrame, places: pd.DataFrame, width: int, height: int) -> dict[str, Node]:
    """Discs of all who speak or are spoken of; their area grows with the number of statements."""
    names = dict(zip(edges["source_id"], edges["source"], strict=True))
    names.update(zip(edges["target_id"], edges["target"], strict=True))
    counts = weights(edges)
    at = _placed(places, names, width, height)
    kinds = dict(zip(places["actor_id"], places["actor_kind"], strict=True)) if "actor_kind" in places else {}
    most = max(counts.values())
    largest = _LARGEST if width >= _NARROW else 15.0
    return {
        actor: Node(
            actor,
            str(names[actor]),
            *at[actor],
            max(_SMALLEST, largest * (counts[actor] / most) ** 0.5),
            str(kinds.get(actor, "")),
        )
        for actor in sorted(names)
    }


def _placed(places: pd.DataFrame, names: Mapping[str, str], width: int, height: int) -> dict[str, tuple[float, float]]:
    """Pixels of all drawn actors; persons take part in making room only where one is drawn."""
    known = _taking_part(places.sort_values("actor_id"), names, width < _NARROW)
    labels = known["label"] if "label" in known else known["actor_id"].map(lambda one: names.get(one, "Somewhere"))
    columns = (known["actor_id"].astype(str), labels.astype(str), known["x"].astype(float), known["y"].astype(float))
    at = dict(spread(*(tuple(column) for column in columns), width, height))
    return at if all(actor in at for actor in names) else _spiral(sorted(names), names, width, height)


def _taking_part(places: pd.DataFrame, names: Mapping[str, str], is_narrow: bool) -> pd.DataFrame:
    """All places where most drawn are persons; else those of countries and organisations, and the few persons drawn.

    On a narrow picture only who is drawn: there is no room to keep free for others.
    """
    if is_narrow:
        return places[places["actor_id"].isin(list(names))]
    if "actor_kind" not in places:
        return places
    is_person = places["actor_kind"] == "person"
    is_drawn = is_person & places["actor_id"].isin(list(names))
    return places if 2 * is_drawn.sum() > len(names) else places[~is_person | is_drawn]


def _spiral(ids: list[str], names: Mapping[str, str], width: int, height: int) -> dict[str, tuple[float, float]]:
    """Places without given ones: even on a disc, in the order of ids."""
    angles = [i * 2.399963 for i in range(len(ids))]
    reach = [((i + 0.5) / len(ids)) ** 0.5 for i in range(len(ids))]
    xs = tuple(r * cos(a) for r, a in zip(reach, angles, strict=True))
    ys = tuple(r * sin(a) for r, a in zip(reach, angles, strict=True))
    return dict(spread(tuple(ids), tuple(names[one] for one in ids), xs, ys, width, height))


def _near(focus: str | None, ties: list[Tie]) -> set[str] | None:
    """Ids of the ties and nodes in focus; None where there is no focus, or none of it is drawn."""
    if not focus:
        return None
    chosen = [tie for tie in ties if focus in (tie.tie_id, tie.source_id, tie.target_id)]
    ids = {one for tie in chosen for one in (tie.tie_id, tie.source_id, tie.target_id)}
    return ids or None
