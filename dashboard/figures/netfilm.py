"""The network in window after window, for a browser that plays them: every mark once, with the windows it is shown in.

Layers are those of `figures.film`: a trace, and per point of it the first window and the one after the last.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.figures.netlabels import NARROW, name_boxes, tie_boxes
from dashboard.figures.netmarks import name_traces, node_trace, number_trace, records
from dashboard.figures.netnodes import busiest, nodes_of
from dashboard.figures.network import divided, layout_of
from dashboard.figures.ribbons import thin_traces, tie_traces
from dashboard.figures.theme import Theme
from dashboard.figures.ties import WIDTHS, bent_ties

Trace = dict[str, Any]

_NUMBERS = 24
_ORDER = ("arrows", "numbers", "nodes", "names")


def netfilm(frames: Sequence[pd.DataFrame], places: pd.DataFrame, theme: Theme, width: int) -> dict[str, Any]:
    """What ``network`` would draw of each window's ties in full, as ``layout`` and ``layers``; nothing to point at."""
    width = round(width / theme.scale)
    drawn = [frame_of(ties, places, theme, width) if len(ties) else [] for ties in frames]
    keys = sorted({key_of(trace) for traces in drawn for trace in traces}, key=place_of)
    layers = [layer(key, drawn) for key in keys]
    return {"layout": layout_of(width, theme), "layers": layers}


def frame_of(ties: pd.DataFrame, places: pd.DataFrame, theme: Theme, width: int) -> list[Trace]:
    """The traces of one window."""
    full = divided(ties, None, width < NARROW, busiest(places, width)).full
    if full.empty:
        return []
    rows, height = records(full), layout_of(width, theme)["height"]
    nodes = nodes_of(rows, places, width, height)
    bent = bent_ties(full, nodes, (width, height))
    names = name_boxes(list(nodes.values()), bent, width, height)
    numbered = tie_boxes([tie for tie in bent if tie.step], list(nodes.values()), list(names.values()), _NUMBERS)
    return [
        *thin_traces(bent, theme),
        *tie_traces(bent, None, theme),
        number_trace(numbered, theme),
        node_trace(rows, nodes, None, theme),
        *name_traces(nodes, names, None, theme),
    ]


def key_of(trace: Trace) -> tuple[str, str]:
    """What makes traces of several windows one: their name and the step of their width."""
    return str(trace["name"]), str(trace.get("legendgroup", ""))


def place_of(key: tuple[str, str]) -> tuple[int, str, str]:
    """Thin lines below, then ribbons by width, arrowheads, numbers, nodes, names."""
    name, step = key
    found = next((at for at, word in enumerate(_ORDER) if name.endswith(word)), -1)
    return (len(WIDTHS) + found, "", name) if found >= 0 else (int(step or 0), step, name)


def layer(key: tuple[str, str], drawn: Sequence[Sequence[Trace]]) -> dict[str, Any]:
    """All windows' traces of one kind as one, with the windows of every point."""
    found = [(at, trace) for at, traces in enumerate(drawn) for trace in traces if key_of(trace) == key]
    spans = [[at, at + 1] for at, trace in found for _ in trace["x"]]
    mark = joined([(trace, len(trace["x"])) for _, trace in found])
    return {"mark": {**mark, "hoverinfo": "skip"}, "spans": spans, "points": 1}


def joined(parts: Sequence[tuple[Mapping[str, Any], int]]) -> Trace:
    """Traces as one: lists as long as their trace follow each other, everything else is the first's."""
    first, length = parts[0]
    made: Trace = {}
    for name, value in first.items():
        if name in ("hovertext", "customdata", "hovertemplate", "selected", "unselected"):
            continue
        if isinstance(value, Mapping):
            made[name] = joined([(part[name], count) for part, count in parts])
        elif isinstance(value, list) and len(value) == length:
            made[name] = chained(part[name] for part, _ in parts)
        else:
            made[name] = value
    return made


def chained(lists: Iterable[Sequence[Any]]) -> list[Any]:
    """Lists one after the other."""
    return [one for part in lists for one in part]
