"""A view as a page of its own: title, selection in words, key, chart, reading, proof; all inside one frame."""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import pandas as pd

from dashboard.citing.address import root
from dashboard.citing.meta import meta
from dashboard.exhibits.exhibit import WIDTH, Exhibit, nothing
from dashboard.figures.theme import Theme, theme
from dashboard.parts.proof import all_rows
from dashboard.parts.signskey import signs_key
from dashboard.parts.style import style
from dashboard.published import offline
from dashboard.published.assets import served
from dashboard.published.canvas import Canvas
from dashboard.published.foot import beside, foot
from dashboard.published.grid import grid
from dashboard.published.links import Place, alternates, preview
from dashboard.published.plan import Plan, planned
from dashboard.published.room import longer, read_on
from dashboard.published.spare import Spare
from dashboard.published.still import still

TEMPLATE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
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

    @property
    def is_framed(self) -> bool:
        """Whether it stands in another page and has no fixed size."""
        return self.is_embedded and not self.canvas


def page(exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], setting: Setting) -> str:
    """The whole HTML page; `sources` are the rows relied on, with their publishers."""
    canvas, place = setting.canvas, setting.place
    looks = [theme(name) for name in setting.themes]
    proved = foot(exhibit, sources, release, place, setting.days, canvas, setting.is_framed)
    reading = reading_on(exhibit, canvas)
    plan = planned(exhibit, looks, canvas, (reading, proved), setting.behind)
    told = plan.title or exhibit.title, plan.reading or exhibit.reading
    if told != (exhibit.title, exhibit.reading):
        exhibit = replace(exhibit, title=told[0], reading=told[1])
        reading = reading_on(exhibit, canvas)
        proved = foot(exhibit, sources, release, place, setting.days, canvas, setting.is_framed)
    html = TEMPLATE.substitute(
        frame(exhibit, setting, plan)
        | described(exhibit, release, setting)
        | words(exhibit, release, setting, reading)
        | {
            "key": themed(looks, "key", plan.keys),
            "aside": themed(looks, "aside", plan.asides),
            "foot": proved,
            "shown": shown(exhibit, looks, plan.spare, bool(canvas)),
            "figures": plan.figures,
        }
        | carried(exhibit, setting, plan)
    )
    return offline.led(html, root(place.asked), place.page) if setting.is_file else html


def frame(exhibit: Exhibit, setting: Setting, plan: Plan) -> dict[str, str]:
    """What style sheet and scripts go by."""
    canvas = setting.canvas
    measures = canvas.style(plan.aside, plan.high) if canvas else ""
    return {
        "theme": setting.themes[0] if len(setting.themes) == 1 else "auto",
        "canvas": f' data-canvas="{canvas.form}" data-proof="{canvas.proof}" style="{measures}"' if canvas else "",
        "embed": " data-embed" if setting.is_embedded else "",
        "subject": escape(exhibit.subject),
        "shape": escape(exhibit.shape),
        "width": str(WIDTH),
    }


def described(exhibit: Exhibit, release: Mapping[str, Any], setting: Setting) -> dict[str, str]:
    """What the page says of itself to those who don't look at it: previews, reference managers, screen readers."""
    place = setting.place
    opened = setting.opened or (exhibit.title, exhibit.sentence)
    return {
        "title": escape(exhibit.title),
        "twin": twin(exhibit, setting),
        "described": escape(f"{exhibit.sentence}. {exhibit.reading}"),
        "preview": ""
        if setting.is_file
        else preview(place, *opened, opened[1] if setting.opened else exhibit.reading, bool(setting.opened)),
        "cited": meta(exhibit, release, place.link, place.asked) + ("" if setting.is_file else alternates(place)),
        "count": escape(all_rows(exhibit.shown, exhibit.unit)),
        "printed": quoted(place.address or place.path),
    }


