"""Ties as marks: ribbons whose bands are the composition of tone, thin lines for fewer than three, arrowheads.

Bands lie side by side in the order supportive, neutral, critical, hostile. Colour is never alone: critical is hatched,
neutral dotted, hostile cross-hatched, thin lines are dashed by tone, and numbers carry the letter.
"""

from collections.abc import Sequence
from math import hypot
from typing import Any

import numpy as np

from dashboard.figures.theme import Theme, mix
from dashboard.figures.ties import DASH, TONES, WIDTHS, Floats, Tie, arrow_size, spaced

Near = set[str] | None

BANDS = TONES[:4]
PATTERN = {"neutral": ".", "critical": "/", "hostile": "x"}
_PALE = 0.55
_STRONG = 0.94
_POINTS = 13
_HEAD_LONG, _HEAD_WIDE, _RIM = 0.95, 0.31, 1.2


def tie_traces(ties: Sequence[Tie], near: Near, theme: Theme) -> list[dict[str, Any]]:
    """Ribbons of the ties that aren't out of focus, one trace per width and tone; arrowheads on top."""
    clear = clear_of(ties, near)
    traces: list[dict[str, Any]] = []
    for step in range(1, len(WIDTHS)):
        traces += _ribbons([tie for tie in clear if tie.step == step], theme)
    return traces + [
        _heads(chosen, tone, mix(theme.tone[tone], theme.paper, share))
        for tone in TONES
        for share, chosen in _by_share([tie for tie in clear if tie.tone == tone], near)
    ]


def clear_of(ties: Sequence[Tie], near: Near) -> list[Tie]:
    """The ties that aren't out of focus."""
    return [tie for tie in ties if near is None or tie.tie_id in near]


def thin_traces(ties: Sequence[Tie], theme: Theme) -> list[dict[str, Any]]:
    """Ties of fewer than three statements as a trace per tone, for a film."""
    return [_line(chosen, tone, colour, DASH[tone], WIDTHS[0]) for tone, chosen, colour in _thin(ties, None, theme)]


def thin_shapes(ties: Sequence[Tie], near: Near, theme: Theme) -> list[dict[str, Any]]:
    """What is out of focus as one pale shape; of the rest those of fewer than three statements, one shape per tone.

    Below all traces: a shape of many lines is one drawing, a trace draws each.
    """
    faded = [tie for tie in ties if near is not None and tie.tie_id not in near]
    width = WIDTHS[0] if near is None else 1.4
    return [
        *([_shape(faded, "out of focus", theme.hairline, "solid", 1.0)] if faded else []),
        *(_shape(some, tone, colour, DASH[tone], width) for tone, some, colour in _thin(ties, near, theme)),
    ]


def halo_shape(ties: Sequence[Tie], theme: Theme) -> dict[str, Any]:
    """A broad pale line beneath the ties of a path."""
    return _shape(ties, "path", mix(theme.accent, theme.paper, 0.28), "solid", 16.0)


def pale_shape(curves: Floats, name: str, colour: str) -> dict[str, Any]:
    """Many ties as one thin shape; ``curves`` is edges × points × 2."""
    return _lines(list(curves.round(0)), name, {"color": colour, "width": 0.8})


def _thin(ties: Sequence[Tie], near: Near, theme: Theme) -> list[tuple[str, list[Tie], str]]:
    """Tone, ties and colour of those of fewer than three statements."""
    found = [(tone, [tie for tie in clear_of(ties, near) if not tie.step and tie.tone == tone]) for tone in TONES]
    return [(tone, chosen, mix(theme.tone[tone], theme.paper, _share(0, near))) for tone, chosen in found if chosen]


def _by_share(ties: Sequence[Tie], near: Near) -> list[tuple[float, list[Tie]]]:
    """Ties by how strong their colour is."""
    shares = sorted({_share(tie.step, near) for tie in ties})
    return [(share, [tie for tie in ties if _share(tie.step, near) == share]) for share in shares]


def _shape(ties: Sequence[Tie], name: str, colour: str, dash: str, width: float) -> dict[str, Any]:
    return _lines([tie.shaft for tie in ties], name, {"color": colour, "width": width, "dash": dash})


def _lines(paths: Sequence[Floats], name: str, line: dict[str, Any]) -> dict[str, Any]:
    path = "".join("M" + "L".join(f"{x:g},{y:g}" for x, y in points.round(1).tolist()) for points in paths)
    return {"type": "path", "name": name, "path": path, "layer": "below", "line": line}


