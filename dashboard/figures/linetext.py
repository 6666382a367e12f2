"""Words and rules of the timeline: names of events and lanes, hairlines, speakers beside a focused conversation."""

from collections.abc import Collection, Iterator
from typing import Any

from dashboard.figures.canvas import escaped
from dashboard.figures.eventlane import EventLane
from dashboard.figures.eventnames import SIZE
from dashboard.figures.labels import Box, Taken, shortened, text_width, wrapped
from dashboard.figures.lanes import Lane, Mark
from dashboard.figures.theme import Theme, halo, mix
from dashboard.figures.timescale import Timescale
from dashboard.readings.prose import as_day, text

LEFT = 128.0
# Where words stand from their point, by the side on which an annotation would be held.
_SIDES = {
    ("middle", "left"): "middle right",
    ("middle", "right"): "middle left",
    ("bottom", "center"): "top center",
}
_ROOM = LEFT - 12
_LANE = 13.0
_SMALL = 12.0
_SPEAKER = 12.0
_SAME_SPEAKER = 70
_MOST_NAMED = 24


def event_notes(lanes: list[EventLane], scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """Each event's name beside its tick."""
    return [
        {
            "x": scale.moment(name.box.left if name.is_right else name.box.right),
            "y": round((name.box.top + name.box.bottom) / 2, 1),
            "text": f"<b>{_broken(name.words)}</b>" if name.is_strong else _broken(name.words),
            "showarrow": False,
            "xanchor": "left" if name.is_right else "right",
            "yanchor": "middle",
            "borderpad": 0,
            "font": {"size": SIZE, "color": theme.ink},
            "name": name.item_id,
        }
        for lane in lanes
        for name in lane.names
    ]


def _broken(words: str) -> str:
    return escaped(words).replace("\n", "<br>")


def words_trace(notes: list[dict[str, Any]], theme: Theme) -> dict[str, Any]:
    """All words as one trace, at the places of annotations; each of those is laid out and measured for itself.

    ``meta`` has each word's ``name``: the event that it names, or "speaker".
    """
    fonts = [note["font"] for note in notes]
    return {
        "type": "scatter",
        "name": "words",
        "mode": "text",
        "x": [note["x"] for note in notes],
        "y": [-note.get("yshift", 0) if note.get("yref") == "paper" else note["y"] for note in notes],
        "text": [note["text"] for note in notes],
        "textposition": [_SIDES[note["yanchor"], note.get("xanchor", "center")] for note in notes],
        "textfont": {
            "size": [font["size"] for font in fonts],
            "color": [font["color"] for font in fonts],
            "shadow": [halo(theme) if "bgcolor" in note else "none" for note in notes],
        },
        "meta": [note.get("name", "") for note in notes],
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def lane_shapes(edges: list[tuple[float, bool]], scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """A hairline under each lane at its lower edge; a darker one where events and statements part."""
    return [
        {
            "type": "line",
            "layer": "below",
            "x0": scale.moment(0),
            "x1": scale.moment(scale.pixels),
            "y0": y,
            "y1": y,
            "line": {"width": 1, "color": theme.muted if is_strong else theme.hairline},
        }
        for y, is_strong in edges
    ]


def opened_shape(lanes: list[Lane | EventLane], opened: str, scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """A tinted ground behind the days of a lane whose list is open, written ``RUS@2025-09-04..2025-09-05``."""
    code, _, days = opened.partition("@")
    first, last = (as_day(day) for day in (days.split("..") if ".." in days else ("", "")))
    if not first or not last:
        return []
    left, right = max(scale.at(first, 0), 0.0), min(scale.at(last, 1), scale.pixels)
    return [
        {
            "type": "rect",
            "layer": "below",
            "name": "opened",
            "x0": scale.moment(left),
            "x1": scale.moment(right),
            "y0": lane.top + 1,
            "y1": lane.bottom - 1,
            "fillcolor": mix(theme.accent, theme.paper, 0.14),
            "line": {"width": 1.2, "color": theme.accent},
        }
        for lane in lanes
        if lane.code == code and left < right
    ]


def lane_notes(
    events: list[EventLane], lanes: list[Lane], is_narrow: bool, is_dense: bool, scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """Lane names with their counts, at the left or, where the picture is narrow, above the lane's marks.

    Where it ``is_dense`` the doubts of each lane are counted beside its name.
    """
    labels = lane_labels(events, lanes, is_narrow, is_dense)
    notes = [_lane_note(name, box, is_narrow, scale, theme) for name, box in labels]
    return [note for note in notes if note["text"]]


def lane_labels(
    events: list[EventLane], lanes: list[Lane], is_narrow: bool, is_dense: bool = False
) -> Iterator[tuple[tuple[str, int, int, float], Box]]:
    """Words, count, counted doubts and size of each lane's name, and the box in which they stand."""
    both: list[EventLane | Lane] = [*events, *lanes]
    for lane in both:
        size = _SMALL if is_narrow or isinstance(lane, EventLane) else _LANE
        words = _first(lane.name) if isinstance(lane, EventLane) else lane.name
        doubts = doubts_of(lane) if is_dense else 0
        if is_narrow:
            width = text_width(f"{words}  {lane.count}{_signed(doubts)}", size)
            yield (words, lane.count, doubts, size), Box(2, lane.top + 1, 2 + width, lane.top + 15)
        else:
            middle = (lane.top + lane.bottom) / 2
            yield (words, lane.count, doubts, size), Box(-_ROOM - 4, middle - 9, -8, middle + 9)


def doubts_of(lane: Lane | EventLane) -> int:
    """How many of what the lane counts are contested or uncertain in part, events with a name among them."""
    return lane.doubts if isinstance(lane, EventLane) else sum(chip.doubts for chip in lane.chips)


def _signed(doubts: int) -> str:
    return f" ?{doubts}" if doubts else ""


def _first(name: str) -> str:
    """The first of the alternatives that a label names: its words must fit beside the lane."""
    return name.split(" or ")[0]


def _lane_note(
    label: tuple[str, int, int, float], box: Box, is_narrow: bool, scale: Timescale, theme: Theme
) -> dict[str, Any]:
    words, count, doubts, size = label
    room = _ROOM + 4 * bool(doubts) - text_width(f"  {count}{_signed(doubts)}", size)
    signed = f"<span style='color:{theme.doubt}'>{_signed(doubts)}</span>" if doubts else ""
    lines = [words] if is_narrow else wrapped(words, size, room, 2 if size == _LANE else 1)
    said = "<br>".join(escaped(shortened(line, size, room + 60 * is_narrow)) for line in lines)
    return {
        "x": scale.moment(box.left if is_narrow else box.right),
        "xanchor": "left" if is_narrow else "right",
        "y": round((box.top + box.bottom) / 2, 1),
        "yanchor": "middle",
        "text": f"{said}  <span style='color:{theme.muted}'>{count}</span>{signed}" if words else "",
        "align": "left" if is_narrow else "right",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": size, "color": theme.ink},
    }


def speaker_notes(
    lanes: list[Lane],
    events: list[EventLane],
    focus: Collection[str],
    scale: Timescale,
    theme: Theme,
) -> list[dict[str, Any]]:
    """Names beside the marks of the focused conversation, where they meet no mark, no event and no other name."""
    chosen = set(focus) if len(focus) <= _MOST_NAMED else set()
    marks = [mark for lane in lanes for mark in lane.marks]
    taken = Taken([mark.box() for mark in marks])
    taken.add(name.box for lane in events for name in lane.names)
    taken.add(Box(tick.x - 4, tick.y - 7, tick.x + 4, tick.y + 7) for lane in events for tick in lane.ticks)
    notes: list[dict[str, Any]] = []
    near: dict[str, float] = {}
    for mark in sorted((mark for mark in marks if mark.item_id in chosen), key=lambda mark: (mark.x, mark.y)):
        name = text(mark.row["speaker"])
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
        "text": f"<b>{escaped(name)}</b>",
        "showarrow": False,
        "borderpad": 0,
        "bgcolor": theme.paper,
        "opacity": 0.92,
        "font": {"size": _SPEAKER, "color": theme.ink},
        "name": "speaker",
    }
