"""What a view gets to work with: the database, the catalogue, the selection, the theme; and how a click changes it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import WIDTH
from dashboard.figures.theme import Theme
from dashboard.selection import Selection

PATCH = "selection_patch"


@dataclass(frozen=True)
class Desk:
    """One run of the script for one reader; `width` is the room for a chart in pixels.

    `later` is what is sent after all else: charts keep the browser busy, and what came behind them would wait.
    """

    db: Database
    catalogue: Catalogue
    selection: Selection
    theme: Theme
    width: int = WIDTH
    later: list[Callable[[], None]] = field(default_factory=list)

    def link(self, page: str, **changes: Any) -> dict[str, list[str]]:
        """The address keys of another page under the same filters, with some changed."""
        fields = vars(self.selection.on_page(page)) | changes
        return Selection(**fields).to_query(self.catalogue)


def change(**fields: Any) -> None:
    """Change fields of the selection in the next run; for callbacks, which come before it."""
    st.session_state[PATCH] = {**st.session_state.get(PATCH, {}), **fields}
