"""A chart's SVG, ready to leave: it says what it shows, and brings the typeface that its words are set in."""

import base64
import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

FACES = Path(__file__).resolve().parent.parent / "static" / "v1"
LATIN, BEYOND = "source-sans-3-latin.woff2", "source-sans-3-latin-ext.woff2"
EXTENDED = re.compile("[\u0100-\u024f\u1e00-\u1eff]")


def lettered(svg: bytes, words: Mapping[str, str]) -> bytes:
    """The SVG with its title, a description, the typeface, and what else is told of it; ValueError if it is no SVG."""
    text = svg.decode()
    end = text.find(">") + 1
    if not text.startswith("<svg") or not end:
        raise ValueError("This is no SVG.")
    told = "".join(f"\n{escape(name)}: {escape(value)}" for name, value in words.items())
    head = (
        f"<title>{escape(words.get('Title', ''))}</title><desc>{escape(words.get('Description', ''))}</desc>"
        f"<metadata>{told}\n</metadata><style>{faces(bool(EXTENDED.search(text)))}</style>"
    )
    return f"{text[:end]}{head}{text[end:]}".encode()


@cache
def faces(is_extended: bool) -> str:
    """The typeface as rules of a style sheet that need no other file."""
    return "".join(face(name) for name in ((LATIN, BEYOND) if is_extended else (LATIN,)))


def face(name: str) -> str:
    """One file of the typeface as a rule."""
    data = base64.b64encode((FACES / name).read_bytes()).decode()
    return (
        '@font-face { font-family: "Source Sans 3"; font-weight: 200 900; '
        f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
    )