def twin(exhibit: Exhibit, setting: Setting) -> str:
    """The way to the same rows as a table, for who reads no chart; a file has them in itself."""
    is_read = exhibit.is_table or setting.canvas or not (exhibit.draw or exhibit.apart)
    href = "#rows" if setting.is_file else setting.place.table
    return "" if is_read else f'<a class="skip" href="{escape(href)}">The same rows as a table</a>\n'


def words(exhibit: Exhibit, release: Mapping[str, Any], setting: Setting, reading: str) -> dict[str, str]:
    """What is read above and below the view; a text opens with its reading."""
    canvas = setting.canvas
    is_card = bool(canvas and canvas.form == "card")
    is_read = exhibit.draw is None and not exhibit.is_table and (not canvas or (is_card and exhibit.subject == "data"))
    more = longer(exhibit.reading, canvas) if canvas and reading and not exhibit.draw else ()
    longest = f' data-longer="{escape(json.dumps(more), quote=True)}"' if more else ""
    said = f'<p class="reading"{longest}>{escape(reading)}</p>' if reading else ""
    closing = "" if is_read or is_card else said
    hint = still(exhibit.hint) if canvas else exhibit.hint
    return {
        "heading": head(exhibit, canvas),
        "notices": "".join(f'<p class="notice">{escape(notice)}.</p>' for notice in setting.notices),
        "opening": said if is_read else "",
        "closing": closing + (beside(exhibit, release) if setting.is_framed else ""),
        "hint": f'<p class="hint">{escape(hint)}</p>' if exhibit.is_empty and exhibit.hint else "",
    }


def carried(exhibit: Exhibit, setting: Setting, plan: Plan) -> dict[str, str]:
    """Style, scripts and rows: in the page itself where it is a file."""
    return {
        "parts": style(),
        "assets": offline.head(plan.is_drawn, '"geo"' in plan.figures)
        if setting.is_file
        else served(bool(setting.canvas), plan.is_drawn),
        "tail": offline.tail() if setting.is_file else "",
        "behind": offline.rows(exhibit) if setting.is_file else "",
    }


def reading_on(exhibit: Exhibit, canvas: Canvas | None) -> str:
    """The reading, as far as a canvas has room for it; without rows it stands large in the middle of one."""
    if not canvas:
        return exhibit.reading
    return "" if exhibit.is_empty else read_on(exhibit.reading, canvas, is_whole=exhibit.subject == "country")


def head(exhibit: Exhibit, canvas: Canvas | None) -> str:
    """Title, with others that the reader's width may ask for, and selection, which doesn't say it again.

    A canvas may go without the title, or without both.
    """
    if canvas and not canvas.has_sentence:
        return ""
    is_titled = not canvas or canvas.has_title
    rest = exhibit.sentence.removeprefix(f"{exhibit.title}: ") if is_titled else exhibit.sentence
    others = f' data-titles="{escape(json.dumps(dict(exhibit.titles)))}"' if exhibit.titles and not canvas else ""
    title = f"<h1{others}>{escape(exhibit.title)}</h1>" if is_titled else ""
    return f'{title}<p class="sentence">{escape(rest[:1].upper() + rest[1:])}</p>'


def shown(exhibit: Exhibit, drawn: Sequence[Theme], spare: Spare, is_slide: bool) -> str:
    """What the page is about: the rows where they are asked for; else what is read, and the place of the chart."""
    read = exhibit.slide_html if is_slide and exhibit.slide_html is not nothing else exhibit.body_html
    if exhibit.is_table:
        return grid(exhibit)
    more = f"; --times: {spare.times:g}" if spare.times > 1 else ""
    told = [read(one) for one in drawn]
    if is_slide:
        told = [f"{one}{signs_key(look, one)}" for one, look in zip(told, drawn, strict=True)]
    chart = CHART.substitute(reading=escape(exhibit.reading), height=exhibit.height, more=more) if exhibit.draw else ""
    return themed(drawn, "body", told) + chart + spare.html


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
