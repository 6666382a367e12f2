"""The picture of a link, as small as a chat shows it: its key in a line, or beside a map, where half of it is free."""

import math
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dashboard.figures.atlas import EUROPE, europe_shape
from dashboard.parts.key import BREAK
from dashboard.published.canvas import GAP, Canvas
from dashboard.published.room import CARD, SENTENCES, key_lines, lines
from dashboard.published.still import still

LEAD, AIR = 1.3, 12


def entries(key: str) -> list[str]:
    """The entries of a key."""
    return re.findall(r"<li.*?</li>", key.replace(BREAK, ""), re.DOTALL)


def first_line(key: str, across: float) -> str:
    """The key with as many of its first entries as stand in one line."""
    kept = entries(key)
    while len(kept) > 1 and key_lines("".join(kept), across, CARD.key) > 1:
        kept.pop()
    return f"{key.partition('<li')[0]}{''.join(kept)}</ul>" if kept else ""


def is_map_of_europe(layout: Mapping[str, Any]) -> bool:
    """Whether a figure is one map, as high as it is wide."""
    return "geo2" not in layout and layout.get("geo", {}).get("projection") == EUROPE["projection"]


def beside_map(canvas: Canvas, height: int) -> int:
    """How wide what stands beside a map of Europe of that height is."""
    return canvas.chart_width(False) - GAP - math.ceil(height / europe_shape())


def placed(
    keys: Sequence[str], reading: str, canvas: Canvas, layout: Mapping[str, Any], room: int
) -> tuple[Sequence[str], Sequence[str], int]:
    """The keys above the chart, and what stands beside a map of Europe as high as the room, with its width."""
    if not is_map_of_europe(layout):
        return [first_line(one, canvas.chart_width(False)) for one in keys], (), 0
    wide = beside_map(canvas, room)
    return (), [column(one, reading, wide, room) for one in keys], wide


def column(key: str, reading: str, across: float, room: float) -> str:
    """The key as a column, and below it as much of the reading as there is room for."""
    free = room - AIR - len(entries(key)) * CARD.key * LEAD
    told = ""
    for said in SENTENCES.split(still(reading)):
        longer = f"{told} {said}".strip()
        if lines(longer, CARD.sentence, across) * CARD.sentence * LEAD > free:
            break
        told = longer
    return f"{key}<p>{escape(told)}</p>" if told else key
