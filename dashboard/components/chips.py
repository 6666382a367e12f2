"""Above every chart: ready-made selections, each active filter as a chip that can be taken off, and the way back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.desk import Desk, change, reset
from dashboard.filters import Filter, filters_of
from dashboard.presets import offers
from dashboard.readings.prose import short_date
from dashboard.selection import Selection

PRESET = "presets"
MOST = 12
LONGEST = 34


@dataclass(frozen=True)
class Chip:
    """One active filter: its words, and the field and value that it takes off."""

    words: str
    field: str
    without: Any
    key: str


def chips(desk: Desk) -> None:
    """Draw the row; it keeps its place when no filter is active."""
    active = list(active_of(desk))
    with st.container(horizontal=True, key="chips", gap="small", vertical_alignment="center"):
        presets(desk)
        for chip in active[:MOST]:
            st.button(
                f"{chip.words} ✕",
                key=f"chip_{chip.key}",
                help=f"Take off: {chip.words}",
                on_click=change,
                kwargs={chip.field: chip.without},
            )
        if len(active) > MOST:
            st.html(f'<span class="g-muted">and {len(active) - MOST} more in the filters</span>')
        if active:
            st.button("Reset", key="chip_reset", type="tertiary", on_click=reset, args=(desk.selection.page,))


def presets(desk: Desk) -> None:
    """Ready-made selections, in a menu: those that change what this page shows; nothing where none does."""
    honoured = {asked.field for asked in filters_of(desk.selection)}
    offered = offers(honoured, desk.catalogue)
    if offered:
        st.menu_button(
            "Presets",
            list(offered),
            key=PRESET,
            icon=":material/bookmark:",
            type="tertiary",
            on_click=lambda: change(**offered[st.session_state[PRESET]]),
        )


def active_of(desk: Desk) -> Iterator[Chip]:
    """A chip per value of each filter that isn't at its default, in the order of the filters."""
    selection = desk.selection
    for asked in filters_of(selection):
        value = getattr(selection, asked.field)
        if isinstance(value, tuple):
            for code in value:
                rest = tuple(other for other in value if other != code)
                words = desk.catalogue.label(asked.vocabulary, code)
                yield Chip(shortened(words), asked.field, rest, f"{asked.field}_{plain(code)}")
        elif value is not None:
            yield Chip(shortened(single(asked, selection, desk)), asked.field, None, asked.field)


def single(asked: Filter, selection: Selection, desk: Desk) -> str:
    """The words of a filter with one value: a day, a kind, a text."""
    value = getattr(selection, asked.field)
    if asked.asks == "day":
        return f"{asked.label} {short_date(value)}"
    return f"“{value}”" if asked.asks == "text" else desk.catalogue.label(asked.vocabulary, value)


def shortened(words: str) -> str:
    """Words that fit on a chip."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def plain(code: str) -> str:
    """A code as part of a widget's key, which becomes a class of the page."""
    return "".join(c if c.isalnum() else "_" for c in code)
