"""Ties as marks: ribbons whose bands are the composition of tone, thin lines for fewer than three, arrowheads.

Bands lie side by side in the order supportive, neutral, critical, hostile. Colour is never alone: critical is hatched,
neutral dotted, hostile cross-hatched, thin lines are dashed by tone, and numbers carry the letter.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from dashboard.figures.sheet import steady
from dashboard.figures.theme import Theme, mix
from dashboard.figures.ties import DASH, TONES, WIDTHS, Floats, Tie, arrow_size

Near = set[str] | None

BANDS = TONES[:4]
PATTERN = {"neutral": ".", "critical": "/", "hostile": "x"}
_PALE = 0.55
_STRONG = 0.94
_POINTS = 13


def tie_traces(ties: Sequence[Tie], near: Near, theme: Theme) -> list[dict[str, Any]]:
    """What is out of focus as one pale trace; of the rest one trace per width and tone; arrowheads on top."""
    faded = [tie for tie in ties if near is not None and tie.tie_id not in near]
    clear = [tie for tie in ties if near is None or tie.tie_id in near]
    traces = [_line(faded, "out of focus", theme.hairline, "solid", 1.0)] if faded else []
    for tone in TONES:
        if chosen := [tie for tie in clear if not tie.step and tie.tone == tone]:
            colour = mix(theme.tone[tone], theme.paper, _share(0, near))
            traces.append(_line(chosen, tone, colour, DASH[tone], WIDTHS[0] if near is None else 1.4))
    for step in range(1, len(WIDTHS)):
        traces += _ribbons([tie for tie in clear if tie.step == step], theme)
    return traces + [
        _heads([tie for tie in clear if tie.tone == tone], tone, near, theme)
        for tone in TONES
        if any(tie.tone == tone for tie in clear)
    ]


def halo_trace(ties: Sequence[Tie], theme: Theme) -> dict[str, Any]:
    """A broad pale line beneath the ties of a path."""
    return _line(ties, "path", mix(theme.accent, theme.paper, 0.28), "solid", 16.0)


def pale_trace(curves: Floats, name: str, colour: str) -> dict[str, Any]:
    """Many ties as one thin trace; ``curves`` is edges × points × 2."""
    count, points = curves.shape[:2]
    gaps = np.full((count, points + 1, 2), np.nan)
    gaps[:, :points] = curves.round(0)
    flat = [[None if np.isnan(one) else int(one) for one in axis] for axis in gaps.reshape(-1, 2).T]
    line = {"color": colour, "width": 0.8}
    return {
        "type": "scatter",
        "mode": "lines",
        "x": flat[0],
        "y": flat[1],
        "name": name,
        "hoverinfo": "skip",
        "line": line,
    }


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
    line: Floats = shaft[np.unique(np.linspace(0, len(shaft) - 1, _POINTS).round().astype(int))]
    way = np.gradient(line, axis=0)
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    return line, np.column_stack([-way[:, 1], way[:, 0]])


def _band(tone: str, shapes: Sequence[Floats], theme: Theme) -> dict[str, Any]:
    xs, ys = _joined(shapes)
    colour = theme.tone[tone]
    made = {
        "type": "scatter",
        "mode": "lines",
        "name": f"{tone} bands",
        "x": xs,
        "y": ys,
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
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


def _heads(ties: Sequence[Tie], tone: str, near: Near, theme: Theme) -> dict[str, Any]:
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
                "size": [round(size, 1) for tie in ties for size in (0, arrow_size(tie.step))],
                "color": [colour for colour in colours for _ in range(2)],
                "line": {"width": 0.8, "color": theme.paper},
                "opacity": 1,
            },
        }
    )
