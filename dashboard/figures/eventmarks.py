"""Marks of the event lanes: ticks, lasting events, soft days, counts, and the words that open an event."""

from collections.abc import Collection, Iterable
from math import ceil
from typing import Any

from dashboard.figures.countmarks import event_bars
from dashboard.figures.eventlane import ROW, TICK, EventLane, Tick
from dashboard.figures.labels import Box
from dashboard.figures.linehover import event_hover
from dashboard.figures.linemarks import BARE, Rows, broken, scatter
from dashboard.figures.theme import Theme
from dashboard.figures.timescale import Timescale

_HIT = 16.0
_SMALL = 7.0


def event_traces(
    rows: Rows, lanes: list[EventLane], focus: Collection[str], scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """Lasting events as lines, words that can be clicked, a tick for each event, counts where there are too many."""
    ticks = [tick for lane in lanes for tick in lane.ticks]
    hovers = {tick.row: event_hover(rows[tick.row]) for tick in ticks}
    traces = [
        _lasting(ticks, scale, theme),
        _soft(rows, ticks, scale, theme),
        _name_hits(lanes, hovers, scale),
        _ticks([tick for tick in ticks if not tick.is_named], hovers, focus, scale, theme, _SMALL),
        _ticks([tick for tick in ticks if tick.is_named], hovers, focus, scale, theme, TICK),
        *event_bars(lanes, scale, theme),
    ]
    return [trace for trace in traces if trace["x"]]


def _lasting(ticks: list[Tick], scale: Timescale, theme: Theme) -> dict[str, Any]:
    """A line from first to last day, under the event's name."""
    long = [tick for tick in ticks if tick.until_x > tick.x + 3]
    lines = [[(tick.x, y), (tick.until_x, y)] for tick in long for y in [_under(tick)]]
    trace = broken(lines, scale, name="lasting events")
    return {**trace, "line": {"width": 3, "color": theme.muted}, "opacity": 0.7}


def _under(tick: Tick) -> float:
    return tick.y + (ROW / 2 - 2 if tick.is_named else 4)


def _soft(rows: Rows, ticks: list[Tick], scale: Timescale, theme: Theme) -> dict[str, Any]:
    """A smear behind each event whose day is only about right."""
    reach = max(9.0, scale.per_day)
    about = [tick for tick in ticks if rows[tick.row]["date_precision"] == "about"]
    trace = broken([[(tick.x - reach, tick.y), (tick.x + reach, tick.y)] for tick in about], scale, name="soft days")
    return {**trace, "line": {"width": 8, "color": theme.muted}, "opacity": 0.22}


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
        marker={"symbol": "line-ns", "size": size / 1.4, "line": line},
    )


def _name_hits(lanes: Iterable[EventLane], hovers: dict[int, str], scale: Timescale) -> dict[str, Any]:
    """Unseen marks across each event's name: the words open the event as its tick does."""
    points = [(name, at) for lane in lanes for name in lane.names for at in across(name.box)]
    return scatter(
        [at for _, at in points],
        scale,
        name="event names",
        customdata=[[name.item_id, "event"] for name, _ in points],
        hovertext=[hovers[name.row] for name, _ in points],
        hovertemplate=BARE,
        marker={"size": _HIT, "opacity": 0},
    )


def across(box: Box, step: float = 2.5 * _HIT) -> list[tuple[float, float]]:
    """Points on a line through the middle of a box, near enough to each other to be hit anywhere along it."""
    wide = box.right - box.left
    count = max(2, ceil(wide / step))
    gap = (wide - _HIT) / (count - 1)
    return [(box.left + _HIT / 2 + i * gap, (box.top + box.bottom) / 2) for i in range(count)]
