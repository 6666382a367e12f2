"""Overview: where things stand, what changed last, how much was collected."""

import streamlit as st

from dashboard.components.bridge import go
from dashboard.components.card import card
from dashboard.components.chips import chips
from dashboard.components.exhibit import empty, heading, reading, source_line
from dashboard.components.figure import figure
from dashboard.components.markup import markup
from dashboard.components.table import table
from dashboard.desk import Desk
from dashboard.exhibits.card import card as card_of
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.overview import month_of
from dashboard.exhibits.overview import overview as overview_exhibit


def overview(desk: Desk) -> None:
    """The positions of the as-of day, the ten latest moves, the months of the collection."""
    exhibit = overview_exhibit(desk.db, desk.selection, desk.catalogue)
    collected = exhibit.notes[-1]
    heading(desk, exhibit)
    chips(desk)
    opened = card_of(desk.db, desk.selection, desk.catalogue, exhibit.table)
    left, right = st.columns([12, 8], gap="large")
    with left:
        standing(desk, exhibit)
    with right:
        if opened:
            card(opened, desk.theme)
        else:
            st.subheader("What changed last", anchor=False)
            markup(exhibit.aside_html(desk.theme))
    st.subheader("How much was collected", anchor=False)
    figure(
        exhibit.more["density"](desk.theme, desk.width),
        "overview_density",
        collected,
        clicked=lambda data: month(desk, data),
    )
    st.caption(collected)


def standing(desk: Desk, exhibit: Exhibit) -> None:
    """The bar and the map, or their rows; what they say and rest on."""
    if exhibit.is_empty:
        empty(desk, exhibit)
    elif exhibit.is_table:
        table(exhibit)
    else:
        figure(
            exhibit.more["bar"](desk.theme, desk.width),
            "overview_bar",
            exhibit.reading,
            clicked=lambda data: status(desk, data),
        )
        if exhibit.draw:
            figure(exhibit.draw(desk.theme, desk.width), "overview_map", exhibit.reading, exhibit.height)
        markup(exhibit.key_html(desk.theme))
    reading(exhibit)
    source_line(desk, exhibit, exhibit.notes[:-1])


def status(desk: Desk, data: list[str]) -> None:
    """A part of the bar leads to its positions; what isn't counted leads to all."""
    chosen = data[0] if data[0] in desk.catalogue.labels["pledge_status"] else None
    go("pledges", desk.link("pledges", statuses=(chosen,) if chosen else ()))


def month(desk: Desk, data: list[str]) -> None:
    """A month leads to its days on the timeline."""
    since, until = month_of(data[0], desk.catalogue)
    go("timeline", desk.link("timeline", since=since, until=until))
