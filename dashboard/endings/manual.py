"""The API for who reads rather than parses: a plain page with an address to try for each ending."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from dashboard.address import CARDS, Key
from dashboard.catalogue import Catalogue
from dashboard.endings.openapi import MEANINGS, STYLED, STYLED_MEANINGS, coverage, keys_of
from dashboard.endings.registry import ENDINGS
from dashboard.published.assets import versioned
from dashboard.uses import known_on

EXAMPLE = "asof=2025-09-04"
PAGE = Template((Path(__file__).parent / "manual.html").read_text(encoding="utf-8"))


def manual(catalogue: Catalogue, pages: Sequence[str], server: str) -> str:
    """The page."""
    return PAGE.substitute(
        css=versioned("published.css"),
        release=escape(catalogue.release),
        coverage=escape(coverage(catalogue)),
        server=escape(server),
        example=EXAMPLE,
        endings="".join(map(row_of_ending, ENDINGS)),
        views=", ".join(map(view_named, pages)),
        keys="".join(rows_of_keys(catalogue, pages)),
    )


def view_named(page: str) -> str:
    """A view with its page; a card has one only with its statement."""
    if page in CARDS:
        return f"{page} (with <code>focus=…</code>, a statement’s id)"
    return f'<a href="view/{page}">{page}</a>'


def row_of_ending(name: str) -> str:
    """An ending with an address to try."""
    ending = ENDINGS[name]
    besides = "; ".join(
        f"<code>{key}</code>: {', '.join(STYLED[key].get('enum', [])) or STYLED_MEANINGS[key].rstrip('.').lower()}"
        for key in ending.besides
    )
    link = f'<a href="api/pledges.{name}?{EXAMPLE}"><code>.{name}</code></a>'
    return f"<tr><td>{link}</td><td>{escape(ending.title)}</td><td>{besides}</td></tr>"


def where(key: Key, pages: Sequence[str]) -> str:
    """The views that have a use for a key, in one of their shapes at least."""
    found = [page for page in pages if key.name in known_on(page)]
    return "all" if len(found) == len(pages) else ", ".join(found)


def rows_of_keys(catalogue: Catalogue, pages: Sequence[str]) -> list[str]:
    """Each key with its meaning and the values that it knows."""
    told = []
    for key, values in keys_of(pages, catalogue):
        meaning = (MEANINGS.get(key.name) or key.noun).replace("`", "")
        said = escape(f"{meaning[0].upper()}{meaning[1:].rstrip('.')}")
        cells = f"<td>{said}</td><td>{escape(values)}</td><td>{where(key, pages)}</td>"
        told.append(f"<tr><td><code>{key.name}</code></td>{cells}</tr>")
    return told
