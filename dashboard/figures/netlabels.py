"""Where names of nodes and numbers of ties stand in a network, so that nothing covers anything. Lengths in pixels."""

from collections.abc import Iterator

import numpy as np

from dashboard.figures.labels import Box, Taken, text_width
from dashboard.figures.spread import NAME
from dashboard.figures.ties import WIDTHS, Floats, Node, Tie

MOST_NUMBERS = 44
_LINE = 15.0
_BLOCKED = 10.0
_ALONG = (0.5, 0.38, 0.62, 0.3, 0.7, 0.22, 0.78)


def disc(node: Node, more: float = 0.0) -> Box:
    """The square around a node."""
    reach = node.radius + more
    return Box(node.x - reach, node.y - reach, node.x + reach, node.y + reach)


def name_boxes(nodes: list[Node], ties: list[Tie], width: float, height: float) -> dict[str, Box]:
    """A box for every node's name, largest nodes first: beside its disc where fewest lines run and nothing else is."""
    taken = Taken([disc(node) for node in nodes])
    points = np.concatenate([tie.path for tie in ties]) if ties else np.empty((0, 2))
    thick = np.concatenate([np.full(len(tie.path), WIDTHS[tie.step]) for tie in ties]) if ties else np.empty(0)
    boxes: dict[str, Box] = {}
    for node in sorted(nodes, key=lambda node: (-node.radius, node.actor_id)):
        sides = [box for box in _sides(node) if box.inside(0, width) and box.top >= 0 and box.bottom <= height]
        cost = {box: _covered(box, points, thick) + 3 * i for i, box in enumerate(sides)}
        cost = {box: lines + _BLOCKED * taken.covered(box) for box, lines in cost.items()}
        chosen = min(cost, key=lambda box: cost[box]) if cost else next(_sides(node))
        taken.add([chosen])
        boxes[node.actor_id] = chosen
    return boxes


def _sides(node: Node) -> Iterator[Box]:
    """Below, above, right, left, then the corners."""
    width, reach = text_width(node.name, NAME) + 2, node.radius + 2
    for top in (node.y + reach, node.y - reach - _LINE):
        yield Box(node.x - width / 2, top, node.x + width / 2, top + _LINE)
    for left in (node.x + reach + 2, node.x - reach - 2 - width):
        yield Box(left, node.y - _LINE / 2, left + width, node.y + _LINE / 2)
    for top in (node.y + reach - 4, node.y - reach - _LINE + 4):
        for left in (node.x + reach * 0.6, node.x - reach * 0.6 - width):
            yield Box(left, top, left + width, top + _LINE)


def _covered(box: Box, points: Floats, thick: Floats) -> float:
    """Line width that runs through a box, point by point."""
    inside = (points[:, 0] > box.left) & (points[:, 0] < box.right)
    inside &= (points[:, 1] > box.top) & (points[:, 1] < box.bottom)
    return float(thick[inside].sum())


def number_width(tie: Tie) -> float:
    """Pixels that the number of a tie with its letter takes."""
    return text_width(f"M {tie.statements}", 11, True) + 4


def tie_boxes(
    ties: list[Tie], nodes: list[Node], names: list[Box], most: int = MOST_NUMBERS
) -> list[tuple[Tie, float, float]]:
    """A place on its line for the number of each tie that finds one, the strongest first."""
    taken = Taken([disc(node, 4) for node in nodes])
    taken.add(names)
    found: list[tuple[Tie, float, float]] = []
    for tie in sorted(ties, key=lambda tie: (-tie.statements, tie.tie_id))[:most]:
        half = number_width(tie) / 2
        places = [tie.path[round(part * (len(tie.path) - 1))] for part in _ALONG]
        box = taken.first_free([Box(x - half, y - 8, x + half, y + 8) for x, y in places], 1)
        if box:
            found.append((tie, (box.left + box.right) / 2, (box.top + box.bottom) / 2))
    return found
