"""Addresses of our own style sheet and script; another content has another address, so each may be kept for ever."""

import re
from functools import cache
from pathlib import Path
from string import Template

from dashboard.packing import OURS, digest, plotly_name

# Arrows and other signs that the served parts of the typeface lack: cut out of it, 5 kB.
SIGNS = Template("""<style>
@font-face {
  font-family: "Source Sans 3"; font-weight: 200 900; src: url("$symbols") format("woff2");
  unicode-range: U+2190, U+2192, U+2194-2199, U+2248, U+2260, U+2264-2265, U+2318, U+25A0-25FF, U+2713;
}
</style>
""")


@cache
def versioned(name: str) -> str:
    """The address of a static file below the server's root, such as ``app/static/v1/published.css?v=…``."""
    return f"app/static/v1/{name}?v={digest((OURS / 'v1' / name).read_bytes())[:10]}"


def typeface() -> Path:
    """The part of the typeface that holds signs."""
    return OURS / "v1" / "guarantees-signs.woff2"


def symbols() -> str:
    """The address of that part below the server's root."""
    return f"app/static/v1/{typeface().name}"


@cache
def faces() -> str:
    """The parts of the typeface that our style sheet names, for a page at the server's root.

    Until it knows our theme Streamlit asks for the whole typeface under its own name: that is given the same parts.
    """
    text = (OURS / "v1" / "published.css").read_text(encoding="utf-8")
    found = "".join(re.findall(r"@font-face \{.*?\}", text, flags=re.DOTALL))
    signs = re.sub(r"</?style>", "", SIGNS.substitute(symbols=f"./{symbols()}"))
    ours = re.sub(r'url\("(?!\.)', 'url("./app/static/v1/', found) + signs
    return ours + ours.replace('"Source Sans 3"', '"Source Sans"').replace("200 900", "100 900")


@cache
def served(is_canvas: bool, has_chart: bool) -> str:
    """The elements of a page's head that load typeface, style and script from the server, one folder up."""
    styles = ["published.css", *(["canvas.css"] if is_canvas else [])]
    scripts = [*(["canvas.js", "canvas-chart.js"] if is_canvas else []), "published.js", "save.js"]
    # A canvas without a chart may be presented before one that has it, when nothing can be loaded any more.
    drawing = f'<script src="../plotly/{plotly_name()}" defer></script>\n' if has_chart or is_canvas else ""
    return (
        '<link rel="icon" href="../favicon.png">\n'
        '<link rel="preload" href="../app/static/v1/source-sans-3-latin.woff2" as="font" type="font/woff2"'
        " crossorigin>\n"
        + SIGNS.substitute(symbols=f"../{symbols()}")
        + "".join(f'<link rel="stylesheet" href="../{versioned(name)}">\n' for name in styles)
        + drawing
        + "".join(f'<script src="../{versioned(name)}" defer></script>\n' for name in scripts)
    )
