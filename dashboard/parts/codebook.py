"""The codebook as a document: an index of all tables; one table with its columns and, of a vocabulary, its codes."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

from dashboard.figures.theme import Theme
from dashboard.parts.profile import anchor, grid, profile, small
from dashboard.readings.prose import is_missing, listed, number, text

Row = Mapping[str, Any]
GROUPS = {
    "record": ("Tables: what was recorded", "Edited by hand. Facts carry their sources, contested cells their doubts."),
    "vocabulary": ("Vocabularies: the codes and their rules", "What each code means, and which rows use it."),
    "relation": (
        "Where each number comes from: tables and views made from these",
        "Each rule of reading stands once, in SQL, so that a page, the SQL page and a notebook give the same answer.",
    ),
    "macro": (
        "Where each number comes from: relations that take a day or a row",
        "“Where does everyone stand on 4 September 2025?” is such a question.",
    ),
    "link": ("Lists, an item a row", "List cells are lists, and also tables of their own."),
}
FIRST = ("events", "statements", "pledges", "speakers", "offices", "sources", "doubts", "corrections")
TYPES = {
    "VARCHAR": "text",
    "VARCHAR[]": "list of texts",
    "DATE": "day",
    "BIGINT": "whole number",
    "INTEGER": "whole number",
    "DOUBLE": "number",
    "BOOLEAN": "true or false",
}


@dataclass(frozen=True)
class Book:
    """All relations and columns; `href` leads to a relation by its name, `asked` is the SQL for its rows.

    `has_files` is true where the archive lies beside the database, and its files are served.
    """

    relations: Sequence[Row]
    columns: Sequence[Row]
    href: Callable[[str], str]
    asked: Callable[[Row], str]
    has_files: bool = False

    def link(self, name: str) -> str:
        """A relation's name as a link to what it means."""
        return f'<a href="{escape(self.href(name), quote=True)}"><code>{escape(name)}</code></a>'

    def rows(self, relation: Row, words: str) -> str:
        """The way to its rows."""
        return anchor(f"/sql?{urlencode({'sql': self.asked(relation)})}", words)


def group(relation: Row, columns: set[str]) -> str:
    """What sort of table it is, by how it says so."""
    if relation["made_as"] == "macro":
        return "macro"
    comment = text(relation["comment"])
    if relation["made_as"] == "view" or not comment.startswith("One row per"):
        return "relation"
    if comment.startswith("One row per item of"):
        return "link"
    return "vocabulary" if "code" in columns else "record"


def index(book: Book, theme: Theme) -> str:
    """Every table under its sort, with what a row of it is."""
    columns: dict[str, set[str]] = {}
    for row in book.columns:
        columns.setdefault(row["table_name"], set()).add(row["column_name"])
    sorted_out: dict[str, list[Row]] = {name: [] for name in GROUPS}
    for relation in sorted(book.relations, key=place):
        sorted_out[group(relation, columns.get(relation["name"], set()))].append(relation)
    sections = [
        (f"of-{name}", title, [f'<p class="g-lead">{escape(why)}</p>{listing(book, sorted_out[name])}'])
        for name, (title, why) in GROUPS.items()
    ]
    return f'<div class="g-data">{profile(theme.name, "", sections, "")}</div>'


def place(relation: Row) -> int:
    """The tables that most questions begin with stand first."""
    return FIRST.index(relation["name"]) if relation["name"] in FIRST else len(FIRST)


def listing(book: Book, relations: Sequence[Row]) -> str:
    """Relations, a line each."""
    rows = [
        (
            book.link(relation["name"]),
            coded(text(relation["comment"])),
            "" if is_missing(relation["rows"]) else book.rows(relation, number(relation["rows"])),
        )
        for relation in relations
    ]
    return grid(("Name", "Meaning", "Rows"), rows, "Tables", "g-listing")


