"""Why this number? The rows that a headline number counts, those near it that it leaves out, and the SQL."""

from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.exhibits.exhibit import Count
from dashboard.published.grid import grid_of
from dashboard.readings.prose import counted, long_date, number

LEFT_OUT = {"why": "Left out because"}


def why(counts: Sequence[Count], sentence: str) -> str:
    """One number after the other: its rows, what it leaves out by which rule, and what was asked; the first is open."""
    parts = (
        f"<details{'' if place else ' open'}><summary>{escape(count.words)}</summary>{told(count)}</details>"
        for place, count in enumerate(counts)
    )
    return f'<p class="g-muted">{escape(sentence)}</p><div class="g-why-rows">{"".join(parts)}</div>'


def told(count: Count) -> str:
    """The rows counted and those left out, as tables; the SQL."""
    rows = f"<h3>{counted(len(count.rows), 'row')} counted</h3>{grid_of(count.rows, count.columns)}"
    left = (
        '<p class="g-muted">No row near it is left out.</p>'
        if count.left_out.empty
        else f"<h3>{number(len(count.left_out))} near it, left out</h3>"
        f"{grid_of(count.left_out, {**LEFT_OUT, **count.columns})}"
    )
    values = "\n".join(f"${name} = {written(value)}" for name, value in count.asked.parameters.items())
    sql = f"<pre>{escape(count.asked.sql)}</pre><pre>{escape(values)}</pre>"
    return f"{rows}{left}<details><summary>The SQL</summary>{sql}</details>"


def written(value: Any) -> str:
    """A parameter as a reader would write it."""
    if value is None:
        return "none"
    if hasattr(value, "isoformat"):
        return f"{value.isoformat()} ({long_date(value)})"
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
