"""The sidebar: the filters of a page, each of which sets a key of the address in the browser."""

from pathlib import Path

import streamlit as st

from dashboard.bar.links import blank
from dashboard.components.program import program
from dashboard.desk import Desk
from dashboard.filters import rail as asked

KEY = "rail"
STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")

mount = st.components.v2.component("guarantees_rail", js=program("rail.js"), css=STYLE, isolate_styles=False)


def rail(desk: Desk) -> None:
    """Draw what the page asks; the reader's choice comes back as an address."""
    with st.sidebar:
        mount(
            key=KEY,
            data={
                "filters": asked(desk.selection, desk.catalogue),
                "lists": f"part/options/{desk.catalogue.release}/",
                "reset": blank(desk.selection, desk.catalogue),
            },
        )
