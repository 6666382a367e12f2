"""What timeline, network and matrix share: the sheet they are drawn on, and how a figure is put together."""

from typing import Any

from plotly.graph_objects import Figure

from dashboard.figures.joined import joined
from dashboard.figures.plain import PlainFigure
from dashboard.figures.theme import Theme, mix

_STEPS = (620, 760, 900)
_LENGTHS = frozenset({"size", "height", "l", "r", "t", "b", "xshift", "yshift", "ticklen"})


def quick_figure(traces: list[dict[str, Any]], layout: dict[str, Any], theme: Theme) -> Figure:
    """A figure of ready traces at the theme's scale; traces were placed for the width divided by that scale.

    Not checked property by property: that costs more than drawing; tests do it.
    """
    layout = {**layout, "shapes": joined(layout.get("shapes", ()))}
    if theme.scale != 1:
        traces, layout = enlarged(traces, theme.scale), enlarged(layout, theme.scale)
    return PlainFigure(traces, layout)


def enlarged(part: Any, scale: float, key: str = "") -> Any:
    """A trace or layout with all its pixel lengths multiplied; places on axes stay as they are."""
    if isinstance(part, dict):
        return {name: enlarged(value, scale, _length_key(name, key)) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [enlarged(value, scale, key) for value in part]
    if key == "length" and isinstance(part, int | float):
        return round(part * scale, 1)
    return part


def _length_key(name: str, parent: str) -> str:
    """``length`` for what is measured in pixels: a width only where it is a line's, not a bar's on its axis."""
    if name in _LENGTHS or (name == "width" and parent == "line"):
        return "length"
    return name


def hatched(shape: str, colour: str, theme: Theme) -> dict[str, Any]:
    """A bar's pattern over its own colour: a second sign beside the colour."""
    return {
        "shape": shape,
        "fillmode": "overlay",
        "size": 4,
        "solidity": 0.25,
        "fgcolor": mix(colour, theme.paper, 0.3),
    }


def frame(theme: Theme) -> dict[str, Any]:
    """What the figures of lines share: type, ground, hover card, no legend."""
    return {
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": {"family": theme.font, "color": theme.ink, "size": 13},
        "hovermode": "closest",
        "hoverdistance": 12,
        "hoverlabel": {
            "bgcolor": theme.surface,
            "bordercolor": theme.hairline,
            "font": {"family": theme.font, "color": theme.ink, "size": 13},
            "align": "left",
            "namelength": 0,
        },
        "showlegend": False,
        "dragmode": False,
        "barmode": "overlay",
    }


def empty(theme: Theme, words: str, height: int = 260) -> Figure:
    """A figure that says why it is empty; ``words`` are ours, with ``<br>`` between lines."""
    hidden = {"visible": False, "fixedrange": True, "range": [0, 1]}
    note = {"text": words, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    note["font"] = {"size": 15, "color": theme.muted}
    return Figure(layout={"height": height, "xaxis": hidden, "yaxis": hidden, "annotations": [note], **frame(theme)})


def least_width(width: int) -> dict[str, int]:
    """For ``layout.meta``: below which width a figure whose text was placed for ``width`` scrolls, not shrinks.

    Nothing for one that was drawn for a phone.
    """
    steps = [step for step in _STEPS if step <= width]
    return {"min_width": steps[-1]} if steps else {}


def steady(trace: dict[str, Any]) -> dict[str, Any]:
    """The trace with its own opacity and text colour also when a mark was clicked: the focus shows it, no dimming."""
    mode = "markers" if trace["type"] == "bar" else trace.get("mode", "")
    kept: dict[str, Any] = {}
    if "markers" in mode:
        kept["marker"] = {"opacity": trace.get("marker", {}).get("opacity", 1)}
    if "text" in mode and trace["type"] == "scatter":
        kept["textfont"] = {"color": trace["textfont"]["color"]}
    return {**trace, "selected": kept, "unselected": kept} if kept else trace
