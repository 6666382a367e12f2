"""Where the signs of doubt of the timeline stand: at a corner of their mark, on no other mark and no other sign."""

from collections.abc import Iterable, Iterator
from math import dist, hypot

from dashboard.figures.eventlane import EventLane
from dashboard.figures.labels import Box, Taken
from dashboard.figures.lanes import CHIP, Lane, Mark
from dashboard.readings.itemrows import Rows

Point = tuple[float, float]

_HALF, _TALL = 3.0, 4.5
_NEAR, _CLEAR = 30.0, 0.75
# Around a mark; a tick with its name to the right of it, to the left, and without one.
_CORNERS = ((6, -6), (-6, -6), (6, 6), (-6, 6), (0, -9), (0, 9))
_NAMED, _TURNED = ((-6, -5), (-6, 0), (-6, 5), (-6, -13)), ((6, -5), (6, 0), (6, 5), (6, -13))
_BESIDE = ((6, 1), (-6, 1), (0, -9), (6, -7), (-6, -7))


def doubt_places(
    rows: Rows, lanes: Iterable[Lane], events: Iterable[EventLane], counts: Iterable[Point], pixels: float
) -> list[Point]:
    """A place for the sign of each mark, tick and count (at ``counts``) that holds something doubtful."""
    signs = list(counts)
    for times in events:
        signs += _of_events(rows, times, signs, pixels)
    for lane in lanes:
        taken = Taken([mark.box(3) for mark in lane.marks] + [_chip(chip.x, chip.y) for chip in lane.chips])
        taken.add(_sign(*sign) for sign in signs)
        for mark in sorted(lane.marks, key=lambda mark: (mark.x, mark.y)):
            if mark.row["doubts"]:
                signs.append(_free(mark.x, mark.y, _own(mark, lane.marks), taken, pixels))
                taken.add([_sign(*signs[-1])])
    return signs


def _own(mark: Mark, marks: Iterable[Mark]) -> list[Point]:
    """The corners of a mark, those first that are clearly nearer to it than to any other."""
    near = [(other.x - mark.x, other.y - mark.y) for other in marks if other is not mark]
    near = [there for there in near if hypot(*there) < _NEAR]
    return sorted(_CORNERS, key=lambda corner: any(dist(corner, there) * _CLEAR < hypot(*corner) for there in near))


def _of_events(rows: Rows, times: EventLane, signs: Iterable[Point], pixels: float) -> Iterator[Point]:
    """Beside each doubtful tick, where no name, no other tick and no other sign is."""
    taken = Taken([name.box for name in times.names])
    taken.add(Box(tick.x - 2, tick.y - _TALL, tick.x + 2, tick.y + _TALL) for tick in times.ticks)
    taken.add(_sign(*sign) for sign in signs)
    turned = {name.item_id for name in times.names if not name.is_right}
    for tick in times.ticks:
        if rows[tick.row]["doubts"]:
            sides = _BESIDE if not tick.is_named else _TURNED if tick.item_id in turned else _NAMED
            found = _free(tick.x, tick.y, sides, taken, pixels)
            taken.add([_sign(*found)])
            yield found


def _free(x: float, y: float, around: Iterable[Point], taken: Taken, pixels: float) -> Point:
    """The first free place around a mark; where none is, that which covers least; within the days drawn."""
    every = [(x + across, y + down) for across, down in around]
    within = [place for place in every if _HALF <= place[0] <= pixels - _HALF]
    places = within or [(min(max(across, _HALF), pixels - _HALF), down) for across, down in every]
    free = (place for place in places if taken.is_free(_sign(*place)))
    return next(free, None) or min(places, key=lambda place: taken.covered(_sign(*place)))


def _sign(x: float, y: float) -> Box:
    return Box(x - _HALF, y - _TALL, x + _HALF, y + _TALL)


def _chip(x: float, y: float) -> Box:
    return Box(x - CHIP / 2, y - CHIP / 2, x + CHIP / 2, y + CHIP / 2)
