"""The timeline: named events above, a lane of statements per capital, a line from each answer to what it answers."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.binned import Columns, columns_for, count_lane, pixels_per_statement
from dashboard.figures.eventlane import EventLane, place_events
from dashboard.figures.eventmarks import event_traces
from dashboard.figures.lanes import Lane, Said, place_lane, statements_by_lane
from dashboard.figures.linemarks import arc_traces, bar_traces, chip_traces, doubt_trace, mark_traces
from dashboard.figures.linetext import event_notes, event_stems, lane_notes, lane_shapes, speaker_notes
from dashboard.figures.sheet import empty, frame, least_width, quick_figure, steady
from dashboard.figures.theme import Theme
from dashboard.figures.timescale import Timescale, bands, thin_names, time_axis, veils
from dashboard.readings.prose import as_day

LEFT, RIGHT, TOP, BOTTOM = 116, 14, 24, 44
NARROW = 620
_EVENTS = 20.0
_MOST_LANES = 7
_SHOWN = (
    *("item_id", "starts_on", "ends_on", "date_precision", "title", "speaker", "office"),
    *("actor", "place", "reply_to_id", "doubts"),
)


@dataclass
class Plan:
    """Everything in its place: the window's scale, the event lane with its baseline, the lanes, the total height."""

    scale: Timescale
    events: EventLane
    baseline: float
    lanes: list[Lane]
    columns: Columns | None
    unit: float
    height: float
    focus: frozenset[str]
    is_narrow: bool


def timeline(
    items: pd.DataFrame,
    theme: Theme,
    since: Any,
    until: Any,
    dense: tuple[Any, Any] | None = None,
    focus_ids: Collection[str] = (),
    width: int = 1080,
    most_lanes: int = _MOST_LANES,
    others: str | None = None,
) -> Figure:
    """Relation ``timeline_items`` between two days as a figure ``width`` pixels wide or more.

    ``items`` may bring a text column ``lane`` (capital, country, speaker, topic) to group by; else ``actor`` does.
    Lanes beyond ``most_lanes`` share one named ``others``.
    ``dense`` is the densely covered span; time outside it is tinted and named. ``focus_ids`` are a conversation's,
    or an event, an actor or a speaker: then all statements made there, or by them, are in focus.
    ``customdata`` of a mark: [item id, "statement" or "event"]; of a count: [first day..last day, "chip", lane].
    The height is ``layout.height``; ``layout.meta`` has ``unnamed`` (events without a name) and ``columns``.
    """
    rows = items.reset_index(drop=True)
    rows = rows.assign(starts_on=pd.to_datetime(rows["starts_on"]), ends_on=pd.to_datetime(rows["ends_on"]))
    if rows.empty:
        return empty(theme, "Nothing in this collection matches.<br>A longer window or fewer filters would show more.")
    plan = _plan(
        rows,
        since,
        until,
        _in_focus(rows, focus_ids),
        round(width / theme.scale),
        most_lanes,
        others or ("Other capitals" if "lane" in rows else "Others"),
    )
    return quick_figure(_traces(rows, plan, theme), _layout(rows, plan, theme, dense, width), theme)


def _in_focus(rows: pd.DataFrame, focus_ids: Collection[str]) -> frozenset[str]:
    """Items named by the focus, made at its event, or said by it; empty where none of it is drawn."""
    chosen = list(focus_ids)
    found = rows[["item_id", "event_id", "actor_id", "speaker_id"]].isin(chosen).any(axis=1)
    return frozenset(rows.loc[found, "item_id"])


def is_counted(since: Any, until: Any, width: int = 1080) -> bool:
    """True where a window is so long that statements are counted by week or month instead of drawn one by one."""
    first, last = as_day(since), as_day(until)
    room = width - RIGHT - (RIGHT if width < NARROW else LEFT)
    return bool(first and last and columns_for(Timescale(first, last, room)))


def _plan(
    rows: pd.DataFrame, since: Any, until: Any, focus: frozenset[str], width: int, most_lanes: int, others: str
) -> Plan:
    is_narrow = width < NARROW
    room = width - RIGHT - (RIGHT if is_narrow else LEFT)
    days = rows["starts_on"].dt.date
    scale = Timescale(as_day(since) or days.min(), as_day(until) or days.max(), room)
    is_event = rows["item_kind"] == "event"
    events = place_events(rows[is_event], scale, 6 if is_narrow else 9, focus, strong=1 if is_narrow else 3)
    baseline = events.height + 6
    columns = columns_for(scale)
    said = statements_by_lane(rows, most_lanes, others, focus)
    unit = pixels_per_statement(said, columns, others) if columns else 0.0
    plan = Plan(scale, events, baseline, [], columns, unit, baseline + _EVENTS, focus, is_narrow)
    for name, found in said.items():
        plan.lanes.append(_lane(found, name, plan))
        plan.height = plan.lanes[-1].bottom
    return plan


def _lane(said: list[Said], name: str, plan: Plan) -> Lane:
    head = 15.0 if plan.is_narrow else 0.0
    if plan.columns:
        return count_lane(said, name, plan.height, plan.scale, plan.columns, plan.unit, plan.focus, head)
    return place_lane(said, name, plan.height, plan.scale, plan.focus, head)


def _traces(rows: pd.DataFrame, plan: Plan, theme: Theme) -> list[dict[str, Any]]:
    records = _records(rows)
    scale = plan.scale
    counts = bar_traces(plan.lanes, plan.columns, plan.unit, scale, theme)
    traces = [
        *counts,
        *arc_traces(records, plan.lanes, plan.focus, not counts, scale, theme),
        *event_traces(records, plan.events, plan.baseline, plan.focus, scale, theme),
        *mark_traces(records, plan.lanes, plan.focus, scale, theme),
        *([] if counts else chip_traces(plan.lanes, scale, theme)),
        *doubt_trace(records, plan.lanes, scale, theme),
    ]
    return [steady(trace) for trace in traces]


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain dicts with plain dates: touching a timestamp costs more than drawing its mark."""
    names = [name for name in _SHOWN if name in rows]
    plain = [rows[name].dt.date if name in ("starts_on", "ends_on") else rows[name] for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*(column.tolist() for column in plain), strict=True)]


def _layout(rows: pd.DataFrame, plan: Plan, theme: Theme, dense: tuple[Any, Any] | None, width: int) -> dict[str, Any]:
    scale, height = plan.scale, plan.height
    return {
        **frame(theme),
        "height": round(height + TOP + BOTTOM),
        "margin": {"l": RIGHT if plan.is_narrow else LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM, "pad": 0},
        "xaxis": time_axis(scale, theme),
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "shapes": [
            *veils(scale, theme, dense, height),
            *bands(scale, theme, height),
            *lane_shapes(plan.lanes, plan.baseline, scale, theme),
            *event_stems(plan.events, plan.baseline, scale, theme),
        ],
        "annotations": [
            *thin_names(scale, theme, dense),
            *event_notes(plan.events, plan.baseline, scale, theme),
            *lane_notes(plan.lanes, plan.events.unnamed, plan.baseline, plan.is_narrow, theme),
            *speaker_notes(rows["speaker"].tolist(), plan.lanes, plan.focus, scale, theme),
        ],
        "meta": {"unnamed": plan.events.unnamed, "columns": _unit(plan.columns), **least_width(width)},
    }


def _unit(columns: Columns | None) -> str:
    if columns is None:
        return "days"
    return "weeks" if columns.is_weekly else "months"
