"""A view as a page of its own: title, selection in words, key, chart, reading, proof; all inside one frame."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.citing.address import root
from dashboard.citing.meta import meta
from dashboard.exhibits.exhibit import WIDTH, Draw, Exhibit
from dashboard.figures.theme import Theme, theme
from dashboard.parts.proof import rows_shown
from dashboard.parts.style import style
from dashboard.published import offline
from dashboard.published.assets import served
from dashboard.published.canvas import Canvas
from dashboard.published.counted import as_drawn, hangs_on_width
from dashboard.published.foot import beside, foot
from dashboard.published.grid import grid
from dashboard.published.links import Place, alternates, preview
from dashboard.published.room import chart_height, read_on
from dashboard.published.spare import Spare, spared
from dashboard.published.still import still

TEMPLATE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
LACKING = '"left_out":"'
CODED = '<div class="code"'
ROUNDS = 3  # until the names of those without a letter leave no one more without
CLICKED = ": click to list"  # nothing is listed here
CHART = Template('<div id="chart" role="img" aria-label="$reading" style="--height: ${height}px$more"></div>')


@dataclass(frozen=True)
class Setting:
    """How a page is shown, and what stands on it beside the exhibit.

    One theme is fixed; two follow what the reader's device prefers. `days` are the as-of day, or the first and the
    last; `opened` are title and description of the statement whose card is open, for previews; `behind` makes
    the words behind a ledger's last change, as HTML, for a canvas that has room for them. Without a `canvas` the page
    is fluid; `is_file` makes it one that opens without a server.
    """

    themes: Sequence[str]
    place: Place
    days: Sequence[dt.date] = ()
    notices: Sequence[str] = ()
    canvas: Canvas | None = None
    is_file: bool = False
    is_embedded: bool = False
    opened: tuple[str, str] | None = None
    behind: Callable[[], str] = str


def page(exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], setting: Setting) -> str:
    """The whole HTML page; `sources` are the rows relied on, with their publishers."""
    drawn = [theme(name) for name in setting.themes]
    canvas, place = setting.canvas, setting.place
    reading = read_on(exhibit.reading, canvas) if canvas else exhibit.reading
    if canvas and exhibit.is_empty:
        reading = ""  # stands large in its middle
    spare = Spare()
    is_read = exhibit.draw is None and not exhibit.is_table and not canvas
    is_card, is_headed = bool(canvas and canvas.form == "card"), not canvas or canvas.has_title
    keys = [] if exhibit.is_table or is_card else [key(exhibit, one, not canvas) for one in drawn]
    asides = [] if exhibit.is_table or is_card else [exhibit.aside_html(one) for one in drawn]
    is_framed = setting.is_embedded and not canvas
    proved = foot(exhibit, sources, release, place, setting.days, canvas, is_framed)
    drawing = None if exhibit.is_table else exhibit.draw
    told = figures(drawing, setting.themes) if drawing and not canvas else "{}"
    if canvas and drawing:
        beside_it = any(asides)
        if any(map(hangs_on_width, keys)):
            made = on_canvas(exhibit, canvas.chart_width(beside_it), round(canvas.down))(drawn[0])
            keys = [as_drawn(one, made._layout) for one in keys]
        plain = keys
        for words in dict.fromkeys((reading, "")):
            drawing, left = fitted(exhibit, canvas, drawn[0], (words, "".join(plain[:1]), proved), beside_it)
            keys = [
                said + exhibit.unlettered_html(one, left) for said, one in zip(plain, drawn, strict=False) if left
            ] or plain
            told = figures(drawing, setting.themes)
            if canvas.form != "tall" or LACKING not in told:
                break
            reading = ""  # where not all has room, more of it says more than words about it
        if exhibit.shape == "ledger":
            room = chart_height(canvas, exhibit, reading, "".join(keys[:1]), proved, CODED in proved)
            spare = spared(drawing(drawn[0])._layout, room, canvas.chart_width(beside_it), setting.behind)
            if spare.times > 1:
                across = round(canvas.chart_width(beside_it) / spare.times)
                drawing = on_canvas(exhibit, across, round(room / spare.times))
                told = figures(drawing, setting.themes)
    said = f'<p class="reading">{escape(reading)}</p>' if reading else ""
    html = TEMPLATE.substitute(
        theme=setting.themes[0] if len(setting.themes) == 1 else "auto",
        canvas=f' data-canvas="{canvas.form}" data-proof="{canvas.proof}" style="{canvas.style()}"' if canvas else "",
        embed=" data-embed" if setting.is_embedded else "",
        subject=escape(exhibit.subject),
        shape=escape(exhibit.shape),
        width=WIDTH,
        title=escape(exhibit.title),
        described=escape(f"{exhibit.sentence}. {exhibit.reading}"),
        preview=""
        if setting.is_file
        else preview(place, *(setting.opened or (exhibit.title, exhibit.sentence)), exhibit.reading),
        cited=meta(exhibit, release, place.link, place.asked) + ("" if setting.is_file else alternates(place)),
        heading=head(exhibit) if is_headed else "",
        count=escape(rows_shown(exhibit.shown, exhibit.shown, exhibit.unit)),
        opening=said if is_read else "",
        closing=("" if is_read or is_card else said) + (beside(exhibit, release) if is_framed else ""),
        notices="".join(f'<p class="notice">{escape(notice)}.</p>' for notice in setting.notices),
        key=themed(drawn, "key", keys),
        aside=themed(drawn, "aside", asides),
        hint=f'<p class="hint">{escape(still(exhibit.hint) if canvas else exhibit.hint)}</p>'
        if exhibit.is_empty and exhibit.hint
        else "",
        foot=proved,
        behind=offline.rows(exhibit) if setting.is_file else "",
        printed=quoted(place.address or place.path),
        shown=shown(exhibit, drawn, spare),
        figures=told,
        parts=style(),
        assets=offline.head(drawing is not None, '"geo"' in told)
        if setting.is_file
        else served(bool(canvas), drawing is not None),
        tail=offline.tail() if setting.is_file else "",
    )
    return offline.led(html, root(place.asked), place.page) if setting.is_file else html


def head(exhibit: Exhibit) -> str:
    """Title and selection, which doesn't begin with the title again."""
    rest = exhibit.sentence.removeprefix(f"{exhibit.title}: ")
    return f'<h1>{escape(exhibit.title)}</h1><p class="sentence">{escape(rest[:1].upper() + rest[1:])}</p>'


