"""Overview: where things stand, what changed last, how much was collected."""

import streamlit as st

from dashboard.components.card import card
from dashboard.components.exhibit import PHONE, empty, in_focus, said, source_line, top
from dashboard.components.markup import markup
from dashboard.components.table import table
from dashboard.components.today import COLUMNS, bar, chart, density
from dashboard.desk import Desk
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.overview import overview as overview_exhibit
from dashboard.parts.opener import opener


def overview(desk: Desk) -> None:
    """The positions of the as-of day, the ten latest moves, the months of the collection."""
    exhibit = overview_exhibit(desk.db, desk.selection, desk.catalogue)
    top(desk, exhibit, {})
    opened = in_focus(desk, exhibit)
    is_chart = not (exhibit.is_empty or exhibit.is_table)
    if desk.width < PHONE and is_chart and not opened:
        for part in (bar, news, standing):
            part(desk, exhibit)
        return
    left, right = st.columns(COLUMNS, gap="medium")
    with left:
        for part in (bar, standing) if is_chart else (standing,):
            part(desk, exhibit)
    with right:
        card(opened, desk) if opened else news(desk, exhibit)


def news(desk: Desk, exhibit: Exhibit) -> None:
    """The latest moves, the loudest conversation; the months of the collection."""
    markup(exhibit.aside_html(desk.theme))
    density(desk, exhibit)


def standing(desk: Desk, exhibit: Exhibit) -> None:
    """The map, or its rows; what they say and rest on."""
    if exhibit.is_empty or exhibit.is_table:
        (empty if exhibit.is_empty else table)(desk, exhibit)
    else:
        chart(desk, exhibit)
    said(desk, exhibit)
    source_line(desk, exhibit, exhibit.notes)
    markup(opener())
