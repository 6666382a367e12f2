"""The frame of an exhibit: title, sentence, shapes and actions above; the chart; reading and proof under it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.components.actions import actions
from dashboard.components.brush import brush
from dashboard.components.card import card
from dashboard.components.chips import chips
from dashboard.components.figure import figure
from dashboard.components.markup import markup
from dashboard.components.play import control
from dashboard.components.table import table
from dashboard.components.why import why
from dashboard.desk import Desk, change, loosen
from dashboard.exhibits.card import card as card_of
from dashboard.exhibits.exhibit import Exhibit
from dashboard.filters import options
from dashboard.parts.proof import proof
from dashboard.queries.sources import sources

BESIDE, GAP = (13, 7), 32
PHONE = 620


def framed(desk: Desk, exhibit: Exhibit, shapes: Mapping[str, str]) -> None:
    """One exhibit with everything that proves it; `shapes` are the choices of the segmented control.

    A chart without a list beside it has the whole width, and keeps its layout when a card takes a part of the row.
    """
    heading(desk, exhibit)
    with st.container(horizontal=True, key="settings", vertical_alignment="center", gap="small"):
        shape_choice(exhibit, shapes)
        options(desk.selection)
    chips(desk)
    opened = card_of(desk.db, desk.selection, desk.catalogue, exhibit.table)
    aside = "" if exhibit.is_empty or exhibit.is_table else exhibit.aside_html(desk.theme)
    if not aside:
        above(desk, exhibit)
    with st.container(key="beside" if aside else "alone"):
        left, right = st.columns(BESIDE, gap="large")
        with left:
            body(replace(desk, width=narrowed(desk.width)) if aside else desk, exhibit, has_list=bool(aside))
        with right:
            card(opened, desk.theme) if opened else markup(aside)


def narrowed(width: int) -> int:
    """The room for a chart that shares its row, in pixels; on a phone it shares with nobody."""
    if width < PHONE:
        return width
    return round((width - GAP) * BESIDE[0] / sum(BESIDE))


def heading(desk: Desk, exhibit: Exhibit) -> None:
    """What is seen, the selection in words, and what can be done with it."""
    st.title(exhibit.title, anchor=False)
    with st.container(horizontal=True, key="bar", horizontal_alignment="distribute"):
        st.html(f'<p class="g-sentence">{escape(exhibit.sentence)}</p>')
        actions(desk, exhibit)


def shape_choice(exhibit: Exhibit, shapes: Mapping[str, str]) -> None:
    """The shapes of the view as one control; nothing where there is one."""
    if len(shapes) < 2:
        return
    st.session_state["shape"] = exhibit.shape if exhibit.shape in shapes else next(iter(shapes))
    st.segmented_control(
        "Shape",
        list(shapes),
        key="shape",
        format_func=lambda shape: shapes[shape],
        required=True,
        label_visibility="collapsed",
        on_change=lambda: change(shape=st.session_state["shape"]),
    )


def above(desk: Desk, exhibit: Exhibit) -> None:
    """What explains a chart that has the whole width, above the row: there no card makes it longer."""
    if not (exhibit.is_empty or exhibit.is_table or exhibit.draw is None):
        markup(exhibit.key_html(desk.theme))
        markup(exhibit.body_html(desk.theme))


def body(desk: Desk, exhibit: Exhibit, has_list: bool = False) -> None:
    """The chart with its key, or its rows where the reader asked for them; then what it says and rests on."""
    if is_read(exhibit):
        said(exhibit)
    if exhibit.is_empty:
        empty(desk, exhibit)
    elif exhibit.is_table:
        table(exhibit)
    else:
        drawing(desk, exhibit, has_list)
    if not is_read(exhibit):
        said(exhibit)
    source_line(desk, exhibit, exhibit.notes)


def drawing(desk: Desk, exhibit: Exhibit, has_list: bool) -> None:
    """The chart and what steers it, or the text in its place; with a list beside it, its key is below."""
    name = f"chart_{exhibit.subject}_{exhibit.shape}"
    alt = exhibit.reading or exhibit.sentence
    if "weeks" in exhibit.more:
        strip = exhibit.more["weeks"](desk.theme, desk.width)
        figure(strip, f"{name}_weeks", "How much each week holds", 120, brushed=brush(desk.catalogue))
    if exhibit.draw is None:
        markup(exhibit.key_html(desk.theme))
        markup(exhibit.body_html(desk.theme))
        return
    if has_list:
        markup(exhibit.body_html(desk.theme))
    figure(exhibit.draw(desk.theme, desk.width), name, alt, exhibit.height)
    if exhibit.play:
        control(exhibit.play, name, desk.theme, desk.width)
    if has_list:
        markup(exhibit.key_html(desk.theme))


def is_read(exhibit: Exhibit) -> bool:
    """Whether the exhibit is a text, which its reading opens; under a chart the reading closes."""
    return exhibit.draw is None and not exhibit.is_table


def said(exhibit: Exhibit) -> None:
    """The reading, and why its numbers are what they are."""
    reading(exhibit)
    if not exhibit.is_empty and exhibit.counts is not tuple:
        why(exhibit)


def empty(desk: Desk, exhibit: Exhibit) -> None:
    """Nothing is left: what to loosen, and the way back."""
    with st.container(key="empty", border=True):
        st.html(f"<p><b>Nothing to show.</b> {escape(exhibit.hint)}</p>")  # it quotes the address: no Markdown
        if exhibit.draw is None:
            markup(exhibit.body_html(desk.theme))
        links = (f'<a href="{escape(to, quote=True)}">{escape(words)}</a>' for words, to in exhibit.instead.items())
        if exhibit.instead:
            st.html("".join(f"<p>On record that day: {link}</p>" for link in links))
        if desk.selection.narrowed_by():
            st.button("Take off all filters", key="loosen", on_click=loosen, args=(desk.selection,))


def reading(exhibit: Exhibit) -> None:
    """What the chart says, in words."""
    if exhibit.reading and not exhibit.is_empty:
        st.html(f'<p class="g-reading">{escape(exhibit.reading)}</p>')


def source_line(desk: Desk, exhibit: Exhibit, notes: Sequence[str]) -> None:
    """How much is shown, on whose word, from which release; before it, what one must know to read it."""
    found = sources(desk.db, exhibit.source_ids).frame
    st.html(proof(exhibit.shown, exhibit.total, exhibit.unit, found, desk.db.release(), notes))
