"""Traces of the network beside its ties: their numbers, what takes the pointer, discs and names."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.figures.canvas import escaped
from dashboard.figures.labels import Box
from dashboard.figures.nethits import Label, hits, label_boxes
from dashboard.figures.netlabels import number_width, tie_number
from dashboard.figures.sheet import steady
from dashboard.figures.spread import NAME
from dashboard.figures.theme import Theme, halo, mix
from dashboard.figures.ties import TONES, Floats, Node, Tie
from dashboard.readings.prose import counted, plural

Rows = list[dict[str, Any]]

PERSON = "person"
_BARE = "%{hovertext}<extra></extra>"


def hit_trace(rows: Rows, ties: list[Tie], labels: list[Label], path: Sequence[str] = ()) -> dict[str, Any]:
    """Points along each tie and on its number, without a mark, that take the pointer: its id and its composition."""
    points = hits(ties, labels, label_boxes(labels, lambda tie: number_width(tie, path)))
    words = {tie.tie_id: tie_words(rows[tie.row]) for tie in ties}
    return {
        "type": "scatter",
        "mode": "none",
        "name": "ties",
        "x": [round(hit.x, 1) for hit in points],
        "y": [round(hit.y, 1) for hit in points],
        "customdata": [[hit.tie.tie_id, "edge"] for hit in points],
        "hovertext": [words[hit.tie.tie_id] for hit in points],
        "hovertemplate": _BARE,
    }


def pale_hits(rows: Rows, curves: Floats) -> dict[str, Any]:
    """A point at the middle of each pale tie, without a mark."""
    middles = curves[:, curves.shape[1] // 2].round(1).tolist()
    return {
        "type": "scatter",
        "mode": "none",
        "name": "weaker ties",
        "x": [x for x, _ in middles],
        "y": [y for _, y in middles],
        "customdata": [[f"{row['source_id']}>{row['target_id']}", "edge"] for row in rows],
        "hovertext": [tie_words(row) for row in rows],
        "hovertemplate": _BARE,
    }


def tie_words(edge: Mapping[str, Any]) -> str:
    """Who on whom, how many statements, and how they divide."""
    parts = [f"{edge[tone]} {tone}" for tone in TONES[:4] if edge[tone]]
    heading = f"<b>{escaped(str(edge['source']))} on {escaped(str(edge['target']))}</b>"
    few = "<br><i>fewer than three statements: not ranked</i>" if edge["statements"] < 3 else ""
    return f"{heading} · {edge['tone']}<br>{counted(edge['statements'], 'statement')}: {', '.join(parts)}{few}"


def number_trace(boxes: list[Label], theme: Theme, path: Sequence[str] = ()) -> dict[str, Any]:
    """Number and letter of tone on the strongest ties, where there is room; on a path its place in it comes first."""
    return {
        "type": "scatter",
        "mode": "text",
        "name": "numbers",
        "hoverinfo": "skip",
        "x": [round(x, 1) for _, x, _ in boxes],
        "y": [round(y, 1) for _, _, y in boxes],
        "text": [tie_number(tie, path) for tie, _, _ in boxes],
        "textfont": {"size": 11, "color": theme.ink, "weight": 600, "shadow": halo(theme)},
    }


def node_trace(
    rows: Rows, nodes: Mapping[str, Node], near: set[str] | None, theme: Theme, focus: str = ""
) -> dict[str, Any]:
    """A disc per actor, organisations lighter; a person is a small hollow square; who is in focus has a ring."""
    said, heard = sums(rows, "source_id"), sums(rows, "target_id")
    listed = list(nodes.values())
    rings = {*focus.split(">")}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "nodes",
        "x": [round(node.x, 1) for node in listed],
        "y": [round(node.y, 1) for node in listed],
        "customdata": [[node.actor_id, "node"] for node in listed],
        "hovertext": [_node_words(node, said, heard) for node in listed],
        "hovertemplate": _BARE,
        "marker": {
            "symbol": ["square" if node.kind == PERSON else "circle" for node in listed],
            "size": [round((1.5 if node.kind == PERSON else 2) * node.radius, 1) for node in listed],
            "color": [theme.paper if node.kind == PERSON else _disc_colour(node, near, theme) for node in listed],
            "opacity": 1,
            "line": {
                "width": [3.0 if node.actor_id in rings else 1.5 for node in listed],
                "color": [theme.accent if node.actor_id in rings else _rim(node, near, theme) for node in listed],
            },
        },
    }


def _rim(node: Node, near: set[str] | None, theme: Theme) -> str:
    return _disc_colour(node, near, theme) if node.kind == PERSON else theme.paper


def _disc_colour(node: Node, near: set[str] | None, theme: Theme) -> str:
    if near is not None and node.actor_id not in near:
        return theme.hairline
    return mix(theme.ink, theme.paper, 0.5 if node.kind == "organisation" else 0.85)


def _node_words(node: Node, said: Mapping[str, int], heard: Mapping[str, int]) -> str:
    out, into = int(said.get(node.actor_id, 0)), int(heard.get(node.actor_id, 0))
    return (
        f"<b>{escaped(node.name)}</b><br>spoke of others {out} {plural(out, 'time')}"
        f"<br>was spoken of {into} {plural(into, 'time')}"
    )


def name_traces(
    nodes: Mapping[str, Node], names: Mapping[str, Box], near: set[str] | None, theme: Theme
) -> list[dict[str, Any]]:
    """Every actor's name in its box; those out of focus paler."""
    clear = [actor for actor in names if near is None or actor in near]
    faded = [actor for actor in names if near is not None and actor not in near]
    weight = 600 if near is not None else 500
    return [
        _names([(nodes[actor], names[actor]) for actor in chosen], label, colour, weight, theme)
        for label, chosen, colour in (("names", clear, theme.ink), ("other names", faded, theme.muted))
        if chosen
    ]


def _names(placed: list[tuple[Node, Box]], label: str, colour: str, weight: int, theme: Theme) -> dict[str, Any]:
    return steady(
        {
            "type": "scatter",
            "mode": "text",
            "name": label,
            "x": [round((box.left + box.right) / 2, 1) for _, box in placed],
            "y": [round((box.top + box.bottom) / 2, 1) for _, box in placed],
            "text": [escaped(node.name) for node, _ in placed],
            "hoverinfo": "skip",
            "textfont": {"size": NAME, "color": colour, "weight": weight, "shadow": halo(theme)},
        }
    )


def records(frame: pd.DataFrame) -> Rows:
    """Ties of a frame as plain dicts, without the statements behind them."""
    names = [name for name in frame.columns if name != "statement_ids"]
    columns = [frame[name].tolist() for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def sums(rows: Rows, column: str) -> dict[str, int]:
    """Statements by actor in that column."""
    found: dict[str, int] = {}
    for row in rows:
        found[row[column]] = found.get(row[column], 0) + int(row["statements"])
    return found


def weights(rows: Rows) -> dict[str, int]:
    """Statements by and about each actor of relation ``mention_edges``."""
    said, heard = sums(rows, "source_id"), sums(rows, "target_id")
    return {actor: said.get(actor, 0) + heard.get(actor, 0) for actor in sorted({*said, *heard})}
