"""Shapes of the same look as one path: Plotly works through each shape for itself, property by property."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

_PLACE = ("x0", "x1", "y0", "y1", "path", "type")
_JOINED = ("line", "rect", "path")


def joined(shapes: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The same drawing in fewer shapes: lines, rectangles and paths that follow on each other and look alike."""
    found: list[dict[str, Any]] = []
    for (_, is_joined), alike in groupby(shapes, key=lambda shape: (_look(shape), shape.get("type") in _JOINED)):
        group = [dict(shape) for shape in alike]
        found += [_together(group)] if is_joined and len(group) > 1 else group
    return found


def _look(shape: Mapping[str, Any]) -> dict[str, Any]:
    """All but where it is; a line has no ground, whereas a path and a rectangle may."""
    return {name: value for name, value in shape.items() if name not in _PLACE} | {"line?": shape["type"] == "line"}


def _together(shapes: list[dict[str, Any]]) -> dict[str, Any]:
    look = {name: value for name, value in shapes[0].items() if name not in _PLACE}
    return {**look, "type": "path", "path": "".join(map(_path, shapes))}


def _path(shape: Mapping[str, Any]) -> str:
    if shape["type"] == "path":
        return str(shape["path"])
    left, right, top, bottom = _at(shape["x0"]), _at(shape["x1"]), _at(shape["y0"]), _at(shape["y1"])
    if shape["type"] == "line":
        return f"M{left},{top}L{right},{bottom}"
    return f"M{left},{top}L{right},{top}L{right},{bottom}L{left},{bottom}Z"


def _at(place: Any) -> str:
    """A place as a path names it: a moment has an underscore before its hour."""
    return str(place).replace("T", "_")
