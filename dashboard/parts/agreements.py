"""Bilateral security agreements on an axis of years: who, when, for how long, the sum as named, the document. HTML."""

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape

from dashboard.figures.theme import Theme
from dashboard.parts.chips import hidden, questioned
from dashboard.readings.contributions import is_signed, money, status_words, term
from dashboard.readings.prose import as_day, is_missing, items, short_date, text
from dashboard.readings.wording import Row, is_doubted

Link = Callable[[str, str], str]
YEARS_SHOWN = 12
_HEADS = ("Pledger", "Day", "", "Term", "Sum as named", "Document")


def agreements(found: Sequence[Row], theme: Theme, link: Link) -> str:
    """Rows of query ``agreements``, first signed first. ``link(kind, id)``: country, pledge, statement, event."""
    ordered = sorted(found, key=lambda row: (str(row["announced_on"]), text(row["pledger"])))
    days = [day for row in ordered if (day := as_day(row["announced_on"]))]
    if not days:
        return ""
    first = min(days).year
    body = "".join(_row(row, first, link) for row in ordered)
    return (
        f'<div class="g-agreements-frame theme-{theme.name}">'
        f'<table class="g-agreements" aria-label="Bilateral security agreements">'
        f"<thead><tr>{_head(first)}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _head(first: int) -> str:
    return "".join(
        f'<th scope="col">{escape(name)}</th>' if name else f'<th scope="col" class="g-axis-cell">{_years(first)}</th>'
        for name in _HEADS
    )


def _years(first: int) -> str:
    """The years along the axis, every second one."""
    ticks = "".join(
        f'<span style="left:{100 * step / YEARS_SHOWN:.2f}%">{first + step}</span>' for step in range(0, YEARS_SHOWN, 2)
    )
    return f'<div class="g-axis-years" aria-hidden="true">{ticks}</div>{hidden("From signing to the end of the term")}'


def _row(row: Row, first: int, link: Link) -> str:
    href = escape(link("country", text(row["pledger_id"])), quote=True)
    doubt = questioned(link("pledge", row["pledge_id"])) if is_doubted(row) else ""
    same = "; ".join(text(one) for one in items(row.get("same_money_labels")))
    shared = f" <small>the same money as: {escape(same)}</small>" if same else ""
    cells = (
        f'<th scope="row"><a href="{href}">{escape(text(row["pledger"]))}</a>{doubt}</th>',
        f'<td data-head="Day">{escape(short_date(row["announced_on"], row.get("date_precision")))}</td>',
        f'<td class="g-axis-cell">{_bar(row, first)}</td>',
        f'<td data-head="Term">{escape(term(row) if is_signed(row) else "not signed")}</td>',
        f'<td data-head="Sum as named">{escape(money(row)) or "–"}{shared}</td>',
        f'<td data-head="Document">{_document(row, link)}</td>',
    )
    return f"<tr>{''.join(cells)}</tr>"


def _document(row: Row, link: Link) -> str:
    words = text(row.get("instrument_label")).lower() if is_signed(row) else status_words(row["status"])
    ways = f'<a href="{escape(link("pledge", row["pledge_id"]), quote=True)}">{escape(words)}</a>'
    for kind, column, name in (("event", "event_id", "event"), ("statement", "statement_id", "statement")):
        href = link(kind, text(row.get(column))) if text(row.get(column)) else ""
        ways += f'<span class="g-further"> · <a href="{escape(href, quote=True)}">{name}</a></span>' if href else ""
    return ways


def _bar(row: Row, first: int) -> str:
    day = as_day(row["announced_on"])
    if day is None:
        return ""
    left = place(day, first)
    if not is_signed(row):
        return f'<div class="g-term"><i class="g-dot g-hollow" style="left:{left:.2f}%"></i></div>'
    if is_missing(row.get("term_years")):
        return f'<div class="g-term"><i class="g-dot" style="left:{left:.2f}%"></i></div>'
    end = day.year + int(row["term_years"]) - first + (left * YEARS_SHOWN / 100 - (day.year - first))
    width = min(100 * end / YEARS_SHOWN, 100) - left
    beyond = f"<b>to {day.year + int(row['term_years'])} →</b>" if 100 * end / YEARS_SHOWN > 100 else ""
    kind = "g-span g-beyond" if beyond else "g-span"
    return f'<div class="g-term"><i class="{kind}" style="left:{left:.2f}%;width:{width:.2f}%">{beyond}</i></div>'


def place(day: dt.date, first: int) -> float:
    """Where a day stands along the axis, in per cent."""
    return 100 * (day.year - first + (day.timetuple().tm_yday - 1) / 366) / YEARS_SHOWN
