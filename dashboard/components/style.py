"""The one style block: what Streamlit's theme has no word for."""

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def style() -> None:
    """Put the style block into the page."""
    st.html(f"<style>{STYLE}</style>")
