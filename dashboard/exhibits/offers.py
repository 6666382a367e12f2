"""What was announced as an exhibit: agreements on an axis of years, and contributions as a dated list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.exhibits.hints import window_hint
from dashboard.exhibits.offer import shared_sums
from dashboard.exhibits.rows import doubt_words, kept, no_such_page, recorded, source_ids
from dashboard.exhibits.ways import here, ways
from dashboard.figures.theme import Theme
from dashboard.parts.agreements import agreements as agreements_html
from dashboard.parts.offers import Shared, offers, offers_key, pager
from dashboard.queries import contributions as asks
from dashboard.readings.contributions import money, reading_agreements, reading_items, status_words, term
from dashboard.readings.prose import items as listed_items
from dashboard.readings.prose import text
from dashboard.readings.wording import lowered
from dashboard.readings.wording import rows as records
from dashboard.selection import Selection

PAGE = 40
Row = Mapping[str, Any]
AGREEMENT_COLUMNS = {
    "pledger": "Pledger",
    "announced_on": "Day",
    "status_words": "What became of it",
    "instrument_label": "What it is",
    "term": "Term",
    "money": "Sum as named",
    "same_money_labels": "The same money as",
    "doubt_label": "Doubts",
    "summary": "In short",
    "condition": "On condition of",
    "sources": "Sources",
}
OFFER_COLUMNS = {
    "announced_on": "Day",
    "pledger": "Pledger",
    "kind_label": "Kind",
    "status_words": "What became of it",
    "money": "Sum as named",
    "same_money_labels": "The same money as",
    "doubt_label": "Doubts",
    "summary": "In short",
    "condition": "On condition of",
    "framework_label": "Within",
    "said_by": "Said by",
    "office": "Office",
    "sources": "Sources",
}
AS_NAMED = "Sums are as named: frames hold their parts and packages name one sum, so they are never added up."


def agreements(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Bilateral security agreements on an axis, with term, sum as named and document."""
    asked = asks.agreements(db, selection, catalogue)
    rows = kept(asked.frame)
    found, link = records(rows), ways(selection, catalogue, ("pledge",))
    return Exhibit(
        **shared_by_both(selection, catalogue, asked, rows),
        title="Who signed a security agreement with Ukraine, and for how long",
        reading=reading_agreements(found),
        table=table(rows, found),
        columns=AGREEMENT_COLUMNS,
        unit="agreements, signed or declined",
        body_html=lambda theme: agreements_html(found, theme, link),
        counts=lambda: counts(asked, "signed", "not signed"),
        notes=(AS_NAMED, "A bar runs from signing to the end of the term named; a dot alone has no term on record."),
    )


def items(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Announced contributions, newest first and a page at a time; refusals and stops apart."""
    asked = asks.contributions(db, selection, catalogue)
    rows = kept(asked.frame)
    pages = max(ceil(len(rows) / PAGE), 1)
    page = min(selection.at or 1, pages)
    every = records(rows)
    found = every[(page - 1) * PAGE : page * PAGE]
    link, shared = ways(selection, catalogue, ("pledge",)), sums_of(db)

    def body(theme: Theme) -> str:
        ways = pager(page, pages, lambda at: here(replace(selection, at=at, focus=None), catalogue))
        return offers(found, theme, link, shared) + f'<div class="theme-{theme.name}">{ways}</div>'

    return Exhibit(
        **shared_by_both(selection, catalogue, asked, rows),
        title=items_title(selection, catalogue),
        reading=reading_items(every),
        table=table(rows, every),
        columns=OFFER_COLUMNS,
        unit="contributions, refusals and stops",
        key_html=lambda theme: offers_key(theme, found),
        body_html=body,
        counts=lambda: counts(asked, "announced", "a refusal or a stop, in a column of its own"),
        notes=(*no_such_page(selection.at, pages), AS_NAMED),
    )


def shared_by_both(selection: Selection, catalogue: Catalogue, asked: Asked, rows: pd.DataFrame) -> dict[str, Any]:
    """What agreements and the list of offers have alike: lists of the rows asked for, nothing drawn."""
    return {
        "subject": "pledges",
        "shape": selection.shape_shown(),
        "is_table": selection.is_table,
        "sentence": selection.sentence(catalogue),
        "shown": len(rows),
        "total": len(asked.frame),
        "source_ids": source_ids(rows["source_ids"]),
        "asked": (asked,),
        "draw": None,
        "hint": window_hint(honoured(selection), catalogue),
    }


def honoured(selection: Selection) -> Selection:
    """The filters that leave contributions out; others of the address mean nothing here."""
    kept_here = [
        "countries",
        "blocs",
        "text",
        *(["offers", "frameworks"] if selection.option("part") == "items" else []),
    ]
    values = {name: getattr(selection, name) for name in kept_here}
    return replace(Selection(selection.page, shape=selection.shape), **values)


def sums_of(db: Database) -> Shared:
    """The sums that several rows name, with those rows."""
    sums = asks.same_money(db).rows
    return shared_sums(sums, asks.some(db, [one for row in sums for one in listed_items(row["pledge_ids"])]).rows)


def items_title(selection: Selection, catalogue: Catalogue) -> str:
    """What is seen, as a headline."""
    kinds = catalogue.names("contribution_kind", selection.offers)
    what = lowered(kinds[0]) if len(kinds) == 1 else "help"
    return f"What was announced to Ukraine: {what}, and what was refused" if kinds else (
        "What was announced to Ukraine, and what was refused"
    )  # fmt: skip


def table(rows: pd.DataFrame, found: Sequence[Row]) -> pd.DataFrame:
    """Rows as they are downloaded, with words for codes and sums as named; `found` are the same rows."""
    return rows.assign(
        status_words=[status_words(row["status"]) for row in found],
        money=[money(row) for row in found],
        term=[term(row) if text(row["status"]) == "signed" else "" for row in found],
        doubt_label=[doubt_words(row["doubts"]) for row in found],
        said_by=[recorded(row["speaker"]) for row in found],
        sources=[len(row["source_ids"]) for row in found],
    )


def counts(asked: Asked, words: str, why: str) -> tuple[Count, ...]:
    """The rows counted; those refused or stopped, which aren't."""
    rows = kept(asked.frame)
    told = table(rows, records(rows))
    left = told[told["is_refusal"]].assign(why=why)
    counted = told[~told["is_refusal"]]
    return (Count(f"{len(counted)} {words}", counted, left, OFFER_COLUMNS, asked),)
