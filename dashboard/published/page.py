"""A view as a page of its own: title, selection in words, key, chart, reading, proof; all inside one frame."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.exhibits.exhibit import Draw, Exhibit
from dashboard.figures.theme import Theme, theme
from dashboard.packing import plotly_name
from dashboard.parts.style import style
from dashboard.published.assets import symbols, versioned
from dashboard.published.canvas import Canvas
from dashboard.published.foot import foot
from dashboard.published.grid import grid
from dashboard.published.room import chart_height

TEMPLATE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
CLICKED = ": click to list"  # nothing is listed here
CHART = Template('<div id="chart" role="img" aria-label="$reading" style="--height: ${height}px"></div>')


@dataclass(frozen=True)
class Setting:
    """How a page is shown, and what stands on it beside the exhibit.

    One theme is fixed; two follow what the reader's device prefers. `path` is the view's address below the server's
    root, `base` the server's own where it can be reached from elsewhere; `days` are the as-of day, or the first and
    the last. Without a `canvas` the page is fluid.
    """

    themes: Sequence[str]
    path: str
    base: str | None = None
    days: Sequence[dt.date] = ()
    notices: Sequence[str] = ()
    canvas: Canvas | None = None


def page(exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], setting: Setting) -> str:
    """The whole HTML page; `sources` are the rows relied on, with their publishers."""
    drawn = [theme(name) for name in setting.themes]
    said = f'<p class="reading">{escape(exhibit.reading)}</p>'
    is_read = exhibit.draw is None and not exhibit.is_table
    canvas = setting.canvas
    address = (setting.base or "") + setting.path
    keys = [] if exhibit.is_table else [exhibit.key_html(one).replace(CLICKED, "") for one in drawn]
    asides = [] if exhibit.is_table else [exhibit.aside_html(one) for one in drawn]
    has_chart = exhibit.draw is not None and not exhibit.is_table
    proved = foot(exhibit, sources, release, setting.path, setting.base, setting.days, canvas.proof if canvas else None)
    drawing = exhibit.draw if has_chart else None
    if canvas and drawing:
        room = chart_height(canvas, exhibit, "".join(keys[:1]), proved, setting.base is not None)
        drawing = on_canvas(exhibit, canvas.chart_width(any(asides)), room)
    return TEMPLATE.substitute(
        theme=setting.themes[0] if len(setting.themes) == 1 else "auto",
        canvas=f' data-canvas="{canvas.form}" data-proof="{canvas.proof}" style="{canvas.style()}"' if canvas else "",
        subject=escape(exhibit.subject),
        shape=escape(exhibit.shape),
        title=escape(exhibit.title),
        heading="" if canvas and not canvas.has_title else f"<h1>{escape(exhibit.title)}</h1>",
        sentence=escape(exhibit.sentence),
        reading=escape(exhibit.reading),
        opening=said if is_read and not canvas else "",
        closing="" if is_read and not canvas else said,
        notices="".join(f'<p class="notice">{escape(notice)}.</p>' for notice in setting.notices),
        key=themed(drawn, "key", keys),
        aside=themed(drawn, "aside", asides),
        hint=f'<p class="hint">{escape(exhibit.hint)}</p>' if exhibit.is_empty and exhibit.hint else "",
        foot=proved,
        printed=quoted(address),
        shown=shown(exhibit, drawn),
        figures=figures(drawing, drawn) if drawing else "{}",
        plotly=plotly_name(),
        parts=style(),
        symbols=symbols(),
        css=versioned("published.css"),
        js=versioned("published.js"),
        save=versioned("save.js"),
        fitting=f'<link rel="stylesheet" href="../{versioned("canvas.css")}">' if canvas else "",
        fit=f'<script src="../{versioned("canvas.js")}" defer></script>' if canvas else "",
    )


def shown(exhibit: Exhibit, drawn: Sequence[Theme]) -> str:
    """What the page is about: the rows where they are asked for; else what is read, and the place of the chart."""
    if exhibit.is_table:
        return grid(exhibit)
    chart = CHART.substitute(reading=escape(exhibit.reading), height=exhibit.height) if exhibit.draw else ""
    return themed(drawn, "body", [exhibit.body_html(one) for one in drawn]) + chart


def quoted(words: str) -> str:
    """Text as it may stand between quotation marks in a style sheet that is part of a page."""
    return re.sub(r"[^\w .,:;/?&=%+·()-]", lambda found: f"\\{ord(found.group(0)):x} ", words)


def themed(drawn: Sequence[Theme], name: str, parts: Sequence[str]) -> str:
    """A part of the page once per theme; the style sheet shows the one that fits."""
    pairs = [(one.name, part) for one, part in zip(drawn, parts, strict=False) if part]
    first = drawn[0].name
    apart = [(one, part if one == first else named_apart(part, one)) for one, part in pairs]
    return "".join(f'<div class="{name} only-{theme_name}">{part}</div>' for theme_name, part in apart)


def named_apart(part: str, name: str) -> str:
    """A part whose anchors have names of their own, so that its links lead within it and not into a hidden one."""
    return re.sub(r'(\sid="|\shref="#|\saria-labelledby="|url\(#)', rf"\g<1>{name}-", part)


def on_canvas(exhibit: Exhibit, width: int, height: int) -> Draw:
    """Draws for a width and, where the exhibit can, for no more than a height."""
    draw, slide = exhibit.draw, exhibit.slide

    def drawn(theme: Theme, width: int = width) -> Figure:
        return slide(theme, width, height) if slide else draw(theme, width) if draw else Figure()

    return drawn


def figures(draw: Draw, drawn: Sequence[Theme]) -> str:
    """The figure per theme as JSON that may stand in a script element."""
    text = ",".join(f'"{one.name}":{draw(one).to_json()}' for one in drawn)
    return re.sub(r"<(?=[/!s])", r"\\u003c", "{" + text + "}", flags=re.IGNORECASE)
