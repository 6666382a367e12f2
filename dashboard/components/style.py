"""The one style block: what Streamlit's theme has no word for, and the colours of the parts."""

from pathlib import Path

import streamlit as st

from dashboard.figures.theme import Theme
from dashboard.parts.style import style as parts_style
from dashboard.parts.style import variables

STYLE = Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def style(theme: Theme) -> None:
    """Put the style block into the page; what stands outside a part has the reader's theme too."""
    root = variables(theme).replace(f".theme-{theme.name}", ":root", 1)
    st.html(f"<style>{root}\n{parts_style()}\n{STYLE}</style>")
