"""How the rows were made: found, coded, checked, and what they are not."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.exhibits.links import profile_links, row_links
from dashboard.exhibits.onward import rows_of, table_links
from dashboard.exhibits.rows import source_ids
from dashboard.parts import method as parts
from dashboard.queries import datamethod as asks
from dashboard.readings.data import reading_method
from dashboard.readings.method import COUNTS
from dashboard.readings.prose import counted, text
from dashboard.selection import Selection

TITLE = "How these data were made"
COLUMNS = {
    "rule_of": "Coded",
    "label": "Code",
    "description": "Rule",
    "is_counting": "Counts",
    "rows": "Rows",
    "examples": "Examples",
}
KINDS = {"events": "event", "statements": "statement", "pledges": "pledge"}
HEADS = {"day": "Day", "what": "What"}
Row = Mapping[str, Any]


def method(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Where rows come from, by which rules they are coded, how often they were wrong, what they leave out."""
    rules, examples, shares = asks.rules(db), asks.examples(db), asks.shares(db)
    share, release = shares.rows[0], db.release()
    found: dict[tuple[str, str], list[Row]] = {}
    for row in examples.rows:
        found.setdefault((row["vocabulary"], row["code"]), []).append(row)
    told = [
        {**row, "href": rows_of(asks.coded(row["vocabulary"], row["code"])), "examples": found.get(key, [])}
        for row in rules.rows
        for key in [(row["vocabulary"], row["code"])]
    ]
    href, book = example_link(selection, catalogue), table_links(selection, catalogue)
    return Exhibit(
        subject="data",
        shape="method",
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading_method(release),
        table=rules.frame,
        columns=COLUMNS,
        shown=len(told),
        total=len(told),
        unit="coding rules",
        source_ids=source_ids(examples.frame["source_ids"]),
        asked=(rules, examples, shares),
        draw=None,
        body_html=lambda theme: parts.method(theme, told, share, href, book),
        counts=lambda: counts(db),
        notes=(COUNTS,),
    )


def example_link(selection: Selection, catalogue: Catalogue) -> Callable[[Row], str]:
    """Where an example is read: the statement, else the ledger or list on which the pledge stands."""
    said, pledged = profile_links(selection, catalogue), row_links(selection, catalogue)
    return lambda row: pledged(row) if text(row["pledge_id"]) else said("statement", row["statement_id"])


def counts(db: Database) -> tuple[Count, ...]:
    """The rows of each table, all of them: nothing is left out of what the collection holds."""
    asked = asks.recorded(db)
    return tuple(
        Count(counted(len(rows), noun), rows, none_left(rows), HEADS, asked)
        for name, noun in KINDS.items()
        for rows in [asked.frame[asked.frame["table_name"] == name].reset_index(drop=True)]
    )


def none_left(rows: pd.DataFrame) -> pd.DataFrame:
    """No row beside these."""
    return rows.head(0).assign(why=pd.Series(dtype=str))
