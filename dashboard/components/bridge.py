"""The bridge to the browser: links of ours stay within the app, parts open on demand; tells the room for a chart."""

import streamlit as st

from dashboard.address import KEYS, SHAPES
from dashboard.components.program import program
from dashboard.exhibits.exhibit import WIDTH

GOING, KEY = "going_to", "bridge"
mount = st.components.v2.component("guarantees_bridge", js=program("bridge.js"))


def bridge(page: str, theme: str) -> None:
    """Listen; nothing is drawn. `theme` is the name of the one that this run was drawn in."""
    with st.container(key="unseen"):
        mount(
            key=KEY,
            data={
                "width": width(),
                "theme": theme,
                "pages": list(SHAPES),
                "page": page,
                "keys": [key.name for key in KEYS],
            },
            on_width_change=run_again,
            on_theme_change=run_again,
            height=0,
        )


def run_again() -> None:
    """The run that follows draws for the new width or theme."""


def width() -> int:
    """Pixels across for a chart: what the browser said last, or a desktop's."""
    return int((st.session_state.get(KEY) or {}).get("width") or WIDTH)


def go(page: str, query: dict[str, list[str]]) -> None:
    """Lead to a page in the next run; for callbacks."""
    st.session_state[GOING] = [page, query]


def arrive(here: str, pages: dict[str, st.Page]) -> None:
    """Go where a click led to: another page, or other keys of this one."""
    page, query = st.session_state.pop(GOING, (None, None))
    if page == here:
        st.query_params.from_dict(query)
    elif page in pages:
        st.switch_page(pages[page], query_params=query)
