"""Pledges: who stands where on a day, and how that came to be."""

import streamlit as st

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.pledges import pledges as pledges_exhibit

SHAPES = {"map": "Map", "ledger": "Ledger", "table": "Table"}


def pledges(desk: Desk) -> None:
    """The positions of the selection, as map, ledger or table."""
    exhibit = pledges_exhibit(desk.db, desk.selection, desk.catalogue)
    aside = exhibit.aside_html(desk.theme)
    framed(desk, exhibit, SHAPES, beside=(lambda: st.html(aside)) if aside else None)
