"""What stands behind a card, and what stands against it: sources as links, doubts as rival readings. HTML."""

from html import escape
from urllib.parse import urlsplit

import pandas as pd

from dashboard.readings.prose import counted, sentence, short_date, text
from dashboard.readings.wording import Row, rows

_CELLS = {
    "announced_on": "the day",
    "starts_on": "the first day",
    "ends_on": "the last day",
    "said_on": "the day",
    "source_ids": "the sources",
    "participant_ids": "who took part",
    "participants_reported": "how many took part",
    "speaker_id": "who said it",
    "event_id": "the event",
    "reply_to_id": "what it answers",
    "mentions": "the tone toward others",
    "cameo_code": "the kind of act",
    "count_said": "the number given",
    "quote_form": "whether the words are original",
    "quote_language_code": "the language spoken",
    "condition": "the condition",
    "conditions": "the conditions",
    "personnel_min": "the number of troops",
    "personnel_max": "the number of troops",
    "topics": "the topics",
    "summary": "the summary",
}


def source_list(sources: pd.DataFrame, most: int = 12) -> str:
    """Sources with the columns of query ``sources``: publisher, title as a link, date, what they are; weak ones last."""
    if sources.empty:
        return ""
    ordered = sorted(rows(sources), key=lambda row: bool(row.get("is_weak")))
    more = len(ordered) - most
    told = "".join(f"<li>{_source(row)}</li>" for row in ordered[:most])
    rest = f'<li class="g-quiet">and {counted(more, "more source", "more sources")}</li>' if more > 0 else ""
    return f'<section class="g-sources"><h4>{counted(len(ordered), "Source")}</h4><ul>{told}{rest}</ul></section>'


def _source(row: Row) -> str:
    title = text(row.get("title")) or "page without a title"
    notes = [
        short_date(row.get("published_on")) or "undated",
        text(row.get("standing")).lower() if text(row.get("standing")) else "",
        f"text of {text(row.get('original_house'))}" if text(row.get("original_house")) else "",
        text(row.get("language")) if text(row.get("language")) not in ("", "English") else "",
    ]
    named = " · ".join(escape(note) for note in notes if note)
    weak = text(row.get("weak_because"))
    warning = f' <em class="g-weak">weak: {escape(weak)}</em>' if weak else ""
    return f'<b>{escape(text(row.get("publisher")))}</b> {outward(text(row.get("url")), title)} <small>{named}</small>{warning}'


def outward(url: str, words: str) -> str:
    """A link to a page of somebody else; only words where the address is not one of the web."""
    if urlsplit(url).scheme not in ("http", "https"):
        return f"<span>{escape(words)}</span>"
    return f'<a href="{escape(url, quote=True)}" rel="noopener noreferrer" target="_blank">{escape(words)}</a>'


def doubt_list(doubts: pd.DataFrame) -> str:
    """Doubts of relation ``doubts_of``: which cell, what is stated, what rivals it, and why."""
    if doubts.empty:
        return ""
    told = "".join(f"<li>{_doubt(row)}</li>" for row in rows(doubts))
    heading = '<h4><span class="g-doubt" aria-hidden="true">?</span> Contested or uncertain</h4>'
    return f'<section class="g-doubts">{heading}<ul>{told}</ul></section>'


def _doubt(row: Row) -> str:
    column = text(row.get("column_name"))
    cell = _CELLS.get(column, f"the {column.replace('_', ' ')}")
    stated, rival = text(row.get("stated")), text(row.get("rival"))
    against = " · ".join(
        part
        for part in (
            f"stated: <q>{escape(stated)}</q>" if stated else "",
            f"against it: <q>{escape(rival)}</q>" if rival else "",
        )
        if part
    )
    kind = text(row.get("kind_label")) or "Doubt"
    note = escape(sentence(text(row.get("note"))))
    return f"<b>{escape(kind)}</b>, on {escape(cell)}{f': {against}' if against else ''}. {note}"