def key(exhibit: Exhibit, look: Theme, is_fluid: bool = False) -> str:
    """How to read the chart; and what its frame leaves out, unless the page finds it drawn.

    Where the width of the chart is the reader's, the page finds there whose letter has no room, and shows those.
    """
    unlettered = exhibit.unlettered_html(look, None) if is_fluid else ""
    outside = exhibit.outside_html(look) + unlettered if exhibit.draw else ""
    return exhibit.key_html(look).replace(CLICKED, "") + outside


def fitted(
    exhibit: Exhibit, canvas: Canvas, look: Theme, words: tuple[str, str, str], beside_it: bool
) -> tuple[Draw, Sequence[str]]:
    """How the exhibit is drawn on a canvas, and whose letters have no room there: named in the key, which lowers it.

    `words` are the reading, the key without those names, and the proof.
    """
    reading, told, proof = words
    left: Sequence[str] = ()
    for _ in range(ROUNDS):
        named = told + exhibit.unlettered_html(look, left) if left else told
        room = chart_height(canvas, exhibit, reading, named, proof, CODED in proof)
        drawing = on_canvas(exhibit, canvas.chart_width(beside_it), canvas.chart_share(room, beside_it))
        before, left = left, (drawing(look)._layout.get("meta") or {}).get("unlettered", ())
        if not told or len(left) <= len(before):
            break
    return drawing, left if told else ()


def shown(exhibit: Exhibit, drawn: Sequence[Theme], spare: Spare) -> str:
    """What the page is about: the rows where they are asked for; else what is read, and the place of the chart."""
    if exhibit.is_table:
        return grid(exhibit)
    more = f"; --times: {spare.times:g}" if spare.times > 1 else ""
    chart = CHART.substitute(reading=escape(exhibit.reading), height=exhibit.height, more=more) if exhibit.draw else ""
    return themed(drawn, "body", [exhibit.body_html(one) for one in drawn]) + chart + spare.html


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
    draw, slide, across = exhibit.draw, exhibit.slide, width

    def drawn(theme: Theme, width: int = width) -> Figure:  # noqa: ARG001
        return slide(theme, across, height) if slide else draw(theme, across) if draw else Figure()

    return drawn


def figures(draw: Draw, themes: Sequence[str], width: int = WIDTH) -> str:
    """The figure per theme, drawn for a width, as JSON that may stand in a script element."""
    text = ",".join(f'"{name}":{draw(theme(name), width).to_json()}' for name in themes)
    return re.sub(r"<(?=[/!s])", r"\\u003c", "{" + text + "}", flags=re.IGNORECASE)
