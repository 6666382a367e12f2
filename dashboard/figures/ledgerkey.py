"""Which marks occur in a ledger that is drawn: the key of its picture has these alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard.figures.canvas import Canvas
from dashboard.figures.ledgermarks import pieces
from dashboard.figures.ledgersheet import Sheet, is_visible
from dashboard.figures.strips import Row
from dashboard.readings.wording import is_counted

_WRITTEN = {"?": "doubt", "*": "star", "‹": "by", "~": "about"}
_SPOTS = {"circle": "again", "diamond": "changed"}
_TAGS = re.compile("<[^>]*>")


def occurring(periods: Sequence[Row], sheet: Sheet, canvas: Canvas) -> set[str]:
    """The statuses and marks of the strips on a sheet, as they were drawn on the canvas."""
    rows = [row for row in periods if is_visible(row, sheet)]
    traces = {trace.get("name"): trace for trace in canvas.traces}
    written = _TAGS.sub("", " ".join(_written(traces, canvas.layout)))
    found = {
        "fading": any(piece.share < 1 for row in rows if is_counted(row) for piece in pieces(row, sheet)),
        "hollow": not all(map(is_counted, rows)),
        "dashed": any(shape.get("name") == "left office" for shape in canvas.layout["shapes"]),
        "remark": bool(traces.get("remarks", {}).get("x")),
    }
    return {
        *(row["status"] for row in rows),
        *(name for name, is_there in found.items() if is_there),
        *(_SPOTS[symbol] for symbol in traces.get("said again", {"marker": {"symbol": ()}})["marker"]["symbol"]),
        *(name for sign, name in _WRITTEN.items() if sign in written),
    }


def _written(traces: Mapping[Any, Any], layout: Mapping[str, Any]) -> Iterator[str]:
    """What is written in strips, before and beside them."""
    for name in ("words", "uncertain starts"):
        yield from traces[name]["text"]
    yield from layout["yaxis"]["ticktext"]
