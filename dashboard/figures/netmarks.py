"""Traces of the network: ties by tone and width, their numbers, what takes the pointer, discs and names."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from dashboard.figures.labels import Box
from dashboard.figures.nethits import Label, hits, label_boxes
from dashboard.figures.netlabels import number_width
from dashboard.figures.sheet import steady
from dashboard.figures.spread import NAME
from dashboard.figures.theme import Theme, mix
from dashboard.figures.ties import DASH, LETTER, TONES, WIDTHS, Node, Tie, arrow_size
from dashboard.readings.prose import counted, plural

Rows = list[dict[str, Any]]

PERSON = "person"
_BARE = "%{hovertext}<extra></extra>"


def tie_traces(ties: list[Tie], near: set[str] | None, theme: Theme) -> list[dict[str, Any]]:
    """One trace of lines per tone and width, one of arrowheads per tone; what is out of focus pale below."""
    faded = [tie for tie in ties if near is not None and tie.tie_id not in near]
    traces = [_lines(faded, "out of focus", theme.hairline, "solid", 1.0)] if faded else []
    clear = [tie for tie in ties if near is None or tie.tie_id in near]
    for step, width in enumerate(WIDTHS):
        for tone in TONES:
            if chosen := [tie for tie in clear if tie.step == step and tie.tone == tone]:
                colour = mix(theme.tone[tone], theme.paper, _share(step, near))
                traces.append(_lines(chosen, tone, colour, DASH[tone], width))
    return traces + [
        _heads([tie for tie in clear if tie.tone == tone], tone, near, theme)
        for tone in TONES
        if any(tie.tone == tone for tie in clear)
    ]


def _share(step: int, near: set[str] | None) -> float:
    """How strong the colour of a tie is: those of fewer than three statements step back."""
    return 0.5 if step == 0 and near is None else 0.94


def _lines(ties: list[Tie], name: str, colour: str, dash: str, width: float) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for tie in ties:
        xs += [*(round(float(x), 1) for x in tie.shaft[:, 0]), None]
        ys += [*(round(float(y), 1) for y in tie.shaft[:, 1]), None]
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "name": name, "hoverinfo": "skip", "line": line}


def _heads(ties: list[Tie], tone: str, near: set[str] | None, theme: Theme) -> dict[str, Any]:
    """Arrowheads at the ends of ties, pointing the way of their last piece."""
    ends = [tie.path[-2:] for tie in ties]
    colours = [mix(theme.tone[tone], theme.paper, _share(tie.step, near)) for tie in ties]
    return steady(
        {
            "type": "scatter",
            "mode": "markers",
            "name": f"{tone} arrows",
            "hoverinfo": "skip",
            "x": [round(float(x), 1) for end in ends for x in end[:, 0]],
            "y": [round(float(y), 1) for end in ends for y in end[:, 1]],
            "marker": {
                "symbol": "arrow",
                "angleref": "previous",
                "size": [size for tie in ties for size in (0, arrow_size(tie.step))],
                "color": [colour for colour in colours for _ in range(2)],
                "line": {"width": 0},
                "opacity": 1,
            },
        }
    )


def hit_trace(rows: Rows, ties: list[Tie], labels: list[Label], near: set[str] | None, theme: Theme) -> dict[str, Any]:
    """Unseen marks along each tie and on its number that take the pointer: the tie's id and its composition."""
    clear = [tie for tie in ties if near is None or tie.tie_id in near]
    points = hits(clear, labels, label_boxes(labels, number_width))
    words = {tie.tie_id: tie_words(rows[tie.row]) for tie in clear}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "ties",
        "x": [round(hit.x, 1) for hit in points],
        "y": [round(hit.y, 1) for hit in points],
        "customdata": [[hit.tie.tie_id, "edge"] for hit in points],
        "hovertext": [words[hit.tie.tie_id] for hit in points],
        "hovertemplate": _BARE,
        "marker": {"size": [2 * hit.reach for hit in points], "opacity": 0, "color": theme.muted},
    }


def tie_words(edge: Mapping[str, Any]) -> str:
    """Who of whom, how many statements, and how they divide."""
    parts = [f"{edge[tone]} {tone}" for tone in TONES[:4] if edge[tone]]
    heading = f"<b>{escape(str(edge['source']))} of {escape(str(edge['target']))}</b>"
    few = "<br><i>fewer than three statements: not ranked</i>" if edge["statements"] < 3 else ""
    return f"{heading} · {edge['tone']}<br>{counted(edge['statements'], 'statement')}: {', '.join(parts)}{few}"


def number_trace(boxes: list[Label], theme: Theme) -> dict[str, Any]:
    """Number and letter of tone on the strongest ties, where there is room: tone is never colour alone."""
    return {
        "type": "scatter",
        "mode": "text",
        "name": "numbers",
        "hoverinfo": "skip",
        "x": [round(x, 1) for _, x, _ in boxes],
        "y": [round(y, 1) for _, _, y in boxes],
        "text": [f"{LETTER[tie.tone]} {tie.statements}" for tie, _, _ in boxes],
        "textfont": {"size": 11, "color": theme.ink, "weight": 600, "shadow": halo(theme)},
    }


def halo(theme: Theme) -> str:
    """A shadow of the paper's colour around letters, so that lines beneath don't strike them through."""
    return ", ".join(f"{x}px {y}px 2px {theme.paper}" for x in (-1, 0, 1) for y in (-1, 0, 1))


def node_trace(rows: Rows, nodes: Mapping[str, Node], near: set[str] | None, theme: Theme) -> dict[str, Any]:
    """A disc per actor, organisations lighter; a person, who speaks for no country then, is a small hollow square."""
    said, heard = sums(rows, "source_id"), sums(rows, "target_id")
    listed = list(nodes.values())
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
                "width": 1.5,
                "color": [_disc_colour(node, near, theme) if node.kind == PERSON else theme.paper for node in listed],
            },
        },
    }


def _disc_colour(node: Node, near: set[str] | None, theme: Theme) -> str:
    if near is not None and node.actor_id not in near:
        return theme.hairline
    return mix(theme.ink, theme.paper, 0.5 if node.kind == "organisation" else 0.85)


def _node_words(node: Node, said: Mapping[str, int], heard: Mapping[str, int]) -> str:
    out, into = int(said.get(node.actor_id, 0)), int(heard.get(node.actor_id, 0))
    alone = "<br><i>a person without an office then</i>" if node.kind == PERSON else ""
    return (
        f"<b>{escape(node.name)}</b>{alone}<br>spoke of others {out} {plural(out, 'time')}"
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
            "text": [escape(node.name) for node, _ in placed],
            "hoverinfo": "skip",
            "textfont": {"size": NAME, "color": colour, "weight": weight, "shadow": halo(theme)},
        }
    )


def records(frame: pd.DataFrame) -> Rows:
    """Rows of a frame as plain dicts."""
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False, name=None)]


def sums(rows: Rows, column: str) -> dict[str, int]:
    """Statements by actor in that column."""
    found: dict[str, int] = {}
    for row in rows:
        found[row[column]] = found.get(row[column], 0) + int(row["statements"])
    return found


def weights(edges: pd.DataFrame) -> dict[str, int]:
    """Statements by and about each actor of relation ``mention_edges``."""
    rows = records(edges)
    said, heard = sums(rows, "source_id"), sums(rows, "target_id")
    return {actor: said.get(actor, 0) + heard.get(actor, 0) for actor in sorted({*said, *heard})}
