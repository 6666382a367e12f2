"""Marks of the event lanes: ticks, lasting events, soft days, counts, and the words that open an event."""

from collections.abc import Collection, Iterable
from math import ceil
from typing import Any

from dashboard.figures.countmarks import event_bars
from dashboard.figures.eventlane import TICK, EventLane, Tick
from dashboard.figures.eventrows import ROW
from dashboard.figures.labels import Box
from dashboard.figures.linehover import event_hover
from dashboard.figures.linemarks import BARE, Rows, path_shape, scatter, stretches
from dashboard.figures.theme import Theme
from dashboard.figures.timescale import Timescale

_HIT = 16.0
_SMALL = 7.0


def event_traces(
    rows: Rows, lanes: list[EventLane], focus: Collection[str], scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """Words that can be clicked, a tick for each event, counts where there are too many."""
    ticks = [tick for lane in lanes for tick in lane.ticks]
    hovers = {tick.row: event_hover(rows[tick.row]) for tick in ticks}
    traces = [
        _name_hits(lanes, hovers, scale),
        _ticks([tick for tick in ticks if not tick.is_named], hovers, focus, scale, theme, _SMALL),
        _ticks([tick for tick in ticks if tick.is_named], hovers, focus, scale, theme, TICK),
        *event_bars(lanes, scale, theme),
    ]
    return [trace for trace in traces if trace["x"]]


def event_shapes(rows: Rows, lanes: list[EventLane], scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """Below the ticks: a line under a lasting event's name for its days, a smear where a day is about right."""
    ticks = [tick for lane in lanes for tick in lane.ticks]
    lasting = [(tick.x, tick.until_x, _under(tick)) for tick in ticks if tick.until_x > tick.x + 3]
    reach = max(9.0, scale.per_day)
    about = [tick for tick in ticks if rows[tick.row]["date_precision"] == "about"]
    soft = [(tick.x - reach, tick.x + reach, tick.y) for tick in about]
    looks = (("lasting events", lasting, 3, 0.7), ("soft days", soft, 8, 0.22))
    return [
        path_shape(name, stretches(found, scale), line={"width": width, "color": theme.muted}, opacity=opacity)
        for name, found, width, opacity in looks
        if found
    ]


def _under(tick: Tick) -> float:
    return tick.y + (tick.lines * ROW / 2 - 2 if tick.is_named else 4)


def _ticks(
    ticks: list[Tick], hovers: dict[int, str], focus: Collection[str], scale: Timescale, theme: Theme, size: float
) -> dict[str, Any]:
    """A tick for each event, broad and coloured for those in focus."""
    is_in = [tick.item_id in focus for tick in ticks]
    line = {
        "width": [5 if one else 3 if size == TICK else 1.8 for one in is_in],
        "color": [theme.accent if one else theme.ink for one in is_in],
    }
    return scatter(
        [(tick.x, tick.y) for tick in ticks],
        scale,
        name="events" if size == TICK else "small events",
        customdata=[[tick.item_id, "event"] for tick in ticks],
        hovertext=[hovers[tick.row] for tick in ticks],
        hovertemplate=BARE,
        marker={"symbol": "line-ns", "size": [_tall(tick) / 1.4 for tick in ticks], "line": line, "opacity": 1},
    )


def _tall(tick: Tick) -> float:
    return TICK + (tick.lines - 1) * ROW if tick.is_named else _SMALL


def _name_hits(lanes: Iterable[EventLane], hovers: dict[int, str], scale: Timescale) -> dict[str, Any]:
    """Points across each event's name, without a mark: the words open the event as its tick does."""
    points = [(name, at) for lane in lanes for name in lane.names for at in across(name.box)]
    return scatter(
        [at for _, at in points],
        scale,
        name="event names",
        customdata=[[name.item_id, "event"] for name, _ in points],
        hovertext=[hovers[name.row] for name, _ in points],
        hovertemplate=BARE,
        mode="none",
    )


def across(box: Box, step: float = 1.25 * _HIT) -> list[tuple[float, float]]:
    """Points on a line through the middle of a box, near enough to each other to be hit anywhere along it."""
    wide = box.right - box.left
    count = max(2, ceil(wide / step))
    gap = (wide - _HIT) / (count - 1)
    return [(box.left + _HIT / 2 + i * gap, (box.top + box.bottom) / 2) for i in range(count)]
