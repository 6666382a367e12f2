"""The timeline: events on a lane per category, statements on lanes, a line from each answer to what it answers."""

from collections.abc import Callable, Collection, Mapping
from operator import itemgetter
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.binned import Columns, columns_for
from dashboard.figures.canvas import escaped
from dashboard.figures.countmarks import (
    OPEN,
    acts_words,
    bar_traces,
    chip_traces,
    days,
    doubted,
    doubted_events,
    doubts_words,
    tallest,
)
from dashboard.figures.doubtmarks import doubt_places
from dashboard.figures.eventlane import EventLane
from dashboard.figures.eventmarks import across, event_shapes, event_traces
from dashboard.figures.labels import Box
from dashboard.figures.lanes import Grouping, Lane
from dashboard.figures.linemarks import BARE, arc_shapes, doubt_trace, mark_traces, scatter, soft_shape
from dashboard.figures.linetext import (
    LEFT,
    doubts_of,
    event_notes,
    lane_labels,
    lane_notes,
    lane_shapes,
    opened_shape,
    speaker_notes,
    words_trace,
)
from dashboard.figures.sheet import empty, frame, least_width, quick_figure, steady
from dashboard.figures.theme import Theme
from dashboard.figures.timelinekey import folded, occurring
from dashboard.figures.timelineplan import NARROW, Plan, Wanted, planned, planned_within
from dashboard.figures.timescale import Timescale, bands, thin_names, thin_spans, time_axis, top_dates, veils
from dashboard.readings.itemrows import Rows, item_rows
from dashboard.readings.prose import as_day, counted

RIGHT, TOP, LOW_TOP, BOTTOM = 14, 36, 2, 44
THIN = 17
_NARROW_SLIDE = 420


def timeline(
    items: pd.DataFrame | Rows,
    theme: Theme,
    since: Any,
    until: Any,
    dense: tuple[Any, Any] | None = None,
    focus_ids: Collection[str] = (),
    width: int = 1080,
    grouping: Grouping | None = None,
    categories: Mapping[str, str] | None = None,
    pinned: Collection[str] = (),
    facing: tuple[str, ...] = (),
    opened: str = "",
    height: int | None = None,
) -> Figure:
    """Relation ``timeline_items`` (or its ``item_rows``) between two days, a figure ``width`` pixels wide or more.

    ``items`` may bring a column ``lanes`` (codes of the lanes that a statement stands on); else ``actor_id`` groups.
    ``dense`` is the densely covered span; time outside it is tinted and named. ``focus_ids`` are a conversation's,
    or an event, an actor or a speaker: then all statements made there, or by them, are in focus. ``pinned`` events are
    always named. ``facing`` are two lanes between which answers run. ``opened`` is a list that is open.
    ``customdata`` of a mark: [item id, "statement" or "event"]; of a count or a lane's name:
    [``lane@first day..last day``, "list"].
    The height is ``layout.height``: what the rows need, unless the picture is kept within ``height``.
    ``layout.meta`` has ``unnamed`` (events without a name), ``columns``, and ``names``: the pixels of its left that
    name the lanes.
    """
    rows = item_rows(items) if isinstance(items, pd.DataFrame) else items
    if not rows:
        return empty(theme, "Nothing in this collection matches.<br>A longer window or fewer filters would show more.")
    wanted = Wanted(
        grouping or Grouping({row["actor_id"]: row["actor"] for row in rows if row["actor_id"]}),
        categories or {},
        facing,
        _in_focus(rows, focus_ids),
        frozenset(pinned),
        opened,
    )
    is_narrow = round(width / theme.scale) < (_NARROW_SLIDE if height else NARROW)
    scale = _scale(rows, since, until, round(width / theme.scale), is_narrow)
    if not height:
        plan = planned(rows, wanted, scale, is_narrow)
        traces = [*_traces(rows, plan, theme), _words(plan, theme, dense)]
        return quick_figure(traces, _layout(rows, plan, theme, dense, width), theme)
    room = height / theme.scale - LOW_TOP - BOTTOM - (THIN if thin_spans(scale, dense) else 0)
    plan = planned_within(rows, wanted, scale, is_narrow, room)
    traces = [*_traces(rows, plan, theme), _words(plan, theme, dense, False)]
    return quick_figure(traces, _layout(rows, plan, theme, dense, width, False), theme)


def _scale(rows: Rows, since: Any, until: Any, width: int, is_narrow: bool) -> Timescale:
    room = width - RIGHT - (RIGHT if is_narrow else LEFT)
    before, day = RIGHT if is_narrow else LEFT, itemgetter("starts_on")
    return Timescale(as_day(since) or min(map(day, rows)), as_day(until) or max(map(day, rows)), room, before, RIGHT)


def _in_focus(rows: Rows, focus_ids: Collection[str]) -> frozenset[str]:
    """Items named by the focus, made at its event, or said by it; empty where none of it is drawn."""
    chosen = set(focus_ids)
    ids = ("item_id", "event_id", "actor_id", "speaker_id")
    return (
        frozenset(row["item_id"] for row in rows if any(row[name] in chosen for name in ids)) if chosen else frozenset()
    )


def drawn_by(since: Any, until: Any, width: int = 1080, statements: int = 0) -> str:
    """``days`` where items are drawn one by one; ``weeks`` or ``months`` where a window is so long that it counts."""
    first, last = as_day(since), as_day(until)
    room = width - RIGHT - (RIGHT if width < NARROW else LEFT)
    return _unit(columns_for(Timescale(first, last, room), statements) if first and last else None)