def _share(step: int, near: Near) -> float:
    """How strong the colour of a tie is: those of fewer than three statements step back."""
    return _PALE if step == 0 and near is None else _STRONG


def _line(ties: Sequence[Tie], name: str, colour: str, dash: str, width: float) -> dict[str, Any]:
    xs, ys = _joined([tie.shaft for tie in ties])
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "name": name, "hoverinfo": "skip", "line": line}


def _joined(paths: Sequence[Floats]) -> tuple[list[float | None], list[float | None]]:
    """Paths as one line with gaps."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for path in paths:
        rounded = path.round(1).tolist()
        xs += [*(x for x, _ in rounded), None]
        ys += [*(y for _, y in rounded), None]
    return xs, ys


def _ribbons(ties: Sequence[Tie], theme: Theme) -> list[dict[str, Any]]:
    """Ranked ties of one width: a filled trace per tone."""
    outlines: dict[str, list[Floats]] = {tone: [] for tone in BANDS}
    for tie in ties:
        line, side = _sides(tie)
        edge = -WIDTHS[tie.step] / 2
        for tone, part in zip(BANDS, tie.parts, strict=True):
            if part:
                after = edge + part * WIDTHS[tie.step]
                outlines[tone].append(np.vstack([line + side * edge, (line + side * after)[::-1]]))
                edge = after
    step = str(ties[0].step) if ties else ""
    return [_band(tone, shapes, theme) | {"legendgroup": step} for tone, shapes in outlines.items() if shapes]


def _sides(tie: Tie) -> tuple[Floats, Floats]:
    """A few points of the tie's shaft, and at each the direction of its right side."""
    shaft = tie.shaft
    line: Floats = shaft[spaced(len(shaft), _POINTS)]
    way = np.empty_like(line)
    way[0], way[1:-1], way[-1] = line[1] - line[0], (line[2:] - line[:-2]) / 2, line[-1] - line[-2]
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    return line, np.column_stack([-way[:, 1], way[:, 0]])


def outlined(shapes: Sequence[Floats]) -> tuple[list[float], list[float]]:
    """Outlines as one, each closed, joined by lines that are gone both ways and so enclose nothing.

    With a gap between them Plotly would make an element of each.
    """
    rounded = [shape.round(1).tolist() for shape in shapes]
    points = [point for shape in rounded for point in (*shape, shape[0])]
    points += [shape[0] for shape in reversed(rounded[:-1])]
    return [x for x, _ in points], [y for _, y in points]


def _filled(shapes: Sequence[Floats], name: str, colour: str) -> dict[str, Any]:
    xs, ys = outlined(shapes)
    made = {"type": "scatter", "mode": "none", "name": name, "x": xs, "y": ys, "hoverinfo": "skip"}
    return made | {"fill": "toself", "fillcolor": colour}


def _band(tone: str, shapes: Sequence[Floats], theme: Theme) -> dict[str, Any]:
    colour = theme.tone[tone]
    made = _filled(shapes, f"{tone} bands", colour)
    if tone in PATTERN:
        made["fillpattern"] = {
            "shape": PATTERN[tone],
            "fillmode": "overlay",
            "fgcolor": mix(colour, theme.paper, 0.3),
            "fgopacity": 0.75,
            "size": 5,
            "solidity": 0.24,
        }
    return made


def _heads(ties: Sequence[Tie], tone: str, colour: str) -> dict[str, Any]:
    """Arrowheads at the ends of ties, pointing the way of their last piece."""
    group = "heads" if any(tie.step for tie in ties) else "thin heads"
    return _filled([_head(tie) for tie in ties], f"{tone} arrows", colour) | {"legendgroup": group}


def _head(tie: Tie) -> Floats:
    """The corners of an arrowhead: its tip, then its foot to both sides."""
    (back_x, back_y), (end_x, end_y) = tie.path[-2:].tolist()
    long = max(hypot(end_x - back_x, end_y - back_y), 1e-9)
    x, y = (end_x - back_x) / long, (end_y - back_y) / long
    size, tip_x, tip_y = arrow_size(tie.step) - 1.4 * _RIM, end_x - x * _RIM, end_y - y * _RIM
    foot_x, foot_y = tip_x - x * size * _HEAD_LONG, tip_y - y * size * _HEAD_LONG
    side_x, side_y = -y * size * _HEAD_WIDE, x * size * _HEAD_WIDE
    return np.array([(tip_x, tip_y), (foot_x + side_x, foot_y + side_y), (foot_x - side_x, foot_y - side_y)])
