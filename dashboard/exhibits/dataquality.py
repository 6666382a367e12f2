"""What the rows rest on, as a document: each number opens its rows."""

from collections.abc import Callable, Mapping, Sequence
from string import Template
from typing import Any

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.datamethod import none_left
from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.exhibits.onward import rows_of
from dashboard.parts import quality as parts
from dashboard.queries import dataopened as opened
from dashboard.queries import dataquality as asks
from dashboard.queries.datasummary import summary as summary_of
from dashboard.queries.overview import months
from dashboard.readings.data import reading_quality
from dashboard.readings.method import COUNTS
from dashboard.readings.prose import counted, number
from dashboard.selection import Selection

TITLE = "What the rows rest on, and where they are thin"
TABLES = ("events", "statements", "pledges")
COLUMNS = {
    "section": "Of",
    "item": "What",
    "events": "Events",
    "statements": "Statements",
    "pledges": "Pledges",
    "other": "Other",
}
EVIDENCE = {"table_name": "Table", "day": "Day", "what": "What", "sources": "Sources", "doubts": "Doubts"}
DOUBTS = {
    "table_name": "Table",
    "row_id": "Row",
    "column_name": "Column",
    "stated": "Stated",
    "rival": "Rival",
    "note": "Note",
}
MEASURES: dict[str, tuple[str, Template, Callable[[pd.DataFrame], Any]]] = {
    "single": ("rest on a single page", opened.SINGLE, lambda frame: frame["sources"] == 1),
    "weak": ("rest on weak pages alone", opened.WEAK, lambda frame: frame["sound"] == 0),
    "state": ("rest on outlets of a state alone", opened.STATE, lambda frame: frame["state"] == frame["sources"]),
    "doubted": ("have a doubt against a cell", opened.DOUBTED, lambda frame: frame["doubts"] > 0),
    "untouched": (
        "were never named by a doubt or a correction",
        opened.UNTOUCHED,
        lambda frame: (frame["doubts"] == 0) & (frame["corrections"] == 0),
    ),
}
FIRST_READ = 10
Row = Mapping[str, Any]


def quality(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Sources, doubts, coverage, gaps and publishers."""
    told, reading = db.kept("quality", lambda: gathered(db))
    summary = summary_of(db, {name: words for name, (words, _, _) in MEASURES.items()})
    table = figures(summary)
    return Exhibit(
        subject="data",
        shape="quality",
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading,
        table=table,
        columns=COLUMNS,
        shown=len(table),
        total=len(table),
        unit="lines of figures",
        source_ids=asks.relied_on(db),
        asked=lambda: (
            summary,
            asks.evidence(db),
            months(db),
            asks.countries(db),
            asks.doubts(db),
            asks.publishers(db),
        ),
        draw=None,
        body_html=lambda theme: parts.quality(theme, told),
        counts=lambda: counts(db),
        notes=(COUNTS,),
    )


def gathered(db: Database) -> tuple[parts.Told, str]:
    """All figures of the document and two sentences on them; worked out once per build."""
    measured, doubted = asks.measured(db).rows, asks.doubted(db).rows
    told = parts.Told(
        measures=measures(measured),
        months=[{**row, "href": rows_of(opened.of_month(row["month_starts_on"]))} for row in months(db).rows],
        countries=[country(row) for row in asks.countries(db).rows],
        doubts=[doubt(row, doubted) for row in asks.kinds(db).rows],
        publishers=[publisher(row) for row in asks.publishers(db).rows],
        other_publishers=rows_of(opened.publishers_from(parts.MOST_PUBLISHERS)),
        unread=unread(asks.unread(db, FIRST_READ).rows),
        gaps=[(words, asks.missing(db, words), rows_of(sql)) for words, sql in asks.GAPS.items()],
        totals={name: (int(db.release()[name]), rows_of(opened.everything(name))) for name in TABLES},
    )
    total, several, weak = (sum(int(row[name]) for row in measured) for name in ("rows", "several", "weak"))
    doubts = sum(int(row["doubts"]) for row in doubted)
    return told, reading_quality(total, several, weak, doubts)


def measures(measured: Sequence[Row]) -> Sequence[Row]:
    """How many rows of each table rest on what, each with the way to them."""
    held = {row["table_name"]: row for row in measured}
    found = list[Row]()
    for name, (words, sql, _) in MEASURES.items():
        counts = {table: int(held[table][name]) if table in held else 0 for table in TABLES}
        cells = {table: (count, rows_of(opened.resting(sql, table))) for table, count in counts.items()}
        found.append({"name": name, "words": words, "cells": cells})
    return found


def country(row: Row) -> Row:
    """A country or organisation with the ways to its rows."""
    return {**row, "hrefs": {name: rows_of(opened.rows_for(row["actor_id"], name)) for name in TABLES}}


def doubt(kind: Row, doubted: Sequence[Row]) -> Row:
    """A kind of doubt with how many there are in each table."""
    held = {row["table_name"]: int(row["doubts"]) for row in doubted if row["kind"] == kind["code"]}
    cells, total = {name: held.get(name, 0) for name in TABLES}, sum(held.values())
    hrefs = {name: rows_of(opened.doubts_against(kind["code"], name)) for name in (*TABLES, "other")}
    whole = {"total": total, "href": rows_of(opened.doubts_of(kind["code"]))}
    return {**kind, **cells, "other": total - sum(cells.values()), **whole, "hrefs": hrefs}


def publisher(row: Row) -> Row:
    """A publisher with the ways to its pages and to the rows that rest on them."""
    name = row["publisher"]
    return {**row, "href": rows_of(opened.pages_of(name)), "rows_href": rows_of(opened.relying_on(name))}


def unread(first: Sequence[Row]) -> Sequence[Row]:
    """The rows to read again first, each with the ways to it and to its pages."""
    return [
        {**one, "href": rows_of(opened.row(*place)), "pages_href": rows_of(opened.pages_behind(*place))}
        for one in first
        for place in [(one["table_name"], one["row_id"])]
    ]


def figures(asked: Asked) -> pd.DataFrame:
    """The same figures in one table, as downloaded: whole numbers, though some lines lack them."""
    return asked.frame.astype(dict.fromkeys((*TABLES, "other"), "Int64"))


def counts(db: Database) -> tuple[Count, ...]:
    """The rows behind each number that isn't a link to its own page."""
    evidence, doubts = asks.evidence(db), asks.doubts(db)
    found = []
    for name, (words, _, is_it) in MEASURES.items():
        those = evidence.frame[is_it(evidence.frame)].reset_index(drop=True)
        if name != "untouched":
            found.append(
                Count(f"{counted(len(those), 'row')} that {words}", those, none_left(those), EVIDENCE, evidence)
            )
    for kind in asks.kinds(db).rows:
        those = doubts.frame[doubts.frame["kind"] == kind["code"]].reset_index(drop=True)
        found.append(Count(f"{counted(len(those), 'doubt')}: {kind['label']}", those, none_left(those), DOUBTS, doubts))
    return (*found, *gaps(db))


def gaps(db: Database) -> Sequence[Count]:
    """The rows of each known gap."""
    return [
        Count(f"{number(len(asked.frame))} {words}", asked.frame, none_left(asked.frame), heads(asked.frame), asked)
        for words in asks.GAPS
        for asked in [asks.gap(db, words)]
    ]


def heads(frame: pd.DataFrame) -> dict[str, str]:
    """The first columns of a table, by their own names."""
    return {str(name): str(name).replace("_", " ").capitalize() for name in list(frame.columns)[:6]}
