"""What stands behind a card, and what stands against it: sources as links, doubts as rival readings. HTML."""

import re
from html import escape
from urllib.parse import urlsplit

import pandas as pd

from dashboard.parts.corrected import corrected_beside
from dashboard.readings.names import page_title
from dashboard.readings.prose import counted, items, listed, long_date, sentence, short_date, text
from dashboard.readings.wording import Row, rows

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE = re.compile(r"[a-z]+(_[a-z]+)+")
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
    "pledger_id": "whose pledge it is",
    "currency_code": "the currency",
    "member_from_on": "the first day of membership",
    "total_eur_bn": "the total",
    "military_eur_bn": "military aid",
    "financial_eur_bn": "financial aid",
    "humanitarian_eur_bn": "humanitarian aid",
    "term_years": "the term",
}
RIVALS = "#rivals"


def source_list(sources: pd.DataFrame, most: int = 12, rank: int = 4) -> str:
    """Sources with the columns of query ``sources``: publisher, title as a link, date; weak ones last.

    ``rank`` is that of the heading, which says how many there are.
    """
    if sources.empty:
        return ""
    more = len(sources) - most
    ordered = sources.sort_values("is_weak", kind="stable", na_position="first") if "is_weak" in sources else sources
    told = "".join(f"<li>{_source(row)}</li>" for row in rows(ordered.head(most)))
    rest = f'<li class="g-quiet">and {counted(more, "more source", "more sources")}</li>' if more > 0 else ""
    head = f"<h{rank}>{counted(len(sources), 'source')}</h{rank}>"
    return f'<section class="g-sources">{head}<ul>{told}{rest}</ul></section>'


def _source(row: Row) -> str:
    title = page_title(text(row.get("title"))) or "page without a title"
    notes = [
        short_date(row.get("published_on")) or "undated",
        text(row.get("standing")).lower() if text(row.get("standing")) else "",
        f"text of {text(row.get('original_house'))}" if text(row.get("original_house")) else "",
        text(row.get("language")) if text(row.get("language")) not in ("", "English") else "",
    ]
    named = " · ".join(escape(note) for note in notes if note)
    weak = text(row.get("weak_because"))
    warning = f' <em class="g-weak">weak: {escape(weak)}</em>' if weak else ""
    link = outward(text(row.get("url")), title)
    was = corrected_beside(row)
    return f"<b>{escape(text(row.get('publisher')))}</b> {link} <small>{named}</small>{warning}{was}"


def worded(value: object) -> str:
    """A cell's content as a reader expects it: dates in words, codes without underscores."""
    words = text(value)
    if _DAY.fullmatch(words):
        return long_date(words)
    return words.replace("_", " ") if _CODE.fullmatch(words) else words


def cell_words(row: Row) -> str:
    """Which cell a doubt is on, as a noun."""
    column = text(row.get("column_name"))
    return _CELLS.get(column, f"the {column.replace('_', ' ')}")


def whose(row: Row) -> str:
    """The houses that say otherwise, as small print; empty where none is recorded."""
    names = listed([text(one) for one in items(row.get("rival_publishers"))], 3)
    return f" <small>{escape(names)}</small>" if names else ""


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
    return f'<section class="g-doubts" id="{RIVALS[1:]}">{heading}<ul>{told}</ul></section>'


def _doubt(row: Row) -> str:
    cell = cell_words(row)
    stated, rival = worded(row.get("stated")), worded(row.get("rival"))
    against = " · ".join(
        part
        for part in (
            f"stated: “{escape(stated)}”" if stated else "",
            f"against it: “{escape(rival)}”{whose(row)}" if rival else "",
        )
        if part
    )
    kind = text(row.get("kind_label")) or "Doubt"
    note = escape(sentence(text(row.get("note"))))
    return f"<b>{escape(kind)}</b>, on {escape(cell)}{f': {against}' if against else ''}. {note}"
