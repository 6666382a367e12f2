"""Addresses of long lists: one per kind is worked out, the rest differ in their id alone."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote_plus, urlencode

from dashboard.catalogue import Catalogue
from dashboard.exhibits.links import card_links
from dashboard.selection import Selection

Link = Callable[[str, str], str]
MARK = "ZZonlyZZ"


def ways(selection: Selection, catalogue: Catalogue, in_focus: tuple[str, ...]) -> Link:
    """Addresses from a list: kinds `in_focus` become the focus of this view; the rest as from every card."""
    inner = card_links(selection, catalogue)
    known: dict[str, str] = {}

    def link(kind: str, one: str) -> str:
        if not one:
            return ""
        if kind not in known:
            known[kind] = here(replace(selection, focus=MARK), catalogue) if kind in in_focus else inner(kind, MARK)
        return known[kind].replace(MARK, quote_plus(one))

    return link


def here(selection: Selection, catalogue: Catalogue) -> str:
    """This view under another selection, as an address."""
    return f"?{urlencode(selection.to_query(catalogue), doseq=True)}"
