"""What stands on a canvas that a view leaves mostly free: what was asked, larger strips, the last change’s words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any, NamedTuple

from dashboard.exhibits.exhibit import Exhibit, nothing
from dashboard.figures.labels import shortened
from dashboard.figures.ledgerbody import ROOMY
from dashboard.parts.quote import form_words
from dashboard.readings.cards import office_words
from dashboard.readings.prose import long_date, sentence, short_date, text
from dashboard.readings.wording import in_strip, lowered
from dashboard.readings.wording import rows as records

Row = Mapping[str, Any]
# A strip is drawn at most `ROOMY` pixels high, as `canvas-chart.js` has it; a few of them larger in all.
LEAST, MOST = 1.1, 1.5
NARROWEST = 480  # on less, words in strips fall away
FEW, ITEM, DAY, AIR = 12, 12, 98, 36  # items that are listed, their type, the room of their day, air around them
WORDS = 150  # pixels that the words behind a change take
SHARE = 0.55  # of the room, that strips fill at most when they are drawn larger


def calm(exhibit: Exhibit, ways: Sequence[str]) -> Exhibit:
    """A view without rows as it is shown on a canvas: what was asked for in large words, and what would have rows."""
    asked = f"Asked for: {lowered(exhibit.sentence)}."
    told = "".join(f"<li>{escape(one)}</li>" for one in ways)
    hint = "" if told or not exhibit.hint else f"<p>{escape(exhibit.hint)}</p>"
    html = (
        f'<div class="nothing"><p class="said">{escape(exhibit.reading)}</p><p>{escape(asked)}</p>'
        f"{f'<ul>{told}</ul>' if told else hint}</div>"
    )
    return replace(
        exhibit,
        draw=None,
        slide=None,
        is_table=False,
        hint="",
        key_html=nothing,
        aside_html=nothing,
        body_html=lambda _theme: html,
    )


class Spare(NamedTuple):
    """What few strips leave room for: how many times larger they are drawn, and HTML below them."""

    times: float = 1
    html: str = ""


def spared(layout: Mapping[str, Any], room: float, across: float, behind: Callable[[], str]) -> Spare:
    """Strips that fill less than their share of the room larger, and the words `behind` where those have some left."""
    high = height_of(layout)
    if not high:
        return Spare()
    times = round(min(MOST, room * SHARE / high, across / NARROWEST), 2)
    times = times if times >= LEAST else 1
    return Spare(times, behind() if room - high * times >= WORDS else "")


def listed(exhibit: Exhibit, high: float, room: float, across: float) -> str:
    """The few items of a timeline as a list below it, where it leaves enough room for all of them; else nothing."""
    rows = records(exhibit.table) if exhibit.shown <= FEW else []
    named = [": ".join(filter(None, (text(row["actor"]), text(row["title"])))) for row in rows]
    told = [shortened(one, ITEM, across - DAY) for one in named]
    if not rows or len(rows) * (ITEM * 1.3 + 3) + AIR > room - high:
        return ""
    days = [short_date(row["starts_on"], row["date_precision"]) for row in rows]
    items = "".join(
        f"<li><time>{escape(day)}</time><span>{escape(one)}</span></li>" for day, one in zip(days, told, strict=True)
    )
    return f'<ol class="told">{items}</ol>'


def height_of(layout: Mapping[str, Any]) -> float:
    """How high a figure of strips is at its roomiest; 0 for one that has no strips, which fills what there is."""
    axis, margin = layout.get("yaxis", {}), layout.get("margin", {})
    if not axis.get("tickvals") or not axis.get("range"):
        return 0
    bottom, top = axis["range"]
    return float(ROOMY * abs(bottom - top) + margin.get("t", 0) + margin.get("b", 0))


def last_words(change: Row, said: Row | None) -> str:
    """The change as a heading, the words behind it, and whose they are; our summary where none are quoted."""
    words = text(said["quote"]) if said else ""
    quoted = f"“{escape(words)}”" if words else escape(sentence(text(change["summary"])))
    became = in_strip(change["new_status"], change["kind"])
    head = f"{long_date(change['announced_on'], change['date_precision'])}: {change['pledger']}, “{became}”"
    office = office_words(said) if said else text(change["new_office"])
    who = ", ".join(part for part in (text(said["speaker"]) if said else text(change["new_speaker"]), office) if part)
    form = f"{form_words(said)}" if said and words else "in our words"
    whose = " · ".join(part for part in (who, form) if part)
    return (
        f'<div class="behind"><p class="change">{escape(sentence(head).rstrip("."))}</p>'
        f'<blockquote>{quoted}</blockquote><p class="whose">{escape(whose)}</p></div>'
    )
