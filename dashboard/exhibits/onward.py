"""The ways on from a document: from a number to its rows, from a name to its table in the codebook."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

from dashboard.catalogue import Catalogue
from dashboard.exhibits.links import address
from dashboard.selection import Selection


def rows_of(sql: str) -> str:
    """The address, from the server's root: the same on a page of the app and on a published one."""
    return f"/sql?{urlencode({'sql': sql})}"


def table_links(selection: Selection, catalogue: Catalogue) -> Callable[[str], str]:
    """The address of a table in the codebook, of all of them for no name; the reader's filters come along."""

    def href(name: str) -> str:
        return address(replace(selection, shape="codebook", relation=name or None, form=None), catalogue)

    return href
