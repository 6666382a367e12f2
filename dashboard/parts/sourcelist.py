"""The sources of what is shown, as links that open the page relied on."""

from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.parts.corrected import corrected_beside
from dashboard.parts.evidence import outward
from dashboard.readings.names import page_title
from dashboard.readings.prose import counted, long_date, text

MOST = 300


def source_list(rows: Sequence[dict[str, Any]]) -> str:
    """A list, newest first; what lies beyond `MOST` is counted."""
    head = f'<p class="g-muted">{counted(len(rows), "source")}, newest first</p>'
    said = "".join(source_item(row) for row in rows[:MOST])
    more = f"<p>{counted(len(rows) - MOST, 'more source')} not listed here.</p>" if len(rows) > MOST else ""
    return f'{head}<ol class="g-all-sources">{said}</ol>{more}'


def source_item(row: dict[str, Any]) -> str:
    """One source: title as a link to the page relied on, publisher, day, language; where it is weak, why."""
    title = outward(text(row["url"]), page_title(text(row["title"])) or text(row["publisher"]))
    facts = [text(row["publisher"]), long_date(row["published_on"]), text(row["language"])]
    weak = f' <em class="g-weak">weak: {escape(text(row["weak_because"]))}</em>' if text(row["weak_because"]) else ""
    line = escape(" · ".join(fact for fact in facts if fact))
    return f"<li>{title}<span>{line}</span>{weak}{corrected_beside(row)}</li>"
