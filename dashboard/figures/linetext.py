"""Words and rules of the timeline: names of events and lanes, hairlines, speakers beside a focused conversation."""

from collections.abc import Collection, Iterator
from html import escape
from typing import Any

from dashboard.figures.eventlane import SIZE, TICK, EventLane
from dashboard.figures.labels import Box, Taken, text_width
from dashboard.figures.lanes import Lane, Mark
from dashboard.figures.theme import Theme
from dashboard.figures.timescale import Timescale
from dashboard.readings.prose import text

_SPEAKER = 12.0
_SAME_SPEAKER = 70
_MOST_NAMED = 24


def event_notes(lane: EventLane, baseline: float, scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """Each name in its place; the stem to its tick is a shape of its own, so that names have no arrows."""
    notes = []
    for name in lane.names:
        lines = "<br>".join(escape(line) for line in name.lines)
        notes.append(
            {
                "x": scale.moment(name.box.left if name.is_right else name.box.right),
                "y": baseline + name.box.top - 2,
                "text": f"<b>{lines}</b>" if name.is_strong else lines,
                "showarrow": False,
                "xanchor": "left" if name.is_right else "right",
                "yanchor": "top",
                "align": "left" if name.is_right else "right",
                "borderpad": 0,
                "font": {"size": SIZE, "color": theme.ink},
                "name": name.item_id,
            }
        )
    return notes


def event_stems(lane: EventLane, baseline: float, scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """Hairlines from each name down to its tick."""
    return [
        {
            "type": "line",
            "layer": "below",
            "x0": scale.moment(name.x),
            "x1": scale.moment(name.x),
            "y0": baseline + name.box.top + 2,
            "y1": baseline - TICK,
            "line": {"width": 1, "color": theme.muted},
        }
        for name in lane.names
    ]


def lane_shapes(lanes: list[Lane], baseline: float, scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """A hairline under the events and under each lane."""
    return [
        {
            "type": "line",
            "layer": "below",
            "x0": scale.moment(0),
            "x1": scale.moment(scale.pixels),
            "y0": y,
            "y1": y,
            "line": {"width": 1, "color": theme.hairline},
        }
        for y in (baseline, *(lane.bottom for lane in lanes))
    ]


def lane_notes(lanes: list[Lane], unnamed: int, baseline: float, is_narrow: bool, theme: Theme) -> list[dict[str, Any]]:
    """Lane names at the left, within the lane where the picture is narrow; the count of events without a name."""
    more = (
        f"<span style='color:{theme.muted};font-size:{theme.px(11)}px'>+ {unnamed} not named</span>" if unnamed else ""
    )
    words = (" " if is_narrow else "<br>").join(part for part in ("Events", more) if part)
    notes = [_lane_note(words, baseline + (10 if is_narrow else 8), is_narrow, theme, not is_narrow)]
    for lane in lanes:
        y = lane.top + 9 if is_narrow else (lane.top + lane.bottom) / 2
        notes.append(_lane_note(escape(lane.name), y, is_narrow, theme))
    return notes


def _lane_note(words: str, y: float, is_narrow: bool, theme: Theme, is_low: bool = False) -> dict[str, Any]:
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left" if is_narrow else "right",
        "xshift": 0 if is_narrow else -10,
        "y": y,
        "yanchor": "bottom" if is_low else "middle",
        "text": words,
        "align": "left" if is_narrow else "right",
        "showarrow": False,
        "font": {"size": 11 if is_narrow else 13, "color": theme.muted if is_narrow else theme.ink},
    }


def speaker_notes(
    speakers: list[Any], lanes: list[Lane], focus: Collection[str], scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """Names beside the marks of the focused conversation, where they meet no mark and no other name."""
    chosen = set(focus) if len(focus) <= _MOST_NAMED else set()
    marks = [mark for lane in lanes for mark in lane.marks]
    taken = Taken([mark.box() for mark in marks])
    notes: list[dict[str, Any]] = []
    near: dict[str, float] = {}
    for mark in sorted((mark for mark in marks if mark.item_id in chosen), key=lambda mark: (mark.x, mark.y)):
        name = text(speakers[mark.row])
        if mark.x - near.get(name, -999) < _SAME_SPEAKER:
            continue
        boxes = [box for box in _around(mark, text_width(name, _SPEAKER, True)) if box.inside(0, scale.pixels)]
        if box := taken.first_free(boxes, 1):
            near[name] = mark.x
            notes.append(_speaker_note(name, box, scale, theme))
    return notes


def _around(mark: Mark, width: float) -> Iterator[Box]:
    for left in (mark.x + 10, mark.x - 10 - width):
        yield Box(left, mark.y - 7, left + width, mark.y + 7)
    for top in (mark.y - 22, mark.y + 9):
        for left in (mark.x - 6, mark.x - width + 6, mark.x - width / 2):
            yield Box(left, top, left + width, top + 13)


def _speaker_note(name: str, box: Box, scale: Timescale, theme: Theme) -> dict[str, Any]:
    return {
        "x": scale.moment(box.left),
        "y": (box.top + box.bottom) / 2,
        "xanchor": "left",
        "yanchor": "middle",
        "text": f"<b>{escape(name)}</b>",
        "showarrow": False,
        "borderpad": 0,
        "bgcolor": theme.paper,
        "opacity": 0.92,
        "font": {"size": _SPEAKER, "color": theme.ink},
        "name": "speaker",
    }
