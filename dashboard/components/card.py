"""What is in focus, over the right edge of the page: nothing else moves when it opens."""

import streamlit as st

from dashboard.components.markup import markup
from dashboard.desk import Desk, change
from dashboard.exhibits.card import card as card_of
from dashboard.exhibits.exhibit import Exhibit


def card(desk: Desk, exhibit: Exhibit) -> None:
    """The card of the focus, with a way to close it; nothing where nothing is in focus."""
    found = card_of(desk.db, desk.selection, desk.catalogue, exhibit.table)
    if found is None:
        return
    with st.container(key="card"):
        st.button(
            "Close", key="close", icon=":material/close:", type="tertiary", on_click=change, kwargs={"focus": None}
        )
        markup(found(desk.theme))
