"""HTML of ours on screen. Streamlit's sanitiser drops inline drawings, so they go in as pictures."""

import re
from base64 import b64encode

import streamlit as st

DRAWING = re.compile(r"<svg\b[^>]*>.*?</svg>", re.DOTALL)
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


class Piece:
    """HTML as it is: a string Streamlit would search for indents, and take for the name of a file."""

    def __init__(self, body: str) -> None:
        self.body = body

    def _repr_html_(self) -> str:
        return self.body


def markup(body: str) -> None:
    """Put a part on the screen; nothing for an empty one."""
    if body:
        st.html(Piece(DRAWING.sub(as_picture, body)))


def as_picture(found: re.Match[str]) -> str:
    """An inline drawing as an image of the same size; its word stands beside it."""
    drawing = found.group(0)
    size = " ".join(re.findall(r'\b(?:width|height)="\d+"', drawing)[:2])
    whole = drawing if "xmlns=" in drawing else drawing.replace("<svg", f"<svg {NAMESPACE}", 1)
    return f'<img {size} alt="" src="data:image/svg+xml;base64,{b64encode(whole.encode()).decode()}">'