def coded(words: str) -> str:
    """Text in which names between backticks are code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(words))


def relation(
    book: Book, chosen: Row, columns: Sequence[Row], codes: Sequence[Row], theme: Theme, mended: str = ""
) -> str:
    """One table: what a row is, its codes and what was corrected in them, its columns, what refers to it."""
    back = anchor(book.href(""), "All tables")
    has_file = book.has_files and chosen["made_as"] != "macro"
    path = f"/release/{chosen['name']}.parquet"
    files = f" · {anchor(path, 'Parquet')}" if has_file else ""
    lead = f'<p class="g-more">{back} · {book.rows(chosen, "Its rows in SQL")}{files}</p>'
    sections = [
        ("codes", "Codes", [codes_of(codes)]),
        ("corrected", "What was corrected", [mended]),
        ("columns", "Columns", [columns_of(book, columns)]),
        ("used", "Used by", [used_by(book, chosen["name"])]),
    ]
    return f'<div class="g-data">{profile(theme.name, "", sections, lead)}</div>'


def codes_of(codes: Sequence[Row]) -> str:
    """The codes of a vocabulary, those used first in their own order; each leads to its rows."""
    rows = [
        (
            f"<b>{escape(text(row['label']))}</b><br><code>{escape(text(row['code']))}</code>",
            f"{coded(text(row['description']))}{extras(row)}",
            uses(row),
        )
        for row in codes
    ]
    return grid(("Code", "Definition", "Rows that use it"), rows, "Codes", "g-codes")


def extras(row: Row) -> str:
    """What else the vocabulary says of a code."""
    known = ("code", "label", "description", "uses", "href")
    told = [f"{name.replace('_', ' ')}: {said(value)}" for name, value in row.items() if name not in known]
    shown = " · ".join(one for one in told if not one.endswith(": "))
    return f"<br>{small(shown)}" if shown else ""


def said(value: Any) -> str:
    """A value as it is read."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return number(value) if isinstance(value, int | float) and not is_missing(value) else text(value)


def uses(row: Row) -> str:
    """Where the code stands and how often; the page of the app that shows its rows."""
    told = "".join(
        f"<li>{anchor(href, number(count))} {small(f'in {place}')}</li>" for place, count, href in row["uses"]
    )
    page = f"<li>{anchor(row['href'], 'In the app')}</li>" if row["href"] else ""
    return f"<ul>{told}{page}</ul>" if told else small("none yet")


def columns_of(book: Book, columns: Sequence[Row]) -> str:
    """Each column: name, what it means, what it refers to."""
    return grid(("Column", "Meaning", "Type", "Refers to"), [column(book, row) for row in columns], "Columns", "g-cols")


def column(book: Book, row: Row) -> tuple[str, ...]:
    """A column's meaning begins with its title."""
    title, colon, meaning = text(row["meaning"]).partition(": ")
    is_titled = bool(colon) and len(title) < 40 and title[:1].isupper()
    told = f"<b>{escape(title)}.</b> {coded(meaning)}" if is_titled else coded(text(row["meaning"]))
    key = f" {small('key')}" if row["is_key"] else ""
    refers = text(row["refers_to"])
    kind = TYPES.get(row["data_type"], row["data_type"].lower())
    return (
        f"<code>{escape(row['column_name'])}</code>{key}",
        told,
        small(kind if len(kind) < 30 else "record"),
        book.link(refers) if refers and refers != row["table_name"] else "",
    )


def used_by(book: Book, name: str) -> str:
    """The columns elsewhere that refer to it."""
    found: dict[str, list[str]] = {}
    for row in book.columns:
        if row["refers_to"] == name and row["table_name"] != name:
            found.setdefault(row["table_name"], []).append(row["column_name"])
    told = "".join(f"<li>{book.link(table)} {small(listed(columns))}</li>" for table, columns in sorted(found.items()))
    return f'<ul class="g-row">{told}</ul>' if told else ""
