"""What a mark of the timeline says when pointed at; text is escaped, Plotly reads a little HTML."""

from collections.abc import Mapping
from functools import lru_cache
from textwrap import wrap
from typing import Any

from dashboard.figures.canvas import escaped
from dashboard.readings.prose import long_date, span, text

LINE = 58


@lru_cache(maxsize=8192)
def folded(words: str, most: int = 6) -> str:
    """Escaped text in lines of a readable length, cut with an ellipsis after ``most`` lines."""
    lines = wrap(words, LINE)
    cut = [*lines[:most], "…"] if len(lines) > most else lines
    return "<br>".join(escaped(line) for line in cut)


def statement_hover(item: Mapping[str, Any], answered: str = "") -> str:
    """Who said it, in what office, for whom, when, where, and what."""
    speaker, actor = text(item.get("speaker")), text(item.get("actor"))
    office = ", ".join(part for part in (text(item.get("office")), actor) if part and part != speaker)
    when = long_date(item.get("starts_on"), item.get("date_precision"))
    parts = [
        f"<b>{escaped(speaker or actor)}</b>" + (f" · {escaped(office)}" if office else ""),
        escaped(", ".join(part for part in (when, text(item.get("place"))) if part)),
        folded(text(item.get("title"))),
        f"<i>answers {escaped(answered)}</i>" if answered else "",
        _doubt(item),
    ]
    return "<br>".join(part for part in parts if part)


def event_hover(item: Mapping[str, Any]) -> str:
    """What happened, when and where."""
    ends = item.get("ends_on")
    when = span(item.get("starts_on"), ends) if text(ends) else ""
    when = when or long_date(item.get("starts_on"), item.get("date_precision"))
    parts = [
        f"<b>{folded(text(item.get('title')))}</b>",
        escaped(", ".join(part for part in (when, text(item.get("place"))) if part)),
        _doubt(item),
    ]
    return "<br>".join(part for part in parts if part)


def _doubt(item: Mapping[str, Any]) -> str:
    return "<i>? contested or uncertain in part</i>" if item.get("doubts") else ""
