"""A small line for each value of the address that could not be honoured."""

from collections.abc import Sequence
from html import escape

import streamlit as st


def notices(found: Sequence[str]) -> None:
    """Nothing where all was understood."""
    if found:
        said = "".join(f"<li>{escape(notice)}.</li>" for notice in found)
        st.html(f'<ul class="g-notices" role="status">{said}</ul>')
