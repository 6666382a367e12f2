"""The timeline: named events above, a lane of statements per capital, and a line from each answer to what it answers."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.binned import Columns, columns_for, count_lane
from dashboard.figures.eventlane import EventLane, place_events
from dashboard.figures.lanes import Lane, Mark, lane_names, lane_order, place_lane
from dashboard.figures.linemarks import arc_traces, bar_traces, chip_traces, doubt_trace, event_traces, mark_traces
from dashboard.figures.linetext import event_notes, event_stems, lane_notes, lane_shapes, speaker_notes
from dashboard.figures.theme import Theme
from dashboard.figures.timescale import Timescale, bands, thin_names, time_axis, veils
from dashboard.readings.prose import as_day

LEFT, RIGHT, TOP, BOTTOM = 116, 14, 8, 44
NARROW = 620
_EVENTS = 20.0
_MOST_LANES = 7


@dataclass
class Plan:
    """Everything in its place: the window's scale, the event lane with its baseline, the lanes, the total height."""

    scale: Timescale
    events: EventLane
    baseline: float
    lanes: list[Lane]
    columns: Columns | None
    height: float
    marks: dict[str, Mark] = field(default_factory=dict)
    focus: frozenset[str] = frozenset()
    is_narrow: bool = False


def timeline(
    items: pd.DataFrame,
    theme: Theme,
    since: Any,
    until: Any,
    dense: tuple[Any, Any] | None = None,
    focus_ids: Collection[str] = (),
    width: int = 1080,
    most_lanes: int = _MOST_LANES,
) -> Figure:
    """Relation ``timeline_items`` between two days as a figure ``width`` pixels wide or more.

    ``items`` may bring a text column ``lane`` (capital, country, speaker, topic) to group by; else ``actor`` does.
    ``dense`` is the densely covered span; time outside it is tinted and named. ``focus_ids`` are a conversation's.
    ``customdata`` of a mark: [item id, "statement" or "event"]; of a count: [first day..last day, "chip", lane].
    The height is ``layout.height``; ``layout.meta`` has ``unnamed`` (events without a name) and ``columns``.
    """
    rows = items.reset_index(drop=True)
    rows = rows.assign(starts_on=pd.to_datetime(rows["starts_on"]), ends_on=pd.to_datetime(rows["ends_on"]))
    if rows.empty:
        return _nothing(theme)
    plan = _plan(rows, since, until, frozenset(focus_ids), width, most_lanes)
    figure = Figure(data=_traces(rows, plan, theme), layout=_layout(rows, plan, theme, dense))
    return figure


def _plan(
    rows: pd.DataFrame, since: Any, until: Any, focus: frozenset[str], width: int, most_lanes: int
) -> Plan:
    first, last = as_day(since), as_day(until)
    is_narrow = width < NARROW
    left = RIGHT if is_narrow else LEFT
    scale = Timescale(first or rows["starts_on"].min().date(), last or rows["starts_on"].max().date(), width - left - RIGHT)
    is_event = rows["item_kind"] == "event"
    events = place_events(rows[is_event], scale, 6 if is_narrow else 9, focus, strong=1 if is_narrow else 3)
    baseline = events.height + 6
    columns = columns_for(scale)
    statements = rows[~is_event]
    names = lane_names(statements, most_lanes, _lanes_of(statements, focus, most_lanes))
    plan = Plan(scale, events, baseline, [], columns, 0, focus=focus, is_narrow=is_narrow)
    top = baseline + _EVENTS
    for name in lane_order(names):
        lane = _lane(statements[names == name], name, top, plan)
        plan.lanes.append(lane)
        plan.marks.update({mark.item_id: mark for mark in lane.marks})
        top = lane.bottom
    plan.height = top
    return plan


def _lanes_of(statements: pd.DataFrame, focus: frozenset[str], most: int) -> tuple[str, ...]:
    """Up to three lanes of the focused conversation that would else drown among the others."""
    source = "lane" if "lane" in statements else "actor"
    inside = statements[statements["item_id"].isin(focus)][source].dropna()
    return tuple(inside.value_counts().index[: 3 if most else 0])


def _lane(rows: pd.DataFrame, name: str, top: float, plan: Plan) -> Lane:
    if plan.columns is None:
        return place_lane(rows, name, top, plan.scale, plan.focus, 46.0 if plan.is_narrow else 36.0)
    return count_lane(rows, name, top, plan.scale, plan.columns, plan.focus)


def _traces(rows: pd.DataFrame, plan: Plan, theme: Theme) -> list[dict[str, Any]]:
    return [
        *bar_traces(plan.lanes, plan.columns, plan.scale, theme),
        *arc_traces(rows, plan.marks, plan.focus, plan.columns is None, plan.scale, theme),
        *event_traces(rows, plan.events, plan.baseline, plan.scale, theme),
        *mark_traces(rows, plan.lanes, plan.focus, plan.scale, theme),
        *(chip_traces(plan.lanes, plan.scale, theme) if plan.columns is None else []),
        *doubt_trace(rows, plan.lanes, plan.scale, theme),
    ]


def _layout(rows: pd.DataFrame, plan: Plan, theme: Theme, dense: tuple[Any, Any] | None) -> dict[str, Any]:
    height = plan.height
    left = RIGHT if plan.is_narrow else LEFT
    return {
        "height": round(height + TOP + BOTTOM + 14),
        "margin": {"l": left, "r": RIGHT, "t": TOP + 14, "b": BOTTOM, "pad": 0},
        "xaxis": time_axis(plan.scale, theme),
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "shapes": [
            *bands(plan.scale, theme, height),
            *veils(plan.scale, theme, dense, height),
            *lane_shapes(plan.lanes, plan.baseline, theme),
            *event_stems(plan.events, plan.baseline, plan.scale, theme),
        ],
        "annotations": [
            *thin_names(plan.scale, theme, dense, -8),
            *event_notes(plan.events, plan.baseline, plan.scale, theme),
            *lane_notes(plan.lanes, plan.events.unnamed, plan.baseline, plan.is_narrow, theme),
            *speaker_notes(rows, plan.lanes, plan.focus, plan.scale, theme),
        ],
        **frame(theme),
        "meta": {"unnamed": plan.events.unnamed, "columns": _unit(plan.columns)},
    }


def _unit(columns: Columns | None) -> str:
    if columns is None:
        return "days"
    return "weeks" if columns.is_weekly else "months"


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


def _nothing(theme: Theme) -> Figure:
    words = "Nothing in this collection matches.<br>A longer window or fewer filters would show more."
    return empty(theme, words)


def empty(theme: Theme, words: str, height: int = 260) -> Figure:
    """A figure that says why it is empty; ``words`` are ours, with ``<br>`` between lines."""
    hidden = {"visible": False, "fixedrange": True, "range": [0, 1]}
    note = {"text": words, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    note["font"] = {"size": 15, "color": theme.muted}
    return Figure(layout={"height": height, "xaxis": hidden, "yaxis": hidden, "annotations": [note], **frame(theme)})
