"""Counts of the timeline: chips of crowded days, columns of long windows, and names of lanes, each opening its list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dashboard.figures.acts import ACTS, act_colour
from dashboard.figures.binned import Columns, stacked
from dashboard.figures.canvas import escaped
from dashboard.figures.eventlane import BARS, EventLane
from dashboard.figures.lanes import CHIP, Chip, Lane
from dashboard.figures.linemarks import BARE, scatter
from dashboard.figures.sheet import hatched
from dashboard.figures.theme import Theme, halo, mix
from dashboard.figures.timescale import DAY_MS, Timescale
from dashboard.readings.prose import counted, span

Bar = tuple[Chip, float]
NUMBER = 16  # how far beside its column a number reaches
ABOVE, LOWEST = 6, 3  # the middle of a sign stands so far above its column, and no column counts as lower
OPEN = "<br><i>click to list them</i>"


def days(code: str, since: date, until: date) -> str:
    """A lane's items of some days, as the address names them: ``RUS@2025-09-04..2025-09-05``."""
    return f"{code}@{since}..{until}"


def data_of(code: str, chip: Chip) -> list[str]:
    """The custom data of a count."""
    return [days(code, chip.since, chip.until), "list"]


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
            customdata=[data_of(lane.code, chip) for lane, chip in found],
            hovertext=[f"{chip_words(lane.name, chip, 'more statement')}{OPEN}" for lane, chip in found],
            hovertemplate=BARE,
            marker={
                "symbol": "square",
                "size": CHIP,
                "color": theme.surface,
                "line": {"width": 1, "color": theme.muted},
            },
        )
    ]


def chip_words(name: str, chip: Chip, noun: str = "statement") -> str:
    """The count in words, and what the acts were."""
    heading = f"<b>{escaped(name)}</b>, {span(chip.since, chip.until)}"
    return f"{heading}<br>{counted(chip.count, noun)}: {acts_words(chip.acts)}{doubts_words(chip.doubts)}"


def doubts_words(count: int) -> str:
    """How many of those counted hold a doubt, "" for none."""
    return f"<br>? {count} of them contested or uncertain in part" if count else ""


def doubted(lanes: Iterable[Lane], unit: float, is_columns: bool) -> list[tuple[float, float]]:
    """Where a count holds something contested or uncertain: above its column, or at its chip's corner."""
    chips = [chip for lane in lanes for chip in lane.chips if chip.doubts]
    if is_columns:
        return [(chip.x, chip.y - max(chip.count * unit, LOWEST) - ABOVE) for chip in chips]
    return [(chip.x + CHIP / 2 + 3, chip.y - CHIP / 2) for chip in chips]


def doubted_events(lanes: Iterable[EventLane]) -> list[tuple[float, float]]:
    """The same for columns of events without a name: above the column, below the names of the row above it."""
    chips = [chip for lane in lanes for chip in lane.chips]
    most = max((chip.count for chip in chips), default=1)
    return [(chip.x, chip.y - min(_event_height(chip, most) + ABOVE, BARS)) for chip in chips if chip.doubts]


def _event_height(chip: Chip, most: int) -> float:
    return 3 + (BARS - 8) * chip.count / most


def acts_words(acts: Iterable[int]) -> str:
    """How many of each act: ``3 comment, 1 object``."""
    return ", ".join(f"{count} {ACTS[act].word}" for act, count in enumerate(acts) if count)


