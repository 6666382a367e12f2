"""The sidebar: the filters of a page, each of which sets a key of the address in the browser."""

from pathlib import Path

import streamlit as st

from dashboard.bar.links import blank
from dashboard.desk import Desk
from dashboard.filters import rail as asked

KEY = "rail"
SCRIPT, STYLE = (Path(__file__).with_suffix(ending).read_text(encoding="utf-8") for ending in (".js", ".css"))

mount = st.components.v2.component("guarantees_rail", js=SCRIPT, css=STYLE, isolate_styles=False)


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
