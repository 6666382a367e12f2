"""The network of who speaks of whom: discs at fixed places, arrows from speaker to spoken of, all named."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.labels import Box, text_width
from dashboard.figures.netlabels import FEW_NODES, MOST_NUMBERS, NARROW, name_boxes, tie_boxes
from dashboard.figures.netmarks import (
    Rows,
    hit_trace,
    name_traces,
    node_trace,
    number_trace,
    pale_hits,
    records,
    weights,
)
from dashboard.figures.netnodes import NARROW_ACTORS, busiest, nodes_of
from dashboard.figures.ribbons import halo_shape, pale_shape, thin_shapes, tie_traces
from dashboard.figures.sheet import empty, frame, least_width, quick_figure, steady
from dashboard.figures.strongest import among_busiest, strongest_of
from dashboard.figures.theme import Theme, mix
from dashboard.figures.ties import Node, Sheet, Tie, bent_ties, plain_curves
from dashboard.readings.prose import counted, plural

MOST_FULL = 110
MOST_IN_FOCUS = 150
MOST_DRAWN = 1000
_MOST_PALE_HITS = 300
_NUMBER = (24, 14)  # half of what a number takes, across and down: one that a tie carries off the sheet is left out
_FEW_NUMBERS = 30
_FOOT = 22
_EACH = 7000  # square pixels for each actor of a picture


class Ties(NamedTuple):
    """What of the ties is drawn how: in full, pale, or not at all (their number)."""

    full: pd.DataFrame
    pale: pd.DataFrame
    left_out: int


def network(
    edges: pd.DataFrame,
    places: pd.DataFrame,
    theme: Theme,
    focus: str = "",
    near: Collection[str] | None = None,
    path: Sequence[str] = (),
    width: int = 1080,
    height: int | None = None,
    row: int = 0,
) -> Figure:
    """Relation ``mention_edges`` drawn at the places of ``actor_places`` on ``width`` pixels or more.

    Of many ties the strongest are drawn in full, each actor's strongest among them, the others as thin pale lines; on
    a narrow picture only those between the busiest actors. ``near`` are ids (``RUS>UKR``) of the ties in focus: all
    others fade. ``focus`` (an actor or a tie) gets a ring; ``path`` are ties to be followed, in order.
    ``customdata``: [actor id, "node"] and ["RUS>UKR", "edge"]. ``layout.meta`` counts ``left_out`` and ``unnamed``;
    its ``path`` are the actors that the path leads through. It is as tall as on a ``row`` of which it has a part.
    """
    width = round(width / theme.scale)
    if edges.empty:
        return empty(theme, "No ties in this selection.<br>A longer window or a lower minimum would show more.", 320)
    tall = height or height_of(max(width, row))
    chosen = foremost(edges, width, tall, near) if height and width >= NARROW else None
    drawn = divided(edges, near, width < NARROW or chosen is not None, chosen or busiest(places, width))
    full, pale = records(drawn.full), records(drawn.pale)
    nodes = nodes_of([*full, *pale], places, width, tall, height is not None, chosen is not None)
    ties = bent_ties(drawn.full, nodes, (width, tall))
    clear = [tie for tie in ties if near is None or tie.tie_id in near]
    ends = {one for tie in clear for one in (tie.source_id, tie.target_id)} if near is not None else None
    names = name_boxes(list(nodes.values()), clear, width, tall, ends or ())
    is_cut = near is None and len(drawn.pale) > 0
    labels = [
        (tie, x, y)
        for tie, x, y in _labels(clear, list(nodes.values()), list(names.values()), path, is_cut)
        if _NUMBER[0] <= x <= width - _NUMBER[0] and _NUMBER[1] <= y <= tall - _NUMBER[1]
    ]
    traces = [
        *tie_traces(ties, set(near) if near is not None else None, theme),
        steady(number_trace(labels, theme, path)),
        steady(node_trace([*full, *pale], nodes, ends, theme, focus)),
        *name_traces(nodes, names, ends, theme),
        steady(_pale_hits(drawn, pale, nodes, near)),
        steady(hit_trace(full, clear, labels, path)),
    ]
    shapes = [
        *_beneath(drawn, nodes, clear, path, (width, tall), theme),
        *thin_shapes(ties, set(near or ()) if near is not None else None, theme),
    ]
    layout = _layout(width, tall, drawn, len(nodes) - len(names), near is not None, len(chosen or ()), theme) | {
        "shapes": shapes
    }
    layout["meta"] |= {"marks": _marks(ties, nodes), "path": [end for tie in path for end in tie.split(">")]}
    return quick_figure(traces, layout, theme)


def foremost(edges: pd.DataFrame, width: int, height: int, near: Collection[str] | None) -> set[str] | None:
    """Who is drawn on a picture that hasn't room for all, those with most statements first; None where it has."""
    counts = weights(records(edges))
    most = min(FEW_NODES, round(width * height / _EACH))
    if len(counts) <= most:
        return None
    ends = {end for tie in near or () for end in tie.split(">")}
    return {*sorted(counts, key=lambda actor: (actor not in ends, -counts[actor], actor))[:most]}


