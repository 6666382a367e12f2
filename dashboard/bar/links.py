"""Addresses of the app that differ from the one shown in a few fields: whatever a reader chooses is such a link."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

from dashboard.catalogue import Catalogue
from dashboard.selection import Selection


def address(page: str, query: Mapping[str, Sequence[str]]) -> str:
    """A page under an address's keys, relative to the server's root."""
    path = "./" if page == "overview" else page
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def changed(selection: Selection, catalogue: Catalogue, **fields: Any) -> str:
    """The same page with some fields changed; a list is read from its first page again."""
    return address(selection.page, selection.but(**{"at": None, **fields}).to_query(catalogue))


def elsewhere(selection: Selection, catalogue: Catalogue, page: str) -> str:
    """Another page under the same filters."""
    return address(page, selection.on_page(page).to_query(catalogue))


def blank(selection: Selection, catalogue: Catalogue) -> str:
    """The page in its shape, with every filter and setting taken off."""
    return address(selection.page, Selection(selection.page, shape=selection.shape).to_query(catalogue))


def loosened(selection: Selection, catalogue: Catalogue) -> str:
    """The page without what leaves rows out; kind, phase and days stay."""
    unset = vars(Selection(selection.page))
    return changed(selection, catalogue, **{name: unset[name] for name in selection.narrowed_by()})


def lasting(selection: Selection, catalogue: Catalogue) -> str:
    """The keys of what leaves the app, encoded: as-of day, dates and release always stand in them."""
    return urlencode(selection.to_link(catalogue), doseq=True)


def link(href: str, words: str, marks: str = "") -> str:
    """A link of ours; `marks` are further attributes, written out."""
    return f'<a href="{escape(href, quote=True)}"{f" {marks}" if marks else ""}>{escape(words)}</a>'
