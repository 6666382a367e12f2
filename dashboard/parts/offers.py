"""Announced contributions as a dated list, month by month; refusals and stops in a column of their own. HTML."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import groupby

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, hidden, questioned
from dashboard.parts.evidence import doubt_list, source_list
from dashboard.readings.aid import month
from dashboard.readings.contributions import money, status_words, term
from dashboard.readings.prose import counted, items, long_date, sentence, short_date, text
from dashboard.readings.wording import Row, is_doubted, lowered, voice

Link = Callable[[str, str], str]
Shared = Mapping[str, Sequence[tuple[str, Sequence[tuple[str, str]]]]]
OFFERED, REFUSED = "Promised, delivered or still open", "Refused or stopped"


def offers(found: Sequence[Row], theme: Theme, link: Link, shared: Shared) -> str:
    """Rows of query ``contributions``, newest first, under their months.

    ``link(kind, id)``: country, speaker, statement, event, pledge. ``shared``: pledge → sums that it shares, each
    with the other rows that name it, as (pledge, words). Nothing for no rows.
    """
    if not found:
        return ""
    months = groupby(found, key=lambda row: str(row["announced_on"])[:7])
    body = "".join(_month(list(own), link, shared) for _, own in months)
    head = f'<div class="g-offer-heads" aria-hidden="true"><p>{OFFERED}</p><p>{REFUSED}</p></div>'
    return f'<section class="g-offers theme-{theme.name}" aria-label="Announced contributions">{head}{body}</section>'


def _month(own: Sequence[Row], link: Link, shared: Shared) -> str:
    sides = [[row for row in own if bool(row["is_refusal"]) is refused] for refused in (False, True)]
    columns = "".join(
        f'<ul class="{"g-refused" if place else "g-offered"}" aria-label="{REFUSED if place else OFFERED}">'
        f"{''.join(_offer(row, link, shared) for row in side)}</ul>"
        for place, side in enumerate(sides)
    )
    return (
        f'<section class="g-offer-month"><h2>{escape(month(own[0]["announced_on"]))}</h2><div>{columns}</div></section>'
    )


def _offer(row: Row, link: Link, shared: Shared) -> str:
    status = text(row["status"])
    name = f'<a href="{escape(link("country", row["pledger_id"]), quote=True)}"><b>{escape(row["pledger"])}</b></a>'
    doubt = questioned(link("pledge", row["pledge_id"])) if is_doubted(row) else ""
    sum_named = f" · <b>{escape(money(row))}</b>" if money(row) else ""
    condition = f" On condition: {escape(text(row['condition']))}." if text(row.get("condition")) else ""
    day = escape(short_date(row["announced_on"], row.get("date_precision")))
    return (
        f"<li>{chip(status, small=True)}{hidden(status_words(status))}<div><p>{name}{doubt} "
        f"<small>{escape(lowered(text(row['kind_label'])))}</small>{sum_named} <time>{day}</time></p>"
        f'<p>{escape(text(row["summary"]))}{condition}</p><p class="g-why">{_behind(row, link)}</p>'
        f"{_same(row, link, shared)}</div></li>"
    )


def _behind(row: Row, link: Link, with_sources: bool = True) -> str:
    """Who spoke, within which framework, where; and the way to the sources."""
    said = escape(voice(row))
    if text(row.get("speaker_id")):
        office = text(row.get("office"))
        href = escape(link("speaker", row["speaker_id"]), quote=True)
        said = f'<a href="{href}">{escape(text(row["speaker"]))}</a>{escape(f", {office}" if office else "")}'
    elif text(row.get("basis_label")):
        said = escape(text(row["basis_label"]))
    framework = text(row.get("framework_label")) if text(row.get("framework")) != "national" else ""
    parts = [said, escape(framework)]
    if text(row.get("event_title")):
        href = escape(link("event", row["event_id"]), quote=True)
        parts.append(f'<a href="{href}">{escape(text(row["event_title"]))}</a>')
    if text(row.get("statement_id")):
        parts.append(f'<a href="{escape(link("statement", row["statement_id"]), quote=True)}">the statement</a>')
    if with_sources:
        count = counted(len(items(row["source_ids"])), "source")
        parts.append(f'<a href="{escape(link("pledge", row["pledge_id"]), quote=True)}">{count}</a>')
    return " · ".join(part for part in parts if part)


def _same(row: Row, link: Link, shared: Shared) -> str:
    """Which other rows name the same money."""
    told = [
        f"the same money as {', '.join(_other(pledge, words, link) for pledge, words in others)} ({escape(label)})"
        for label, others in shared.get(text(row["pledge_id"]), ())
    ]
    return f'<p class="g-same"><b aria-hidden="true">=</b> {"; ".join(told)}</p>' if told else ""


def _other(pledge: str, words: str, link: Link) -> str:
    return f'<a href="{escape(link("pledge", pledge), quote=True)}">{escape(words)}</a>'


def offer_card(
    row: Row,
    theme: Theme,
    link: Link,
    shared: Shared,
    doubts: pd.DataFrame,
    sources: pd.DataFrame,
    corrected: str = "",
) -> str:
    """One contribution with all that is recorded of it: sum as named, document, condition, doubts, sources.

    ``corrected`` tells in HTML which of its cells said something else once.
    """
    name = f'<a href="{escape(link("country", row["pledger_id"]), quote=True)}">{escape(row["pledger"])}</a>'
    head = " · ".join([status_words(row["status"]), lowered(text(row["kind_label"])), *filter(None, [money(row)])])
    day = sentence(long_date(row["announced_on"], row.get("date_precision"))).rstrip(".")
    document = text(row.get("instrument_label")) if text(row.get("instrument")) != "none" else ""
    years = f"for {term(row)}" if row["kind"] == "security_agreement" and row["status"] == "signed" else ""
    facts = " · ".join(part for part in (day, document, years) if part)
    condition = text(row.get("condition"))
    return (
        f'<article class="g-card g-offer-card theme-{theme.name}"><header><h3>{chip(text(row["status"]), small=True)} '
        f'{name}</h3><p class="g-office">{escape(head)}</p><p class="g-when">{escape(facts)}</p></header>'
        f'<p class="g-said">{escape(text(row["summary"]))}</p>'
        f"{f'<p><b>On condition of:</b> {escape(condition)}</p>' if condition else ''}"
        f'<p class="g-why">{_behind(row, link, False)}</p>{_same(row, link, shared)}'
        f"{doubt_list(doubts)}{corrected}{source_list(sources)}</article>"
    )


def offers_key(theme: Theme, found: Sequence[Row]) -> str:
    """The letters that occur, in words."""
    order = ("signed", "pledged", "conditional", "open", "undecided", "delivered", "declined", "withdrawn")
    drawn = {text(row["status"]) for row in found}
    told = "".join(
        f'<li data-seen=".g-offers .g-chip-{status}">{chip(status, small=True)} {escape(status_words(status))}</li>'
        for status in order
        if status in drawn
    )
    return f'<ul class="g-key theme-{theme.name}" aria-label="What the letters mean">{told}</ul>'


def pager(page: int, pages: int, href: Callable[[int], str]) -> str:
    """The way to newer and older rows; nothing where one page holds all."""
    if pages < 2:
        return ""
    newer = f'<a href="{escape(href(page - 1), quote=True)}" rel="prev">‹ Newer</a>' if page > 1 else "<span></span>"
    older = (
        f'<a href="{escape(href(page + 1), quote=True)}" rel="next">Older ›</a>' if page < pages else "<span></span>"
    )
    return (
        f'<nav class="g-pager" aria-label="Pages of the list">{newer}<span>Page {page} of {pages}</span>{older}</nav>'
    )
