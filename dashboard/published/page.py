"""A view as a page of its own: title, selection in words, key, chart, reading, proof; all inside one frame."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from dashboard.exhibits.exhibit import Draw, Exhibit
from dashboard.figures.theme import Theme, theme
from dashboard.packing import plotly_name
from dashboard.parts.proof import proof
from dashboard.parts.style import style
from dashboard.published.assets import symbols, versioned
from dashboard.published.grid import grid

TEMPLATE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))


CHART = Template('<div id="chart" role="img" aria-label="$reading" style="--height: ${height}px"></div>')


def page(
    exhibit: Exhibit,
    sources: pd.DataFrame,
    release: Mapping[str, Any],
    themes: Sequence[str],
    link: Mapping[str, Sequence[str]],
    notices: Sequence[str] = (),
    host: str = "",
) -> str:
    """The whole HTML page. One theme is fixed; two follow what the reader's device prefers.

    `sources` are the rows relied on, with their publishers; `link` the address, key by key,
    `host` the server's name: for who reads the page on a slide or on paper.
    """
    drawn = [theme(name) for name in themes]
    address = f"/{'' if exhibit.subject == 'overview' else exhibit.subject}?{urlencode(link, doseq=True)}"
    said = f'<p class="reading">{escape(exhibit.reading)}</p>'
    is_read = exhibit.draw is None and not exhibit.is_table
    return TEMPLATE.substitute(
        theme=themes[0] if len(themes) == 1 else "auto",
        subject=escape(exhibit.subject),
        shape=escape(exhibit.shape),
        title=escape(exhibit.title),
        sentence=escape(exhibit.sentence),
        reading=escape(exhibit.reading),
        opening=said if is_read else "",
        closing="" if is_read else said,
        notices="".join(f'<p class="notice">{escape(notice)}.</p>' for notice in notices),
        key=themed(drawn, "key", [] if exhibit.is_table else [exhibit.key_html(one) for one in drawn]),
        aside=themed(drawn, "aside", [] if exhibit.is_table else [exhibit.aside_html(one) for one in drawn]),
        hint=f'<p class="hint">{escape(exhibit.hint)}</p>' if exhibit.is_empty and exhibit.hint else "",
        proof=proof(exhibit.shown, exhibit.total, exhibit.unit, sources, release, exhibit.notes),
        address=escape(address, quote=True),
        written=escape(host + address),
        foot=quoted(host + address),
        shown=shown(exhibit, drawn),
        figures=figures(exhibit.draw, drawn) if exhibit.draw and not exhibit.is_table else "{}",
        plotly=plotly_name(),
        parts=style(),
        symbols=symbols(),
        css=versioned("published.css"),
        js=versioned("published.js"),
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


def figures(draw: Draw, drawn: Sequence[Theme]) -> str:
    """The figure per theme as JSON that may stand in a script element."""
    text = ",".join(f'"{one.name}":{draw(one).to_json()}' for one in drawn)
    return re.sub(r"<(?=[/!s])", r"\\u003c", "{" + text + "}", flags=re.IGNORECASE)
