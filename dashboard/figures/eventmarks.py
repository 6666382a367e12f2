"""Marks of the event lane: ticks, lasting events, and the words that open an event."""

from collections.abc import Collection
from math import ceil
from typing import Any

from dashboard.figures.eventlane import LINE, TICK, EventLane
from dashboard.figures.labels import Box
from dashboard.figures.linehover import event_hover
from dashboard.figures.linemarks import BARE, Rows, scatter
from dashboard.figures.theme import Theme
from dashboard.figures.timescale import Timescale


def event_traces(
    rows: Rows, lane: EventLane, baseline: float, focus: Collection[str], scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """A bar from first to last day of long events, and a tick for each, broad and coloured for those in focus."""
    long = [tick for tick in lane.ticks if tick.until_x > tick.x + 3]
    points = [(x, baseline) for tick in long for x in (tick.x, tick.until_x, tick.until_x)]
    lasting = scatter(points, scale, mode="lines", hoverinfo="skip", name="lasting events")
    lasting["y"] = [None if i % 3 == 2 else y for i, y in enumerate(lasting["y"])]
    lasting["line"] = {"width": 3.5, "color": theme.muted}
    is_in = [tick.item_id in focus for tick in lane.ticks]
    line = {
        "width": [5 if one else 2.2 for one in is_in],
        "color": [theme.accent if one else theme.ink for one in is_in],
    }
    ticks = scatter(
        [(tick.x, baseline - TICK / 2) for tick in lane.ticks],
        scale,
        name="events",
        customdata=[[tick.item_id, "event"] for tick in lane.ticks],
        hovertext=[event_hover(rows[tick.row]) for tick in lane.ticks],
        hovertemplate=BARE,
        marker={"symbol": "line-ns", "size": TICK / 1.4, "line": line},
    )
    return [lasting, _name_hits(rows, lane, baseline, scale), ticks] if lane.ticks else []


def _name_hits(rows: Rows, lane: EventLane, baseline: float, scale: Timescale) -> dict[str, Any]:
    """Unseen marks across each event's name: the words open the event as its tick does."""
    points = [(name, at) for name in lane.names for at in _across(name.box)]
    return scatter(
        [(x, baseline + y) for _, (x, y) in points],
        scale,
        name="event names",
        customdata=[[name.item_id, "event"] for name, _ in points],
        hovertext=[event_hover(rows[name.row]) for name, _ in points],
        hovertemplate=BARE,
        marker={"size": LINE, "opacity": 0},
    )


def _across(box: Box) -> list[tuple[float, float]]:
    """Points near enough to each other that a mark of a line's height on each covers the box."""
    half = LINE / 2
    columns = max(1, ceil((box.right - box.left) / LINE))
    rows = max(1, round((box.bottom - box.top) / LINE))
    step = (box.right - box.left - LINE) / max(columns - 1, 1)
    return [(box.left + half + i * step, box.top + half + row * LINE) for row in range(rows) for i in range(columns)]
