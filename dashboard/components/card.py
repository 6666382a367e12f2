"""What is in focus, in the place of what stands beside the chart: it covers nothing that is shown."""

import streamlit as st

from dashboard.components.markup import markup
from dashboard.desk import change
from dashboard.exhibits.card import Card
from dashboard.figures.theme import Theme


def card(opened: Card, theme: Theme) -> None:
    """The card of the focus, with a way to close it."""
    with st.container(key="card"):
        st.button(
            "Close", key="close", icon=":material/close:", type="tertiary", on_click=change, kwargs={"focus": None}
        )
        markup(opened(theme))
