"""The one browser component: tells the script which link of ours was followed inside text and lists."""

from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st

GOING, KEY = "going_to", "bridge"
SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

mount = st.components.v2.component("guarantees_bridge", js=SCRIPT)


def bridge() -> None:
    """Listen for links; nothing is drawn."""
    with st.container(key="unseen"):
        mount(key=KEY, on_followed_change=followed, height=0)


def followed() -> None:
    """Remember where the reader wants to go; `arrive` goes there at the start of the run."""
    to = st.session_state[KEY]["followed"]
    go(str(to["page"]), parse_qs(str(to["query"]).removeprefix("?")))


def go(page: str, query: dict[str, list[str]]) -> None:
    """Lead to a page in the next run; for callbacks."""
    st.session_state[GOING] = [page, query]


def arrive(here: str, pages: dict[str, st.Page]) -> None:
    """Go where a link led to: another page, or other keys of this one."""
    page, query = st.session_state.pop(GOING, (None, None))
    if page == here:
        st.query_params.from_dict(query)
    elif page in pages:
        st.switch_page(pages[page], query_params=query)
