"""Cells that were corrected after their release, told on every card and page on which their row is. HTML, escaped."""

from collections.abc import Callable, Sequence
from html import escape

from dashboard.readings.corrected import corrected_words
from dashboard.readings.prose import counted, items, text
from dashboard.readings.wording import Row

Href = Callable[[Row], str]
MOST = 12


def corrected_list(rows: Sequence[Row], href: Href) -> str:
    """Rows of query ``corrected`` under a heading, as a part of a card; nothing where no cell was corrected."""
    heading = "Corrected" if len(rows) == 1 else f"Corrected in {len(rows)} places"
    return f"<section><h4>{heading}</h4>{corrections(rows, href)}</section>" if rows else ""


def corrections(rows: Sequence[Row], href: Href) -> str:
    """The same as a list alone, those beyond the first folded."""
    told = [f"<li>{_about(row, href)}{corrected(row)}</li>" for row in rows]
    shown, rest = (f'<ul class="g-corrected">{"".join(part)}</ul>' for part in (told[:MOST], told[MOST:]))
    more = f"<details><summary>{counted(len(told) - MOST, 'more correction')}</summary>{rest}</details>"
    return f"{shown}{more if len(told) > MOST else ''}" if told else ""


def corrected_beside(row: Row) -> str:
    """The same of a row that carries its cells itself, as sources do."""
    told = "".join(f"<li>{corrected(one)}</li>" for one in items(row.get("corrected")))
    return f'<ul class="g-corrected">{told}</ul>' if told else ""


def corrected(row: Row) -> str:
    """One corrected cell in a sentence."""
    title, words = corrected_words(row)
    return f"<b>{escape(title)}</b> {escape(words)}"


def _about(row: Row, href: Href) -> str:
    """Whose cell it is, where the card or page is about something else."""
    if row["row_id"] == row["told_of"]:
        return ""
    words, where = escape(text(row["words"])), escape(href(row), quote=True)
    return f'<p class="g-about">{f"""<a href="{where}">{words}</a>""" if where else words}</p>'
