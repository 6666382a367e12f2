"""What is in focus, in the place of what stands beside the chart: it covers nothing that is shown."""

import streamlit as st

from dashboard.bar.links import changed, link
from dashboard.components.markup import markup
from dashboard.desk import Desk
from dashboard.exhibits.card import Card


def card(opened: Card, desk: Desk) -> None:
    """The card of the focus, with a way to close it."""
    back = link(changed(desk.selection, desk.catalogue, focus=None, at=desk.selection.at), "Close", 'class="g-close"')
    with st.container(key="card"):
        markup(f'{back}<h2 class="g-unseen">In focus</h2>{opened(desk.theme)}')