def bar_traces(
    lanes: list[Lane], columns: Columns | None, unit: float, scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """Counts by week or month, stacked by act; the harsher two carry a hatch as well as a colour.

    One unseen bar over each stack says it and opens it.
    """
    if columns is None:
        return []
    chips = [(lane, chip) for lane in lanes for chip in lane.chips]
    parts = [(chip, part) for _, chip in chips for part in stacked(chip, unit)]
    seen = [
        _bars([found for found in parts if found[1][0] == act], act, scale, theme)
        for act in range(len(ACTS))
        if any(part[0] == act for _, part in parts)
    ]
    return [*seen, _whole(chips, unit, scale)]


def tallest(
    lanes: list[Lane], events: Iterable[EventLane], unit: float, scale: Timescale, theme: Theme
) -> list[dict[str, Any]]:
    """The number at the tallest column of statements, and at that of events, by which the others are read."""
    most = max((chip.count for lane in events for chip in lane.chips), default=1)
    bars = [[(chip, max(chip.count * unit, LOWEST)) for chip in lane.chips] for lane in lanes]
    groups = [bars, [[(chip, _event_height(chip, most)) for chip in lane.chips] for lane in events]]
    placed = [_beside(*found) for group in groups if (found := _highest(group))]
    if not placed:
        return []
    return [
        scatter(
            [(x, y) for _, x, y, _ in placed],
            scale,
            mode="text",
            name="numbers",
            text=[str(chip.count) for chip, *_ in placed],
            textposition=[f"middle {side}" for *_, side in placed],
            textfont={"size": 11, "color": theme.ink, "weight": 600, "shadow": halo(theme)},
            hoverinfo="skip",
        )
    ]


def _highest(lanes: Iterable[list[Bar]]) -> tuple[Bar, list[Bar]] | None:
    """The tallest column of all lanes, with those of its lane."""
    found = [(bar, lane) for lane in lanes for bar in lane]
    return max(found, key=lambda one: one[0][1], default=None)


def _beside(bar: Bar, lane: list[Bar]) -> tuple[Chip, float, float, str]:
    """The place of a column's number: right of its upper end, or left of it where the next column there is lower."""
    chip, high = bar
    next_to = {1: 0.0, -1: 0.0}
    for other, height in lane:
        side = 1 if other.x > chip.x else -1
        if other is not chip and abs(other.x - chip.x) < chip.width + NUMBER:
            next_to[side] = max(next_to[side], height)
    side = min((1, -1), key=lambda one: next_to[one])
    return chip, chip.x + side * chip.width / 2, chip.y - high + 5, "right" if side == 1 else "left"


def _bars(
    parts: list[tuple[Chip, tuple[int, float, float]]], act: int, scale: Timescale, theme: Theme
) -> dict[str, Any]:
    colour = act_colour(act, theme)
    return {
        "type": "bar",
        "name": ACTS[act].word,
        "x": [scale.moment(chip.x) for chip, _ in parts],
        "base": [round(part[1], 1) for _, part in parts],
        "y": [-round(part[2], 2) for _, part in parts],
        "width": [_wide(chip, scale) for chip, _ in parts],
        "hoverinfo": "skip",
        "marker": {
            "color": colour,
            "line": {"width": 0},
            "pattern": hatched(("", "", "/", "x")[act], colour, theme),
        },
    }


def _whole(chips: list[tuple[Lane, Chip]], unit: float, scale: Timescale) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": "counts",
        "x": [scale.moment(chip.x) for _, chip in chips],
        "base": [chip.y for _, chip in chips],
        "y": [-round(max(chip.count * unit, 14.0), 1) for _, chip in chips],
        "width": [_wide(chip, scale) for _, chip in chips],
        "customdata": [data_of(lane.code, chip) for lane, chip in chips],
        "hovertext": [f"{chip_words(lane.name, chip)}{OPEN}" for lane, chip in chips],
        "hovertemplate": BARE,
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
    }


def _wide(chip: Chip, scale: Timescale) -> int:
    return round(max(chip.width - 1, 0.8) / scale.per_day * DAY_MS)


def event_bars(lanes: Iterable[EventLane], scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """Events without a name in a long window, counted by week or month: higher where there are more."""
    chips = [(lane, chip) for lane in lanes for chip in lane.chips]
    if not chips:
        return []
    most = max(chip.count for _, chip in chips)
    return [
        {
            "type": "bar",
            "name": "counted events",
            "x": [scale.moment(chip.x) for _, chip in chips],
            "base": [chip.y for _, chip in chips],
            "y": [-round(_event_height(chip, most), 1) for _, chip in chips],
            "width": [_wide(chip, scale) for _, chip in chips],
            "customdata": [data_of(lane.code, chip) for lane, chip in chips],
            "hovertext": [_event_words(lane.name, chip) for lane, chip in chips],
            "hovertemplate": BARE,
            "marker": {"color": mix(theme.ink, theme.paper, 0.62), "line": {"width": 0}},
        }
    ]


def _event_words(name: str, chip: Chip) -> str:
    heading = f"<b>{escaped(name)}</b>, {span(chip.since, chip.until)}"
    return f"{heading}<br>{counted(chip.count, 'event')} without a name here{doubts_words(chip.doubts)}{OPEN}"