def _traces(rows: Rows, plan: Plan, theme: Theme) -> list[dict[str, Any]]:
    scale, focus, lanes = plan.scale, plan.wanted.focus, plan.lanes
    counts = bar_traces(lanes, plan.columns, plan.unit, scale, theme)
    doubtful = [] if plan.is_dense else [*doubted(lanes, plan.unit, bool(counts)), *doubted_events(plan.events)]
    traces = [
        *counts,
        *event_traces(rows, plan.events, focus, scale, theme),
        *mark_traces(rows, lanes, focus, scale, theme),
        *([] if counts else chip_traces(lanes, scale, theme)),
        *(tallest(lanes, plan.events, plan.unit, scale, theme) if counts else []),
        *doubt_trace(doubt_places(rows, lanes, plan.events, doubtful, scale.pixels), scale, theme),
        _label_hits(plan),
    ]
    return [steady(trace) for trace in traces]


def _lines(rows: Rows, plan: Plan, theme: Theme) -> list[dict[str, Any]]:
    """Below the marks what lasts, what is soft, and answers; answers above the columns where items are counted."""
    scale, lanes, is_counted = plan.scale, plan.lanes, plan.columns is not None
    marks = [mark for lane in lanes for mark in lane.marks]
    is_focused = bool(plan.wanted.focus)
    ground = Box(0, max((lane.bottom for lane in plan.events), default=0.0), scale.pixels, plan.height)
    arcs = arc_shapes(rows, lanes, _is_dark(rows, plan), is_focused, not is_counted, ground, scale, theme)
    return [
        *event_shapes(rows, plan.events, scale, theme),
        *soft_shape(marks, scale, theme),
        *(arc | {"layer": "above"} if is_counted else arc for arc in arcs),
    ]


def _is_dark(rows: Rows, plan: Plan) -> Callable[[str, str], bool]:
    """Which answers are drawn dark: those within the focus; without one, those from one of two actors to the other."""
    focus, facing = plan.wanted.focus, plan.wanted.facing
    if focus or not facing:
        return lambda answer, answered: answer in focus and answered in focus
    sides = {row["item_id"]: row["lanes"] for row in rows}
    return lambda answer, answered: sides[answer] != sides[answered]


def _label_hits(plan: Plan) -> dict[str, Any]:
    """Points over the names of lanes, without a mark: a click opens all that the lane holds in this window."""
    scale = plan.scale
    lanes: list[Lane | EventLane] = [*plan.events, *plan.lanes]
    boxes = [box for _, box in lane_labels(plan.events, plan.lanes, plan.is_narrow, plan.is_dense)]
    points = [(lane, at) for lane, box in zip(lanes, boxes, strict=True) for at in across(box)]
    return scatter(
        [at for _, at in points],
        scale,
        name="lane names",
        customdata=[[days(lane.code, scale.since, scale.until), "list"] for lane, _ in points],
        hovertext=[f"{_lane_words(lane)}{doubts_words(plan.is_dense * doubts_of(lane))}{OPEN}" for lane, _ in points],
        hovertemplate=BARE,
        mode="none",
    )


def _lane_words(lane: Lane | EventLane) -> str:
    heading = f"<b>{escaped(lane.name)}</b><br>"
    if isinstance(lane, EventLane):
        more = f", {lane.unnamed} without a name here" if lane.unnamed else ""
        return f"{heading}{counted(lane.count, 'event')}{more}"
    acts = acts_words(lane.acts)
    return f"{heading}{counted(lane.count, 'statement')}{': ' if acts else ''}{acts}"


def _layout(
    rows: Rows, plan: Plan, theme: Theme, dense: tuple[Any, Any] | None, width: int, is_dated_above: bool = True
) -> dict[str, Any]:
    scale, height = plan.scale, plan.height
    axis = time_axis(scale, theme)
    thin = THIN if thin_spans(scale, dense) else 0
    left = 0.0 if plan.is_narrow else LEFT
    top = TOP if is_dated_above else LOW_TOP
    lanes: list[Lane | EventLane] = [*plan.events, *plan.lanes]
    lines = _lines(rows, plan, theme)
    return {
        **frame(theme),
        "height": round(height + top + thin + BOTTOM),
        "margin": {"l": RIGHT if plan.is_narrow else 0, "r": RIGHT, "t": 0, "b": BOTTOM, "pad": 0},
        "xaxis": axis | {"range": [scale.moment(-left), axis["range"][1]]},
        "yaxis": {"range": [height, -top - thin], "visible": False, "fixedrange": True},
        "shapes": [
            *veils(scale, theme, dense, height),
            *bands(scale, theme, height),
            *opened_shape(lanes, plan.wanted.opened, scale, theme),
            *lane_shapes(plan.edges, scale, theme),
            *lines,
        ],
        "meta": {
            "unnamed": plan.unnamed,
            "columns": _unit(plan.columns),
            "names": left,
            "marks": occurring(rows, plan, [shape["name"] for shape in lines]),
            "folded": folded(rows, plan),
            **least_width(width),
        },
    }


def _words(plan: Plan, theme: Theme, dense: tuple[Any, Any] | None, is_dated_above: bool = True) -> dict[str, Any]:
    """Names of thin time, dates above, names of events and lanes, speakers of the focus."""
    scale = plan.scale
    notes = [
        *thin_names(scale, theme, dense, TOP if is_dated_above else LOW_TOP),
        *(top_dates(scale, theme) if is_dated_above else ()),
        *event_notes(plan.events, scale, theme),
        *lane_notes(plan.events, plan.lanes, plan.is_narrow, plan.is_dense, scale, theme),
        *speaker_notes(plan.lanes, plan.events, plan.wanted.focus, scale, theme),
    ]
    return words_trace(notes, theme)


def _unit(columns: Columns | None) -> str:
    if columns is None:
        return "days"
    return "weeks" if columns.is_weekly else "months"
