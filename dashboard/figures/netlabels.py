"""Where names of nodes and numbers of ties stand in a network, so that nothing covers anything. Lengths in pixels."""

from collections.abc import Collection, Sequence

import numpy as np

from dashboard.figures.labels import Box, Taken, text_width
from dashboard.figures.spread import NAME
from dashboard.figures.ties import LETTER, WIDTHS, Floats, Node, Tie

MOST_NUMBERS = 44
FEW_NODES = 70
NARROW = 620
_EDGE = 3.0
_LINE = 15.0
_BLOCKED = 10.0
# A name as near to another disc as this reads as that one's.
_SURE = 4  # of the few, one in so many is named in any case
_AROUND, _DOUBTFUL = np.array((-12.0, -4.0, 12.0, 4.0)), 60.0
_ALONG = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)


def disc(node: Node, more: float = 0.0) -> Box:
    """The square around a node."""
    reach = node.radius + more
    return Box(node.x - reach, node.y - reach, node.x + reach, node.y + reach)


def name_boxes(
    nodes: list[Node], ties: list[Tie], width: float, height: float, first: Collection[str] = ()
) -> dict[str, Box]:
    """A box for each node's name: beside its disc where fewest lines run and nothing else is, no other disc near it.

    Those of ``first`` choose first, then those with most statements. Of few nodes all are named. Of many those for
    whose name a place is free and no other disc so near that it might be that one's; the first may cover a disc, but
    never a name.
    """
    few = FEW_NODES if width >= NARROW else FEW_NODES // 5
    is_few = len(nodes) <= few
    points, thick = _lines([tie for tie in ties if tie.step or is_few])
    discs, named = np.array([_as_row(disc(node)) for node in nodes]).reshape(-1, 4), np.empty((0, 4))
    places = {node.actor_id: place for place, node in enumerate(nodes)}
    boxes: dict[str, Box] = {}
    ordered = sorted(nodes, key=lambda node: (node.actor_id not in first, -node.weight, -node.radius, node.actor_id))
    for place, node in enumerate(ordered):
        sides = _sides(node, width)
        inside = (sides[:, 0] >= _EDGE) & (sides[:, 2] <= width - _EDGE) & (sides[:, 1] >= 0) & (sides[:, 3] <= height)
        sides = sides[inside] if inside.any() else sides[:1]
        over_names, over_discs = _shared(sides, named), _shared(sides, discs)
        is_doubtful = _shared(sides + _AROUND, np.delete(discs, places[node.actor_id], axis=0)) > 0
        barred = over_names if place < few else over_names + over_discs
        if not is_few and place >= few // _SURE:
            barred = barred + is_doubtful
        if over_names.min() > 0 or (not is_few and barred.min() > 0):
            continue
        cost = _crossed(sides, points, thick) + 3 * np.arange(len(sides)) + _DOUBTFUL * is_doubtful
        cost += _BLOCKED * over_discs + 1e5 * (barred > 0)
        chosen = sides[int(cost.argmin())]
        named = np.vstack([named, chosen])
        boxes[node.actor_id] = Box(*(float(edge) for edge in chosen))
    return boxes


def _as_row(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def _lines(ties: Sequence[Tie], step: int = 2) -> tuple[Floats, Floats]:
    """Points of all lines, one of so many of theirs, and how wide the line is at each."""
    if not ties:
        return np.empty((0, 2)), np.empty(0)
    return (
        np.concatenate([tie.path[::step] for tie in ties]),
        np.concatenate([np.full(len(tie.path[::step]), step * WIDTHS[tie.step]) for tie in ties]),
    )


def _sides(node: Node, across: float) -> Floats:
    """Boxes below, above, right, left, then at the corners: left, top, right, bottom of each.

    Those below and above begin or end at the frame's edge where their disc is near it.
    """
    width, reach = text_width(node.name, NAME) + 2, node.radius + 2
    x, y = node.x, node.y
    below, above = y + reach, y - reach - _LINE
    middle = max(_EDGE, min(x - width / 2, across - _EDGE - width))
    places = [(middle, below), (middle, above)]
    places += [(x + reach + 2, y - _LINE / 2), (x - reach - 2 - width, y - _LINE / 2)]
    places += [(left, top) for top in (below - 6, above + 6) for left in (x + reach * 0.6, x - reach * 0.6 - width)]
    return np.array([(left, top, left + width, top + _LINE) for left, top in places])


def _shared(boxes: Floats, taken: Floats) -> Floats:
    """Square pixels of each box that lie under taken ones."""
    across = np.minimum(boxes[:, None, 2], taken[None, :, 2]) - np.maximum(boxes[:, None, 0], taken[None, :, 0])
    down = np.minimum(boxes[:, None, 3], taken[None, :, 3]) - np.maximum(boxes[:, None, 1], taken[None, :, 1])
    shared: Floats = (np.maximum(across, 0) * np.maximum(down, 0)).sum(axis=1)
    return shared


def _crossed(boxes: Floats, points: Floats, thick: Floats) -> Floats:
    """Line width that runs through each box, point by point."""
    near = ((points > boxes[:, :2].min(axis=0)) & (points < boxes[:, 2:].max(axis=0))).all(axis=1)
    x, y, thick = points[None, near, 0], points[None, near, 1], thick[near]
    inside = (x > boxes[:, None, 0]) & (x < boxes[:, None, 2]) & (y > boxes[:, None, 1]) & (y < boxes[:, None, 3])
    crossed: Floats = inside @ thick
    return crossed


def tie_number(tie: Tie, path: Sequence[str] = ()) -> str:
    """``H 12``: letter of tone and number of statements; ``2: H 12`` where the tie is the second of a path."""
    place = f"{path.index(tie.tie_id) + 1}: " if tie.tie_id in path else ""
    return f"{place}{LETTER[tie.tone]} {tie.statements}"


def number_width(tie: Tie, path: Sequence[str] = ()) -> float:
    """Pixels that the number of a tie with its letter takes."""
    return text_width(tie_number(tie, path).replace("S", "M"), 11, True) + 4


def tie_boxes(
    ties: list[Tie],
    nodes: list[Node],
    names: list[Box],
    most: int = MOST_NUMBERS,
    path: Sequence[str] = (),
) -> list[tuple[Tie, float, float]]:
    """A place on its line for the number of each tie that finds one: those of the path first, then the strongest.

    Where it may choose it stands clear of the other lines; where a line as thick runs through all its places, only the
    number of a path's tie is written.
    """
    taken = Taken([disc(node, 4) for node in nodes])
    taken.add(names)
    points, thick = _lines(ties, 1)
    owners = np.concatenate([[place] * len(tie.path) for place, tie in enumerate(ties)] or [[]])
    found: list[tuple[Tie, float, float]] = []
    ranked = sorted(enumerate(ties), key=lambda one: (one[1].tie_id not in path, -one[1].statements, one[1].tie_id))
    for place, tie in ranked[:most]:
        half = number_width(tie, path) / 2
        places = tie.path[[round(part * (len(tie.path) - 1)) for part in _ALONG]]
        boxes = np.column_stack([places - (half, 8), places + (half, 8)])
        others = thick * (owners != place)
        crossed = _crossed(boxes, points, others)
        covered = _crossed(boxes, points, others * (thick >= WIDTHS[tie.step]))
        order = [at for at in np.argsort(crossed, kind="stable") if tie.tie_id in path or not covered[at]]
        box = taken.first_free((Box(*boxes[at].tolist()) for at in order), 1)
        if box:
            found.append((tie, (box.left + box.right) / 2, (box.top + box.bottom) / 2))
    return found
