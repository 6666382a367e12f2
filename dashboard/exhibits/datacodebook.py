"""The codebook: every table with its columns, every vocabulary with its codes and the rows that use them."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.datamethod import none_left
from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.exhibits.links import address
from dashboard.exhibits.onward import rows_of, table_links
from dashboard.exhibits.releasefiles import archive
from dashboard.parts import codebook as parts
from dashboard.parts.corrected import corrections
from dashboard.queries import datacodebook as asks
from dashboard.queries.corrected import corrected
from dashboard.queries.dataquality import relied_on
from dashboard.readings.data import reading_codebook, reading_relation
from dashboard.readings.prose import counted
from dashboard.selection import Selection

COLUMNS = {
    "table_name": "Table",
    "column_name": "Column",
    "data_type": "Type",
    "is_key": "Key",
    "meaning": "Meaning",
    "refers_to": "Refers to",
}
HEADS = {"name": "Name", "made_as": "Is a", "rows": "Rows", "comment": "Meaning"}
# Pages of the app on which the rows of a code are read: the keys of the address, by vocabulary.
READ_ON: Mapping[str, tuple[str, str, dict[str, Any]]] = {
    "topic": ("statements", "topics", {}),
    "tone": ("statements", "tones", {}),
    "standing": ("statements", "standings", {}),
    "quote_form": ("statements", "quoted", {}),
    "event_category": ("timeline", "categories", {"whole": True}),
    "pledge_kind": ("pledges", "kind", {"shape": "ledger"}),
    "condition": ("pledges", "conditions", {"shape": "conditions", "over": "all"}),
    "bloc": ("pledges", "blocs", {}),
}
Row = Mapping[str, Any]


def codebook(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """All tables, or the one chosen."""
    relations, columns, uses = asks.relations(db), asks.columns(db), asks.uses(db)
    chosen = next((row for row in relations.rows if row["name"] == selection.relation), None)
    frame = columns_of(db, chosen, columns.frame) if chosen else relations.frame[list(HEADS)]
    book = parts.Book(
        relations.rows,
        columns.rows,
        table_links(selection, catalogue),
        partial(asked_for, samples=asks.samples(db)),
        archive(db) is not None,
    )
    body = one(db, chosen, frame, book, catalogue) if chosen else partial(parts.index, book)
    total = len(columns.frame)
    return Exhibit(
        subject="data",
        shape="codebook",
        is_table=selection.is_table,
        title=title(selection.relation),
        sentence=selection.sentence(catalogue),
        reading=reading_relation(chosen, len(frame)) if chosen else reading_codebook(relations.rows, total),
        table=frame,
        columns=COLUMNS if chosen else HEADS,
        shown=len(frame),
        total=len(frame),
        unit="columns" if chosen else "tables, views and relations",
        source_ids=relied_on(db),
        asked=(columns, relations, uses),
        draw=None,
        body_html=body,
        counts=lambda: counts(db),
    )


def title(relation: str | None) -> str:
    """What is explained: all tables, or one."""
    return f"Codebook: {relation}" if relation else "What the tables and columns mean"


def columns_of(db: Database, chosen: Row, columns: pd.DataFrame) -> pd.DataFrame:
    """The columns of one table, view or relation."""
    if chosen["made_as"] == "macro":
        return described(db, chosen, columns)
    own: pd.DataFrame = columns[columns["table_name"] == chosen["name"]].reset_index(drop=True)
    return own


def described(db: Database, chosen: Row, known: pd.DataFrame) -> pd.DataFrame:
    """The columns of a relation with parameters; they mean what columns of the same name mean in tables."""
    call = asked_for(chosen, asks.samples(db))
    found = asks.described(db, call).frame
    meanings = dict(zip(reversed(known["column_name"].tolist()), reversed(known["meaning"].tolist()), strict=True))
    told: pd.DataFrame = found.assign(
        table_name=chosen["name"],
        meaning=[meanings.get(name, "") for name in found["column_name"]],
        is_key=False,
        refers_to=None,
    )[list(COLUMNS)]
    return told


def asked_for(relation: Row, samples: Mapping[str, str]) -> str:
    """The statement that asks for a relation's rows."""
    if relation["made_as"] != "macro":
        return asks.everything(relation["name"])
    return asks.calling(relation["name"], list(relation["parameters"]), samples)


def one(db: Database, chosen: Row, frame: Any, book: parts.Book, catalogue: Catalogue) -> Any:
    """One table: its columns; of a vocabulary also its codes, each with the rows that use it."""
    name = chosen["name"]
    held = [row for row in book.columns if row["table_name"] == name]
    is_vocabulary = any(row["column_name"] == "code" and row["is_key"] for row in held)
    codes = asks.codes(db, name).rows if is_vocabulary else []
    used = [row for row in asks.uses(db).rows if row["vocabulary"] == name]
    told = [code(row, used, name, catalogue) for row in codes]
    columns = frame.to_dict("records")
    was = corrections(corrected(db, "codebook", [name]).rows, lambda _: "")
    return lambda theme: parts.relation(book, chosen, columns, told, theme, was)


def code(row: Row, used: Sequence[Row], vocabulary: str, catalogue: Catalogue) -> dict[str, Any]:
    """A code with where it is used, and the page of the app on which its rows are read."""
    uses = [
        (f"{table}.{column}", int(one["rows"]), rows_of(asks.using(table, column, row["code"])))
        for one in used
        if one["code"] == row["code"]
        for table, column in [(one["table_name"], one["column_name"])]
    ]
    return {**row, "uses": uses, "href": read_on(vocabulary, row, catalogue) if uses else ""}


def read_on(vocabulary: str, row: Row, catalogue: Catalogue) -> str:
    """The address in the app; empty where no page shows the rows of such a code."""
    if vocabulary not in READ_ON:
        return ""
    page, name, fixed = READ_ON[vocabulary]
    given: dict[str, Any] = {key: value for key, value in fixed.items() if key != "whole"}
    if "whole" in fixed:
        given |= {"since": catalogue.covered_from, "until": catalogue.covered_until}
    if vocabulary == "pledge_kind" and not row["is_position"]:
        given, name = {"shape": "contributions", "part": "items"}, "offers"
    value = row["code"] if name == "kind" else (row["code"],)
    return address(Selection(page, **{**given, name: value}), catalogue)


def counts(db: Database) -> tuple[Count, ...]:
    """Tables, views and relations with parameters."""
    asked = asks.relations(db)
    nouns = {"table": "table", "view": "view", "macro": "relation"}
    return tuple(
        Count(counted(len(rows), noun) + words, rows, none_left(rows), HEADS, asked)
        for made_as, noun in nouns.items()
        for words in [" with parameters" if made_as == "macro" else ""]
        for rows in [asked.frame[asked.frame["made_as"] == made_as].reset_index(drop=True)]
    )
