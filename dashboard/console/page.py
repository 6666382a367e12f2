"""The SQL page: an editor, the rows, worked examples, and what can be asked."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from dashboard.console.examples import Example, examples
from dashboard.console.limits import in_words
from dashboard.console.schema import GROUPS, Relation
from dashboard.published.shell import head
from dashboard.readings.prose import counted

TEMPLATE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
LEAD = "Ask the release yourself: read-only, every table and relation that the pages are made of."
FIRST = "-- Ctrl+Enter runs it. Examples and tables are listed beside.\nfrom release"
LONGEST_LINK = 4000
HERE = "sql"


def page(
    sql: str,
    relations: Sequence[Relation],
    release: str,
    pages: Mapping[str, str],
    *,
    theme: str = "auto",
    own: Mapping[str, int] | None = None,
    of: str = "",
    off: str = "",
    notice: str = "",
) -> str:
    """The whole HTML page with a statement in its editor.

    `pages` are the app's, address → title; `own` the statements of the view `of` and how many
    rows each gives, that of its table first, where the reader comes from one;
    `off` says why nothing can be run here.
    """
    said = "".join(f'<p class="notice">{escape(text)}</p>' for text in (off, notice) if text)
    return TEMPLATE.substitute(
        head=head("SQL", "SQL: ask the release yourself", LEAD, "console", theme),
        lead=escape(LEAD),
        limits=escape(in_words()),
        pages=" ".join(page_html(address, title) for address, title in pages.items()),
        notice=said,
        sql=escape(sql or FIRST),
        address=escape(address_of(sql)),
        off="disabled" if off else "",
        own=own_html(own or {}, of),
        examples="".join(map(example_html, examples())),
        schema=schema_html(relations),
        release=escape(release),
    )


def page_html(address: str, title: str) -> str:
    """The way to a page of the app; this one is marked."""
    here = ' aria-current="page"' if address == HERE else ""
    return f'<a href="{escape(address)}"{here}>{escape(title)}</a>'


def address_of(sql: str) -> str:
    """The page with a statement in it; the bare page for one that is too long for an address."""
    query = urlencode({"sql": sql})
    return f"sql?{query}" if sql and len(query) <= LONGEST_LINK else "sql"


def own_html(statements: Mapping[str, int], of: str) -> str:
    """The view's statements, to be put into the editor one by one, that of its table first."""
    if not statements:
        return ""
    items = "".join(
        f'<li><button type="button" class="load" data-sql="{escape(sql)}">'
        f"Statement {place}: {counted(rows, 'row')}</button></li>"
        for place, (sql, rows) in enumerate(statements.items(), 1)
    )
    said = f"This is what {escape(of)} asks. The first line of each statement says what it gives:"
    return f'<div class="own"><p class="hint">{said}</p><ul>{items}</ul></div>'


def example_html(example: Example) -> str:
    """An example as a link to the page with it; a script loads it without leaving the page."""
    return (
        f'<li><a class="load" href="sql?example={example.name}" data-sql="{escape(example.sql)}">'
        f"{escape(example.question)}</a></li>"
    )


def schema_html(relations: Sequence[Relation]) -> str:
    """All relations by group, each to be opened."""
    return "".join(
        f"<section><h3>{escape(GROUPS[name])}</h3>{''.join(map(relation_html, members))}</section>"
        for name, members in groupby(relations, lambda one: one.group)
    )


def relation_html(relation: Relation) -> str:
    """One relation: how it is written, what it means, its columns."""
    columns = "".join(
        f'<div><dt><button type="button" class="put" data-put="{escape(one.name)}">{escape(one.name)}</button>'
        f" <small>{escape(one.type)}</small></dt><dd>{meaning_html(one.meaning)}</dd></div>"
        for one in relation.columns
    )
    name, _, parameters = relation.written.partition("(")
    rest = f"<small>({escape(parameters)}</small>" if parameters else ""
    return (
        f'<details class="relation"><summary><code>{escape(name)}{rest}</code></summary>'
        f"<p>{meaning_html(relation.meaning)}</p>"
        f'<button type="button" class="put" data-put="{escape(relation.written)}">Put into the query</button>'
        f"<dl>{columns}</dl></details>"
    )


def meaning_html(text: str) -> str:
    """A comment of the database as HTML; what stands between backticks is code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))
