"""Traces of the timeline: marks by what an act does, counts, event ticks, arcs, doubts, soft dates."""

from collections.abc import Collection, Iterable, Mapping
from html import escape
from typing import Any

from dashboard.figures.acts import ACTS, act_colour
from dashboard.figures.arcs import answer_arc, answer_pairs
from dashboard.figures.binned import Columns, stacked
from dashboard.figures.lanes import Chip, Lane, Mark
from dashboard.figures.linehover import statement_hover
from dashboard.figures.sheet import hatched
from dashboard.figures.theme import Theme, mix
from dashboard.figures.timescale import DAY_MS, Timescale
from dashboard.readings.prose import counted, span, text

Rows = list[dict[str, Any]]

_SIZE = 10.5
BARE = "%{hovertext}<extra></extra>"


def scatter(points: Iterable[tuple[float, float]], scale: Timescale, **more: Any) -> dict[str, Any]:
    """Marks at points of the sheet, in days and pixels; `more` as Plotly takes it."""
    places = list(points)
    return {
        "type": "scatter",
        "x": [scale.moment(x) for x, _ in places],
        "y": [round(y, 1) for _, y in places],
        "mode": "markers",
        **more,
    }


def mark_traces(
    rows: Rows, lanes: list[Lane], focus: Collection[str], scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """Soft halos under uncertain dates, then one trace per act; with a focus, all other marks step back."""
    marks = [mark for lane in lanes for mark in lane.marks]
    speakers = {row["item_id"]: row["speaker"] for row in rows}
    traces = [soft_trace(rows, marks, scale, theme)]
    for act in range(len(ACTS)):
        chosen = [mark for mark in marks if mark.act == act]
        if chosen:
            traces.append(_mark_trace(rows, chosen, act, set(focus), speakers, scale, theme))
    return traces


def _mark_trace(
    rows: Rows,
    marks: list[Mark],
    act: int,
    focus: set[str],
    speakers: Mapping[str, Any],
    scale: Timescale,
    theme: Theme,
) -> dict[str, Any]:
    is_in = [mark.item_id in focus for mark in marks]
    said = [rows[mark.row] for mark in marks]
    return scatter(
        [(mark.x, mark.y) for mark in marks],
        scale,
        name=ACTS[act].word,
        customdata=[[mark.item_id, "statement"] for mark in marks],
        hovertext=[statement_hover(item, text(speakers.get(item["reply_to_id"], ""))) for item in said],
        hovertemplate=BARE,
        marker={
            "symbol": ACTS[act].symbol,
            "color": [_strength(act, inside or not focus, theme) for inside in is_in],
            "size": [(_SIZE + (2 if inside else 0)) * ACTS[act].scale for inside in is_in],
            "opacity": 1,
            "line": {"width": [1.6 if inside else 0 for inside in is_in], "color": theme.ink},
        },
    )


def _strength(act: int, is_clear: bool, theme: Theme) -> str:
    """The act's colour, or a tint of it for what stands outside the focused conversation."""
    return act_colour(act, theme) if is_clear else mix(act_colour(act, theme), theme.paper, 0.4)


def soft_trace(rows: Rows, marks: list[Mark], scale: Timescale, theme: Theme) -> dict[str, Any]:
    """A smear of some days behind each mark whose day is only about right."""
    about = [mark for mark in marks if rows[mark.row]["date_precision"] == "about"]
    reach = max(9.0, scale.per_day)
    points: list[tuple[float, float]] = [(mark.x + side, mark.y) for mark in about for side in (-reach, reach, reach)]
    trace = scatter(points, scale, mode="lines", hoverinfo="skip", name="date uncertain")
    trace["y"] = [None if i % 3 == 2 else y for i, y in enumerate(trace["y"])]
    return {**trace, "line": {"width": 9, "color": theme.muted}, "opacity": 0.22}


def doubt_trace(rows: Rows, lanes: list[Lane], scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """A small question mark at each mark with a contested or uncertain cell."""
    marks = [mark for lane in lanes for mark in lane.marks if rows[mark.row]["doubts"]]
    if not marks:
        return []
    font = {"size": 10, "color": theme.doubt, "weight": 700}
    points = [(mark.x + 6, mark.y - 6) for mark in marks]
    return [scatter(points, scale, mode="text", text="?", textfont=font, hoverinfo="skip", name="doubt")]


def chip_traces(lanes: list[Lane], scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """Counts of what a day holds beyond a handful, to open as a list."""
    found = [(lane, chip) for lane in lanes for chip in lane.chips]
    if not found:
        return []
    return [
        scatter(
            [(chip.x, chip.y) for _, chip in found],
            scale,
            mode="markers+text",
            name="more",
            text=[f"+{chip.count}" for _, chip in found],
            textfont={"size": 11, "color": theme.ink, "weight": 600},
            customdata=[_chip_data(lane, chip) for lane, chip in found],
            hovertext=[f"{chip_words(lane, chip)}<br>click to list them" for lane, chip in found],
            hovertemplate=BARE,
            marker={
                "symbol": "square",
                "size": 19,
                "color": theme.surface,
                "line": {"width": 1, "color": theme.muted},
            },
        )
    ]


def _chip_data(lane: Lane, chip: Chip) -> list[str]:
    return [f"{chip.since}..{chip.until}", "chip", lane.name]


def chip_words(lane: Lane, chip: Chip) -> str:
    """The count in words, and what the acts were."""
    parts = [f"{count} {ACTS[act].word}" for act, count in enumerate(chip.acts) if count]
    heading = f"<b>{escape(lane.name)}</b>, {span(chip.since, chip.until)}"
    return f"{heading}<br>{counted(chip.count, 'statement')}: {', '.join(parts)}"


def bar_traces(
    lanes: list[Lane], columns: Columns | None, unit: float, scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """Counts by week or month, stacked by act; the harsher two carry a hatch as well as a colour."""
    if columns is None:
        return []
    parts = [(lane, chip, part) for lane in lanes for chip in lane.chips for part in stacked(chip, unit)]
    return [
        _bar_trace([found for found in parts if found[2][0] == act], act, scale, theme)
        for act in range(len(ACTS))
        if any(part[0] == act for _, _, part in parts)
    ]


def _bar_trace(
    parts: list[tuple[Lane, Chip, tuple[int, float, float]]], act: int, scale: Timescale, theme: Theme
) -> dict[str, Any]:
    colour = act_colour(act, theme)
    hatch = hatched(("", "", "/", "x")[act], colour, theme)
    return {
        "type": "bar",
        "name": ACTS[act].word,
        "x": [scale.moment(chip.x) for _, chip, _ in parts],
        "base": [round(part[1], 1) for _, _, part in parts],
        "y": [-round(part[2], 2) for _, _, part in parts],
        "width": [round(max(chip.width - 1, 0.8) / scale.per_day * DAY_MS) for _, chip, _ in parts],
        "customdata": [_chip_data(lane, chip) for lane, chip, _ in parts],
        "hovertext": [chip_words(lane, chip) for lane, chip, _ in parts],
        "hovertemplate": BARE,
        "marker": {"color": colour, "line": {"width": 0}, "pattern": hatch},
    }


def arc_traces(
    rows: Rows,
    lanes: list[Lane],
    focus: Collection[str],
    with_others: bool,
    scale: Timescale,
    theme: Theme,
) -> list[dict[str, Any]]:
    """Answers of the focused conversation dark, all others pale; an arrow at what is answered."""
    marks = {mark.item_id: mark for lane in lanes for mark in lane.marks}
    pairs = [(row["item_id"], row["reply_to_id"]) for row in rows if text(row["reply_to_id"])]
    inside, outside = answer_pairs(marks, pairs, focus)
    others = [_arcs(outside, "other answers", 1.0, theme.muted, 0.25 if focus else 0.5, 6, scale)]
    dark = [_arcs(inside, "answers", 1.7, theme.ink, 1.0, 9, scale)]
    return [trace for trace in (others if with_others else []) + dark if trace["x"]]


def _arcs(
    pairs: list[tuple[Mark, Mark]], name: str, width: float, colour: str, opacity: float, head: float, scale: Timescale
) -> dict[str, Any]:
    points: list[tuple[float, float]] = []
    sizes: list[float] = []
    gaps: set[int] = set()
    for answer, answered in pairs:
        path = answer_arc(answer, answered)
        points += [*path, path[-1]]
        sizes += [0.0] * (len(path) - 1) + [head, 0.0]
        gaps.add(len(points) - 1)
    trace = scatter(points, scale, mode="lines+markers" if head else "lines", name=name, hoverinfo="skip")
    trace["y"] = [None if i in gaps else y for i, y in enumerate(trace["y"])]
    trace["line"] = {"width": width, "color": colour}
    trace["opacity"] = opacity
    if head:
        arrow = {"symbol": "arrow", "angleref": "previous", "line": {"width": 0}}
        trace["marker"] = {**arrow, "size": sizes, "color": colour}
    return trace
