"""A published page as one file that opens anywhere: typeface, style, script, outlines and rows stand in it."""

import base64
import re
from functools import cache
from html import escape, unescape
from pathlib import Path

from dashboard.exhibits.exhibit import Exhibit
from dashboard.packing import OURS, PLOTLY
from dashboard.published.assets import SIGNS, typeface
from dashboard.published.grid import grid
from dashboard.published.table import as_csv

# Nothing is loaded, from nowhere: what the file doesn't hold it can't ask for.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"
)
HREF = re.compile(r'(<a\b[^>]*?)\shref="([^"]*)"')


def head(has_chart: bool, has_map: bool) -> str:
    """The elements of the head with all that they need in them; outlines only for a map."""
    parts = [
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n',
        f"<style>{style()}</style>\n",
        SIGNS.substitute(symbols=data(typeface(), "font/woff2")),
        script(outlines()) if has_map else "",
        script(PLOTLY.read_text(encoding="utf-8")) if has_chart else "",
    ]
    return "".join(parts)


def tail() -> str:
    """The script that draws, behind what it draws."""
    return script((OURS / "v1" / "published.js").read_text(encoding="utf-8"))


@cache
def style() -> str:
    """Our style sheet with the typeface in it."""
    text = (OURS / "v1" / "published.css").read_text(encoding="utf-8")
    return re.sub(
        r'url\("([\w.-]+\.woff2)"\)', lambda found: f'url("{data(OURS / "v1" / found[1], "font/woff2")}")', text
    )


def data(path: Path, kind: str) -> str:
    """A file as an address that holds it."""
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


@cache
def outlines() -> str:
    """The outlines of countries, where Plotly looks for them before it asks a server."""
    world = (OURS / "v1" / "world_50m.json").read_text(encoding="utf-8")
    return f"window.PlotlyGeoAssets={{topojson:{{world_50m:{world}}}}}"


def script(text: str) -> str:
    """A script element; nothing in it ends it early."""
    safe = re.sub(r"<(?=/script|!--)", r"\\x3c", text, flags=re.IGNORECASE)
    return f"<script>{safe}</script>\n"


def rows(exhibit: Exhibit) -> str:
    """The rows behind the view: to read, folded up, and as the CSV that a button saves."""
    table = "" if exhibit.is_table else f"<details><summary>The rows behind it</summary>{grid(exhibit)}</details>"
    held = base64.b64encode(as_csv(exhibit.table).encode()).decode()
    place = f'download="{escape(exhibit.subject)}.csv" href="data:text/csv;base64,{held}"'
    return f'<div class="behind" id="rows">{table}<p><a {place}>Save the rows as CSV</a></p></div>'


def led(html: str, start: str, page: str) -> str:
    """The links of a page as they work in a file: into the app where it has an address, else words alone.

    `start` is the server's address, empty where there is none; `page` the view that a bare query belongs to.
    """

    def one(found: re.Match[str]) -> str:
        before, address = found[1], unescape(found[2])
        if address.startswith(("#", "data:", "http:", "https:")):
            return found[0]
        path = address if address.startswith("/") else f"/{page}{address}" if address.startswith("?") else f"/{address}"
        return f'{before} href="{escape(start + path)}"' if start else before

    before, body, rest = parted(html)
    return before + HREF.sub(one, body) + rest


def parted(html: str) -> tuple[str, str, str]:
    """A page as its head, what is read, and the data and script behind that."""
    start, end = html.index("<body"), html.index('<script type="application/json"')
    return html[:start], html[start:end], html[end:]
