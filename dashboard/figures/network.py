"""The network of who speaks of whom: discs at fixed places, arrows from speaker to spoken of, every node named."""

from collections.abc import Mapping
from html import escape
from math import cos, sin
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.labels import Box
from dashboard.figures.netlabels import name_boxes, tie_boxes
from dashboard.figures.spread import NAME, spread
from dashboard.figures.theme import Theme, mix
from dashboard.figures.ties import DASH, LETTER, TONES, WIDTHS, Node, Tie, arrow_size, bent_ties
from dashboard.figures.timeline import empty, frame
from dashboard.readings.prose import counted, plural

_SMALLEST, _LARGEST = 5.0, 25.0
_NARROW = 620
_BARE = "%{hovertext}<extra></extra>"


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

    ``focus`` is an actor id or a tie ``RUS>UKR``; all that isn't part of it fades. Ties under ``minimum`` statements
    are left out, under three always thin. ``customdata``: [actor id, "node"] and ["RUS>UKR", "edge"].
    """
    drawn = edges[edges["statements"] >= minimum].reset_index(drop=True)
    if drawn.empty:
        return empty(theme, "No ties in this selection.<br>A longer window or a lower minimum would show more.", 320)
    tall = height or (560 if width < _NARROW else round(min(max(width * 0.6, 560), 780)))
    nodes = _nodes(drawn, places, width, tall)
    ties = bent_ties(drawn, nodes)
    near = _near(focus, ties)
    names = name_boxes(list(nodes.values()), ties, width, tall)
    traces = [*_tie_traces(ties, near, theme), *_head_notes(ties, nodes, names, near, theme)]
    traces += [_hits(drawn, ties, near, theme), *_node_traces(drawn, nodes, near, theme), *_name_traces(nodes, names, near, theme)]
    return Figure(data=traces, layout=_layout(width, tall, theme))


def _layout(width: int, height: int, theme: Theme) -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True}
    return {
        **frame(theme),
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": {**hidden, "range": [0, width]},
        "yaxis": {**hidden, "range": [height, 0]},
    }


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
        actor: Node(actor, str(names[actor]), *at[actor], max(_SMALLEST, largest * (counts[actor] / most) ** 0.5), str(kinds.get(actor, "")))
        for actor in sorted(names)
    }


def weights(edges: pd.DataFrame) -> dict[str, int]:
    """Statements by and about each actor."""
    said = edges.groupby("source_id")["statements"].sum()
    heard = edges.groupby("target_id")["statements"].sum()
    return said.add(heard, fill_value=0).astype(int).to_dict()


def _placed(
    places: pd.DataFrame, names: Mapping[str, str], width: int, height: int
) -> dict[str, tuple[float, float]]:
    """Pixels of all drawn actors; persons take part in making room only where one is drawn."""
    known = places.sort_values("actor_id")
    if "actor_kind" in known and not known["actor_id"].isin(list(names)).where(known["actor_kind"] == "person").any():
        known = known[known["actor_kind"] != "person"]
    labels = known["label"] if "label" in known else known["actor_id"].map(lambda one: names.get(one, "Somewhere"))
    columns = (known["actor_id"].astype(str), labels.astype(str), known["x"].astype(float), known["y"].astype(float))
    at = dict(spread(*(tuple(column) for column in columns), width, height))
    return at if all(actor in at for actor in names) else _spiral(sorted(names), names, width, height)


def _spiral(
    ids: list[str], names: Mapping[str, str], width: int, height: int
) -> dict[str, tuple[float, float]]:
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


def _tie_traces(ties: list[Tie], near: set[str] | None, theme: Theme) -> list[dict[str, Any]]:
    """One trace per tone and width; what is out of focus as one pale trace below."""
    faded = [tie for tie in ties if near is not None and tie.tie_id not in near]
    traces = [_lines(faded, "out of focus", theme.hairline, "solid", 1.0, 0.0, 0.8)] if faded else []
    clear = [tie for tie in ties if near is None or tie.tie_id in near]
    for step, width in enumerate(WIDTHS):
        for tone in TONES:
            if chosen := [tie for tie in clear if tie.step == step and tie.tone == tone]:
                opacity = 0.55 if step == 0 and near is None else 0.9
                traces.append(_lines(chosen, tone, theme.tone[tone], DASH[tone], width, arrow_size(step), opacity))
    return traces


def _lines(
    ties: list[Tie], name: str, colour: str, dash: str, width: float, head: float, opacity: float
) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    sizes: list[float] = []
    for tie in ties:
        xs += [*(round(float(x), 1) for x in tie.path[:, 0]), None]
        ys += [*(round(float(y), 1) for y in tie.path[:, 1]), None]
        sizes += [0.0] * (len(tie.path) - 1) + [head, 0.0]
    trace = {"type": "scatter", "x": xs, "y": ys, "name": name, "hoverinfo": "skip", "opacity": opacity}
    trace |= {"mode": "lines+markers" if head else "lines", "line": {"color": colour, "width": width, "dash": dash}}
    if head:
        arrow = {"symbol": "arrow", "angleref": "previous", "line": {"width": 0}}
        trace["marker"] = {**arrow, "size": sizes, "color": colour, "opacity": 1}
    return trace


def _hits(edges: pd.DataFrame, ties: list[Tie], near: set[str] | None, theme: Theme) -> dict[str, Any]:
    """Unseen marks along each tie that take the pointer: the tie's id and its composition."""
    clear = [tie for tie in ties if near is None or tie.tie_id in near]
    points = [(tie, tie.path[round(part * (len(tie.path) - 1))]) for tie in clear for part in (0.5, 0.3, 0.7)]
    rows = edges.to_dict("records")
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "ties",
        "x": [round(float(at[0]), 1) for _, at in points],
        "y": [round(float(at[1]), 1) for _, at in points],
        "customdata": [[tie.tie_id, "edge"] for tie, _ in points],
        "hovertext": [tie_words(rows[tie.row]) for tie, _ in points],
        "hovertemplate": _BARE,
        "marker": {"size": 13, "opacity": 0, "color": theme.muted},
    }


