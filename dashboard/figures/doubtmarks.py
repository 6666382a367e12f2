"""Where the signs of doubt of the timeline stand: at a corner of their mark, on no other mark and no other sign."""

from collections.abc import Iterable

from dashboard.figures.eventlane import EventLane, Tick
from dashboard.figures.labels import Box, Taken
from dashboard.figures.lanes import CHIP, Lane
from dashboard.readings.itemrows import Rows

Point = tuple[float, float]

_HALF, _TALL = 3.0, 4.5
_CORNERS = ((6, -6), (-6, -6), (6, 6), (-6, 6), (0, -9), (0, 9))


def doubt_places(
    rows: Rows, lanes: Iterable[Lane], events: Iterable[EventLane], counts: Iterable[Point], pixels: float
) -> list[Point]:
    """A place for the sign of each mark, tick and count (at ``counts``) that holds something doubtful."""
    signs = list(counts)
    for times in events:
        turned = {name.item_id for name in times.names if not name.is_right}
        signs += [_beside(tick, tick.item_id in turned) for tick in times.ticks if rows[tick.row]["doubts"]]
    for lane in lanes:
        taken = Taken([mark.box(3) for mark in lane.marks] + [_chip(chip.x, chip.y) for chip in lane.chips])
        taken.add(_sign(*sign) for sign in signs)
        for mark in sorted(lane.marks, key=lambda mark: (mark.x, mark.y)):
            if mark.row["doubts"]:
                signs.append(_corner(mark.x, mark.y, taken, pixels))
                taken.add([_sign(*signs[-1])])
    return signs


def _corner(x: float, y: float, taken: Taken, pixels: float) -> Point:
    """The first free corner of a mark; where none is, that which covers least."""
    places = [(x + across, y + down) for across, down in _CORNERS if _HALF <= x + across <= pixels - _HALF]
    free = (place for place in places if taken.is_free(_sign(*place)))
    return next(free, None) or min(places, key=lambda place: taken.covered(_sign(*place)))


def _sign(x: float, y: float) -> Box:
    return Box(x - _HALF, y - _TALL, x + _HALF, y + _TALL)


def _chip(x: float, y: float) -> Box:
    return Box(x - CHIP / 2, y - CHIP / 2, x + CHIP / 2, y + CHIP / 2)


def _beside(tick: Tick, is_turned: bool) -> Point:
    """On the side of a tick where its name isn't, or beside a small one."""
    return (tick.x + (5 if is_turned else -4), tick.y - 5) if tick.is_named else (tick.x + 6, tick.y + 1)
