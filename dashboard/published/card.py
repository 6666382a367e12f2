"""The picture of a link, as small as a chat shows it: its key in a line, or beside a map, where half of it is free."""

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dashboard.figures.atlas import EUROPE, europe_shape
from dashboard.published.canvas import GAP, Canvas
from dashboard.published.room import CARD, SENTENCES, key_lines, lines
from dashboard.published.still import still
from dashboard.readings.prose import counted

LEAD, AIR, BETWEEN = 1.28, 8, 3


def lines_of(keys: Sequence[str], across: float) -> int:
    """Into how many lines the first of the keys falls, one per theme."""
    return key_lines("".join(keys[:1]), across, CARD.key)


def is_map_of_europe(layout: Mapping[str, Any]) -> bool:
    """Whether a figure is one map, as high as it is wide."""
    return "geo2" not in layout and layout.get("geo", {}).get("projection") == EUROPE["projection"]


def beside_map(canvas: Canvas, height: int) -> int:
    """How wide what stands beside a map of Europe of that height is."""
    return canvas.chart_width(False) - GAP - math.ceil(height / europe_shape())


def column(key: str, texts: Sequence[str], across: float, room: float, left: int = 0) -> str:
    """The key in two columns, and below it as much of the first text as there is room for, else of the next.

    The key says how many letters had no room: so many are `left`.
    """
    key = key.replace("</ul>", f"<li>{counted(left, 'letter')}: no room</li></ul>") if left else key
    rows = math.ceil(key.count("<li") / 2)
    free = room - AIR - rows * (CARD.key * LEAD + BETWEEN)
    most = int(free / (CARD.key * LEAD))
    told = next((said for one in filter(None, texts) if (said := opening(still(one), across, most))), "")
    key = key.replace("<ul", f'<ul style="--rows: {rows}"', 1)
    return f"{key}<p>{escape(told)}</p>" if told else key


def opening(words: str, across: float, most: int) -> str:
    """The first sentences in so many lines; of a longer first one its first clauses; "" where not even one has room."""
    told = ""
    for said in SENTENCES.split(words):
        longer = f"{told} {said}".strip()
        if lines(longer, CARD.key, across) > most:
            break
        told = longer
    clauses = [] if told else SENTENCES.split(words)[0].rstrip(".").split("; ")
    while clauses and lines("; ".join(clauses), CARD.key, across) > most:
        clauses.pop()
    return told or (f"{'; '.join(clauses)}." if clauses else "")
