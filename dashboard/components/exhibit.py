"""The frame of an exhibit: title, sentence, shapes and actions above; the chart; reading and proof under it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from dashboard.bar.chips import chips
from dashboard.bar.heading import heading
from dashboard.bar.links import lasting, link, loosened
from dashboard.bar.settings import settings
from dashboard.components.brush import brush
from dashboard.components.card import card
from dashboard.components.figure import figure
from dashboard.components.markup import Piece, markup
from dashboard.components.play import control
from dashboard.components.table import table
from dashboard.desk import Desk
from dashboard.exhibits.card import Card
from dashboard.exhibits.card import card as card_of
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.releasefiles import archive
from dashboard.parts.proof import proof
from dashboard.queries.sources import houses

BESIDE, GAP = (13, 7), 32
PHONE, HALF = 620, 760


def framed(desk: Desk, exhibit: Exhibit, shapes: Mapping[str, str], before: str = "") -> None:
    """One exhibit with everything that proves it; `shapes` are the choices of the segmented control.

    `before` is HTML that stands below its head. A chart without a list beside it has the whole width, and keeps its
    layout when a card takes a part of the row. Above its list a wide one has it until a card is opened.
    """
    top(desk, exhibit, shapes)
    if before:
        markup(before)
    opened = exhibit.opened or in_focus(desk, exhibit)
    is_drawn = not (exhibit.is_empty or exhibit.is_table)
    aside = exhibit.aside_html(desk.theme) if is_drawn and not exhibit.opened else ""
    has_list = bool(aside) or (is_drawn and exhibit.opened is not None)
    if aside and exhibit.is_wide and not opened and desk.width >= HALF:
        with st.container(key="wide"):
            markup(exhibit.first_html(desk.theme))
            body(desk, exhibit, has_list, aside)
        return
    if not has_list:
        above(desk, exhibit)
    with st.container(key="beside" if has_list else "alone"):
        left, right = st.columns(BESIDE, gap="large")
        with left:
            body(replace(desk, width=narrowed(desk.width)) if has_list else desk, exhibit, has_list)
        with right:
            card(opened, desk) if opened else markup(aside)


def in_focus(desk: Desk, exhibit: Exhibit) -> Card | None:
    """The card of what is in focus; None where nothing is."""
    return card_of(desk.db, desk.selection, desk.catalogue, exhibit.table) if desk.selection.focus else None


def narrowed(width: int) -> int:
    """The room for a chart that shares its row, in pixels; on a phone or in half a window it shares with nobody."""
    if width < HALF:
        return width
    return round((width - GAP) * BESIDE[0] / sum(BESIDE))


def top(desk: Desk, exhibit: Exhibit, shapes: Mapping[str, str]) -> None:
    """What is seen, what can be done with it, how it is shown, and what it is narrowed to."""
    asked = (desk.selection, desk.catalogue)
    st.html(Piece(heading(exhibit, *asked, archive(desk.db) is not None) + settings(*asked, shapes) + chips(*asked)))


def above(desk: Desk, exhibit: Exhibit) -> None:
    """What explains a chart that has the whole width, above the row: there no card makes it longer."""
    if not (exhibit.is_empty or exhibit.is_table or exhibit.draw is None):
        if desk.width < PHONE:
            markup(exhibit.first_html(desk.theme))
        markup(exhibit.key_html(desk.theme))
        markup(exhibit.body_html(desk.theme))


def body(desk: Desk, exhibit: Exhibit, has_list: bool = False, below: str = "") -> None:
    """The chart with its key, or its rows where the reader asked for them; then what it says and rests on.

    `below` is the list of a wide chart.
    """
    if is_read(exhibit):
        said(desk, exhibit)
    if exhibit.is_empty:
        empty(desk, exhibit)
    elif exhibit.is_table:
        table(desk, exhibit)
    else:
        drawing(desk, exhibit, has_list)
    if not is_read(exhibit):
        said(desk, exhibit)
    markup(below)
    source_line(desk, exhibit, exhibit.notes)
    if exhibit.is_table:
        markup(exhibit.more_html(desk.theme))


def drawing(desk: Desk, exhibit: Exhibit, has_list: bool) -> None:
    """The chart and what steers it, or the text in its place; with a list beside it, its key is below."""
    name = f"chart_{exhibit.subject}_{exhibit.shape}"
    alt = exhibit.reading or exhibit.sentence
    if "weeks" in exhibit.more:
        strip = exhibit.more["weeks"](desk.theme, narrowed(desk.width) if desk.selection.focus else desk.width)
        later(desk, figure, strip, f"{name}_weeks", exhibit.more_said["weeks"], 120, brushed=brush(desk.catalogue))
    if exhibit.draw is None:
        markup(exhibit.key_html(desk.theme))
        markup(exhibit.body_html(desk.theme))
        return
    if has_list:
        markup(exhibit.body_html(desk.theme))
    room = narrowed(desk.width)
    is_shared = exhibit.shared is not None and bool(desk.selection.focus) and room < desk.width and not has_list
    if is_shared and exhibit.shared:
        drawn = exhibit.shared(desk.theme, room, desk.width)
    else:
        drawn = exhibit.draw(desk.theme, desk.width)
    later(desk, figure, drawn, name, alt, exhibit.height, is_shared=is_shared)
    if exhibit.play:
        later(desk, control, exhibit.play, name, desk.theme, desk.width)
    if has_list:
        markup(exhibit.left_out(drawn, desk.theme) + exhibit.key_html(desk.theme))


def later(desk: Desk, draw: Callable[..., None], *given: Any, **named: Any) -> None:
    """Keep the place of a chart, or of what steers it, and draw it once all else is on its way."""
    place = st.container()

    def drawn() -> None:
        with place:
            draw(*given, **named)

    desk.later.append(drawn)


def is_read(exhibit: Exhibit) -> bool:
    """Whether the exhibit is a text, which its reading opens; under a chart the reading closes."""
    return exhibit.draw is None and not exhibit.is_table


def said(desk: Desk, exhibit: Exhibit) -> None:
    """What the chart says, in words; and why its numbers are what they are."""
    if exhibit.is_empty:
        return
    reading = f'<p class="g-reading">{escape(exhibit.reading)}</p>' if exhibit.reading else ""
    part = f"part/why/{desk.selection.page}?{lasting(desk.selection, desk.catalogue)}"
    why = f'<button type="button" class="g-why-ask" data-part="{escape(part, quote=True)}">Why these numbers?</button>'
    markup(reading + (why if exhibit.counts is not tuple else ""))


def empty(desk: Desk, exhibit: Exhibit) -> None:
    """Nothing is left: what to loosen, and the way back."""
    with st.container(key="empty", border=True):
        markup(f"<p><b>Nothing to show.</b> {escape(exhibit.hint)}</p>")
        if exhibit.draw is None:
            markup(exhibit.body_html(desk.theme))
        leads = "".join(f"<p>On record: {link(to, words)}</p>" for words, to in exhibit.instead.items())
        if desk.selection.narrowed_by():
            leads += f"<p>{link(loosened(desk.selection, desk.catalogue), 'Take off all filters')}</p>"
        markup(leads)


def source_line(desk: Desk, exhibit: Exhibit, notes: Sequence[str]) -> None:
    """How much is shown, on whose word, from which release; before it, what one must know to read it."""
    found = houses(desk.db, exhibit.source_ids)
    st.html(Piece(proof(exhibit.shown, exhibit.total, exhibit.unit, found, desk.db.release(), notes)))