def divided(
    edges: pd.DataFrame, near: Collection[str] | None, is_narrow: bool, actors: Collection[str] | None = None
) -> Ties:
    """Which ties are drawn in full, which pale, and how many not at all; those in focus come first.

    A narrow picture has those between ``actors``, or the busiest of these ties.
    """
    edges = edges.reset_index(drop=True)
    counts, sources, targets = (edges[name].tolist() for name in ("statements", "source_id", "target_id"))
    chosen = set(near or ())
    in_focus = [f"{source}>{target}" in chosen for source, target in zip(sources, targets, strict=True)]
    drawn = [one or other for one, other in zip(in_focus, _among(edges, actors), strict=True)] if is_narrow else None
    among = [row for row in range(len(edges)) if drawn is None or drawn[row]]
    clear, most = (among, MOST_FULL) if near is None else ([row for row in among if in_focus[row]], MOST_IN_FOCUS)
    said, by, of = ([column[row] for row in clear] for column in (counts, sources, targets))
    full = {clear[place] for place in strongest_of(said, by, of, most)}
    rest = [row for row in among if row not in full]
    pale = sorted(rest, key=lambda row: (-counts[row], sources[row], targets[row]))[: max(0, MOST_DRAWN - len(full))]
    return Ties(
        edges.take(sorted(full)).reset_index(drop=True),
        edges.take(pale).reset_index(drop=True),
        len(edges) - len(full) - len(pale),
    )


def _among(edges: pd.DataFrame, actors: Collection[str] | None) -> "pd.Series[bool]":
    """True for ties between two of the actors; where there are none, or none is named, between the busiest.

    Where there are no more actors than have room, for all.
    """
    if len({*edges["source_id"], *edges["target_id"]}) <= NARROW_ACTORS:
        return pd.Series(True, index=edges.index)
    found = edges["source_id"].isin(list(actors or ())) & edges["target_id"].isin(list(actors or ()))
    return found if found.any() else among_busiest(edges, NARROW_ACTORS)


def _beneath(
    drawn: Ties, nodes: dict[str, Node], clear: list[Tie], path: Sequence[str], sheet: Sheet, theme: Theme
) -> list[dict[str, Any]]:
    """Pale ties, and the line that a path is followed along."""
    followed = [tie for tie in clear if tie.tie_id in path]
    pale = pale_shape(plain_curves(drawn.pale, nodes, sheet=sheet), "weaker", mix(theme.ink, theme.paper, 0.17))
    return [*([pale] if len(drawn.pale) else []), *([halo_shape(followed, theme)] if followed else [])]


def _pale_hits(drawn: Ties, rows: Rows, nodes: dict[str, Node], near: Collection[str] | None) -> dict[str, Any]:
    """What opens a pale tie; out of focus none does."""
    most = _MOST_PALE_HITS if near is None else 0
    return pale_hits(rows[:most], plain_curves(drawn.pale.head(most), nodes))


def _labels(
    clear: list[Tie], nodes: list[Node], names: list[Box], path: Sequence[str], is_cut: bool
) -> list[tuple[Tie, float, float]]:
    """Where the numbers of ranked ties, and of a path's, stand; fewer of them where not all ties are drawn in full."""
    numbered = [tie for tie in clear if tie.step > 0 or tie.tie_id in path]
    return tie_boxes(numbered, nodes, names, _FEW_NUMBERS if is_cut else MOST_NUMBERS, path)


def _marks(ties: Sequence[Tie], nodes: dict[str, Node]) -> list[str]:
    """Which marks occur: ties that are ranked or not, kinds of actors."""
    return sorted({"ranked" if tie.step else "unranked" for tie in ties} | {node.kind for node in nodes.values()})


def height_of(width: int) -> int:
    """How tall the drawing is on so many pixels."""
    return 560 if width < NARROW else round(min(max(width * 0.56, 560), 760))


def layout_of(width: int, theme: Theme, height: int | None = None) -> dict[str, Any]:
    """The sheet of a drawing on so many pixels."""
    hidden, tall = {"visible": False, "fixedrange": True}, height or height_of(width)
    return {
        **frame(theme),
        "height": tall,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": {**hidden, "range": [0, width]},
        "yaxis": {**hidden, "range": [tall, 0]},
    }


def _layout(
    width: int, height: int, drawn: Ties, unnamed: int, is_focused: bool, few: int, theme: Theme
) -> dict[str, Any]:
    told = _not_in_full(drawn, is_focused)
    told = f"The {few} who speak or are spoken of most; {told}" if few else told
    words = _foot(width, told, bool(drawn.left_out), unnamed, theme)
    foot = _FOOT if words else 0
    return {
        **layout_of(width, theme, height),
        "height": height + foot,
        "margin": {"l": 0, "r": 0, "t": 0, "b": foot},
        "annotations": words,
        "meta": {"left_out": drawn.left_out, "unnamed": unnamed, **least_width(width)},
    }


def _not_in_full(drawn: Ties, is_focused: bool) -> str:
    """How many ties are drawn in full, how many pale, how many not at all; of a focus only the last."""
    full, pale, left = len(drawn.full), len(drawn.pale), drawn.left_out
    if is_focused:
        return f"{counted(left, 'other tie')} {plural(left, 'is', 'are')} not drawn" if left else ""
    if not left:
        return f"{full} of {full + pale} ties in full, the others as pale lines" if pale else ""
    return f"{full} of {full + pale + left} ties in full{f', {pale} as pale lines' if pale else ''}, {left} not drawn"


def _foot(width: int, ties: str, has_left: bool, unnamed: int, theme: Theme) -> list[dict[str, Any]]:
    """What isn't drawn in full, or not named, in as many words as fit."""
    parts = [part for part in (ties, f"{counted(unnamed, 'name')} only at the pointer" if unnamed else "") if part]
    if not parts:
        return []
    short = "; ".join(parts)
    long = f"{short}; matrix and table have them." if has_left else short
    place = {"xref": "paper", "x": 0, "yref": "paper", "y": 0, "yanchor": "top", "xanchor": "left", "yshift": -2}
    words = long if text_width(long, 12) < width else short
    return [{**place, "text": words, "showarrow": False, "font": {"size": 12, "color": theme.muted}}]
