"""Marks of the timeline by what an act does, and doubts; below them, as shapes, arcs from answers and soft dates."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from dashboard.figures.acts import ACTS, act_colour
from dashboard.figures.arcs import Arc, answer_arc, answer_pairs
from dashboard.figures.labels import Box
from dashboard.figures.lanes import Lane, Mark
from dashboard.figures.linehover import statement_hover
from dashboard.figures.theme import Theme, mix
from dashboard.figures.timescale import Timescale
from dashboard.readings.prose import text

Rows = Sequence[Mapping[str, Any]]

_SIZE, _LEAST = 10.5, 8.0
BARE = "%{hovertext}<extra></extra>"


def scatter(points: Iterable[tuple[float, float]], scale: Timescale, **more: Any) -> dict[str, Any]:
    """Marks at points of the sheet, in days and pixels, whole at its edges too; `more` as Plotly takes it."""
    places = list(points)
    return {
        "type": "scatter",
        "x": [scale.moment(x) for x, _ in places],
        "y": [round(y, 1) for _, y in places],
        "mode": "markers",
        "cliponaxis": False,
        **more,
    }


def path_shape(name: str, path: str, **look: Any) -> dict[str, Any]:
    """A path of the sheet below all marks: one drawing for many lines, where a trace takes one for each."""
    return {"type": "path", "name": name, "path": path, "layer": "below", **look}


def stretches(lines: Iterable[tuple[float, float, float]], scale: Timescale) -> str:
    """Level lines (from x to x, at y) as a path, cut at the edges of the days drawn."""
    cut = ((max(left, 0.0), min(right, scale.pixels), y) for left, right, y in lines)
    return "".join(f"M{place(left, y, scale)}L{place(right, y, scale)}" for left, right, y in cut)


def place(x: float, y: float, scale: Timescale) -> str:
    """A point of the sheet as a path names it."""
    return f"{scale.moment(x).replace('T', '_')},{round(y, 1)}"


def mark_traces(
    rows: Rows, lanes: list[Lane], focus: Collection[str], scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """One trace per act; with a focus, all other marks step back."""
    marks = [mark for lane in lanes for mark in lane.marks]
    answered = {mark.row["reply_to_id"] for mark in marks} - {None}
    speakers = {row["item_id"]: row["speaker"] for row in rows if row["item_id"] in answered} if answered else {}
    traces = []
    for act in range(len(ACTS)):
        chosen = [mark for mark in marks if mark.act == act]
        if chosen:
            traces.append(_mark_trace(chosen, act, set(focus), speakers, scale, theme))
    return traces


def _mark_trace(
    marks: list[Mark],
    act: int,
    focus: set[str],
    speakers: Mapping[str, Any],
    scale: Timescale,
    theme: Theme,
) -> dict[str, Any]:
    size = min(_SIZE, max(_LEAST, scale.per_day))
    is_in = [mark.item_id in focus for mark in marks]
    said = [mark.row for mark in marks]
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
            "size": [round((size + (2 if inside else 0)) * ACTS[act].scale, 1) for inside in is_in],
            "opacity": 1,
            "line": {"width": [1.6 if inside else 0 for inside in is_in], "color": theme.ink},
        },
    )


def _strength(act: int, is_clear: bool, theme: Theme) -> str:
    """The act's colour, or a tint of it for what stands outside the focused conversation."""
    return act_colour(act, theme) if is_clear else mix(act_colour(act, theme), theme.paper, 0.4)


def soft_shape(marks: list[Mark], scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """A smear of some days behind each mark whose day is only about right."""
    about = [mark for mark in marks if mark.row["date_precision"] == "about"]
    reach = max(9.0, scale.per_day)
    path = stretches([(mark.x - reach, mark.x + reach, mark.y) for mark in about], scale)
    look = {"line": {"width": 9, "color": theme.muted}, "opacity": 0.22}
    return [path_shape("date uncertain", path, **look)] if path else []


def doubt_trace(points: Sequence[tuple[float, float]], scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """A small question mark at each place."""
    if not points:
        return []
    font = {"size": 11, "color": theme.doubt, "weight": 700}
    return [scatter(points, scale, mode="text", text="?", textfont=font, hoverinfo="skip", name="doubt")]


def arc_shapes(
    rows: Rows,
    lanes: list[Lane],
    is_dark: Callable[[str, str], bool],
    is_focused: bool,
    with_others: bool,
    ground: Box,
    scale: Timescale,
    theme: Theme,
) -> list[dict[str, Any]]:
    """Answers that stand out dark, all others pale; an arrow at what is answered; all on their ``ground``."""
    marks: dict[str, list[Mark]] = {}
    for lane in lanes:
        for mark in lane.marks:
            marks.setdefault(mark.item_id, []).append(mark)
    replies = [(row["item_id"], row["reply_to_id"]) for row in rows if row["reply_to_id"]]
    inside, outside = answer_pairs(marks, replies, is_dark)
    paths = [[answer_arc(*pair, ground, head=head) for pair in pairs] for pairs, head in ((outside, 6), (inside, 9))]
    others = _arcs(paths[0], "other answers", 1.0, theme.muted, 0.25 if is_focused else 0.5, scale)
    return (others if with_others else []) + _arcs(paths[1], "answers", 1.7, theme.ink, 1.0, scale)


def _arcs(
    arcs: list[Arc], name: str, width: float, colour: str, opacity: float, scale: Timescale
) -> list[dict[str, Any]]:
    """All lines as one shape, all arrowheads as another."""
    lines = "".join(
        f"M{place(*arc.start, scale)}Q{place(*arc.control, scale)} {place(*arc.end, scale)}" for arc in arcs
    )
    heads = "".join(f"M{'L'.join(place(*corner, scale) for corner in arc.head)}Z" for arc in arcs)
    if not arcs:
        return []
    return [
        path_shape(name, lines, line={"width": width, "color": colour}, opacity=opacity),
        path_shape(f"{name}, heads", heads, line={"width": 0}, fillcolor=colour, opacity=opacity),
    ]
