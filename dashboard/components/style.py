"""The one style block: what Streamlit's theme has no word for, the reader's colours, and the sheet of the parts."""

from functools import cache
from pathlib import Path

import streamlit as st

from dashboard.components.markup import Piece
from dashboard.figures.theme import Theme, theme
from dashboard.parts.style import sheet, variables

STYLE = Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def style(drawn: Theme) -> None:
    """Put the style block into the page; what stands outside a part has the reader's theme too."""
    st.html(block(drawn.name))


@cache
def block(name: str) -> Piece:
    """The style block of a theme."""
    root = variables(theme(name)).replace(f".theme-{name}", ":root", 1)
    return Piece(f'<style>@import url("./part/style/{sheet()}");\n{root}\n{STYLE}</style>')