def tie_words(edge: Mapping[str, Any]) -> str:
    """Who of whom, how many statements, and how they divide."""
    parts = [f"{edge[tone]} {tone}" for tone in TONES[:4] if edge[tone]]
    heading = f"<b>{escape(str(edge['source']))} of {escape(str(edge['target']))}</b>"
    few = "<br><i>fewer than three statements: not ranked</i>" if edge["statements"] < 3 else ""
    return f"{heading} · {edge['tone']}<br>{counted(edge['statements'], 'statement')}: {', '.join(parts)}{few}"


def _head_notes(
    ties: list[Tie], nodes: Mapping[str, Node], names: Mapping[str, Box], near: set[str] | None, theme: Theme
) -> list[dict[str, Any]]:
    """Number and letter of tone on the strongest ties, where there is room: tone is never colour alone."""
    clear = [tie for tie in ties if tie.step > 0 and (near is None or tie.tie_id in near)]
    boxes = tie_boxes(clear, list(nodes.values()), list(names.values()))
    return [
        {
            "type": "scatter",
            "mode": "text",
            "name": "numbers",
            "hoverinfo": "skip",
            "x": [round(x, 1) for _, x, _ in boxes],
            "y": [round(y, 1) for _, _, y in boxes],
            "text": [f"{LETTER[tie.tone]} {tie.statements}" for tie, _, _ in boxes],
            "textfont": {"size": 11, "color": theme.ink, "weight": 600, "shadow": _halo(theme)},
        }
    ]


def _halo(theme: Theme) -> str:
    return ", ".join(f"{x}px {y}px 2px {theme.paper}" for x in (-1, 0, 1) for y in (-1, 0, 1))


def _node_traces(
    edges: pd.DataFrame, nodes: Mapping[str, Node], near: set[str] | None, theme: Theme
) -> list[dict[str, Any]]:
    said = edges.groupby("source_id")["statements"].sum().to_dict()
    heard = edges.groupby("target_id")["statements"].sum().to_dict()
    listed = list(nodes.values())
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "nodes",
            "x": [round(node.x, 1) for node in listed],
            "y": [round(node.y, 1) for node in listed],
            "customdata": [[node.actor_id, "node"] for node in listed],
            "hovertext": [_node_words(node, said, heard) for node in listed],
            "hovertemplate": _BARE,
            "marker": {
                "size": [round(2 * node.radius, 1) for node in listed],
                "color": [_disc_colour(node, near, theme) for node in listed],
                "opacity": 1,
                "line": {"width": 1.5, "color": theme.paper},
            },
        }
    ]


def _disc_colour(node: Node, near: set[str] | None, theme: Theme) -> str:
    if near is not None and node.actor_id not in near:
        return theme.hairline
    return mix(theme.ink, theme.paper, 0.5 if node.kind == "organisation" else 0.85)


def _node_words(node: Node, said: Mapping[str, int], heard: Mapping[str, int]) -> str:
    out, into = int(said.get(node.actor_id, 0)), int(heard.get(node.actor_id, 0))
    return (
        f"<b>{escape(node.name)}</b><br>spoke of others {out} {plural(out, 'time')}"
        f"<br>was spoken of {into} {plural(into, 'time')}"
    )


def _name_traces(
    nodes: Mapping[str, Node], names: Mapping[str, Box], near: set[str] | None, theme: Theme
) -> list[dict[str, Any]]:
    listed = [(nodes[actor], box) for actor, box in names.items()]
    clear = [near is None or node.actor_id in near for node, _ in listed]
    return [
        {
            "type": "scatter",
            "mode": "text",
            "name": "names",
            "x": [round((box.left + box.right) / 2, 1) for _, box in listed],
            "y": [round((box.top + box.bottom) / 2, 1) for _, box in listed],
            "text": [escape(node.name) for node, _ in listed],
            "hoverinfo": "skip",
            "textfont": {
                "size": NAME,
                "color": [theme.ink if is_clear else theme.muted for is_clear in clear],
                "weight": 600 if near is not None else 500,
                "shadow": _halo(theme),
            },
        }
    ]
