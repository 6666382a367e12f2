"""Overview: where things stand, what changed last, how much was collected."""

import streamlit as st

from dashboard.components.bridge import go
from dashboard.components.card import card
from dashboard.components.exhibit import GAP, PHONE, empty, later, said, source_line, top
from dashboard.components.figure import figure
from dashboard.components.markup import markup
from dashboard.components.table import table
from dashboard.desk import Desk
from dashboard.exhibits.card import card as card_of
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.overview import month_of
from dashboard.exhibits.overview import overview as overview_exhibit
from dashboard.parts.opener import opener

COLUMNS = (12, 8)
BAR = "One bar: how many states hold which position."
MAP = "Map: which position each state holds, by colour and letter."


def overview(desk: Desk) -> None:
    """The positions of the as-of day, the ten latest moves, the months of the collection."""
    exhibit = overview_exhibit(desk.db, desk.selection, desk.catalogue)
    top(desk, exhibit, {})
    opened = card_of(desk.db, desk.selection, desk.catalogue, exhibit.table) if desk.selection.focus else None
    is_chart = not (exhibit.is_empty or exhibit.is_table)
    if desk.width < PHONE and is_chart and not opened:
        bar(desk, exhibit)
        news(desk, exhibit)
        standing(desk, exhibit)
        return
    left, right = st.columns(COLUMNS, gap="medium")
    with left:
        if is_chart:
            bar(desk, exhibit)
        standing(desk, exhibit)
    with right:
        card(opened, desk) if opened else news(desk, exhibit)


def news(desk: Desk, exhibit: Exhibit) -> None:
    """The latest moves, the loudest conversation; the months of the collection."""
    markup(exhibit.aside_html(desk.theme))
    density(desk, exhibit)


def bar(desk: Desk, exhibit: Exhibit) -> None:
    """How many hold which position."""
    drawn = exhibit.more["bar"](desk.theme, room(desk.width, 0))
    later(desk, figure, drawn, "overview_bar", f"{BAR} {exhibit.reading}", clicked=lambda data: status(desk, data))


def density(desk: Desk, exhibit: Exhibit) -> None:
    """The months of the collection; one that is clicked leads to its days."""
    markup("<h2>How much was collected</h2>")
    drawn = exhibit.more["density"](desk.theme, room(desk.width, 1))
    later(desk, figure, drawn, "overview_density", exhibit.notes[-1], clicked=lambda data: month(desk, data))


def standing(desk: Desk, exhibit: Exhibit) -> None:
    """The map, or its rows; what they say and rest on."""
    if exhibit.is_empty:
        empty(desk, exhibit)
    elif exhibit.is_table:
        table(desk, exhibit)
    else:
        if exhibit.draw:
            drawn = exhibit.draw(desk.theme, room(desk.width, 0))
            later(desk, figure, drawn, "overview_map", f"{MAP} {exhibit.reading}", exhibit.height)
            markup(exhibit.left_out(drawn, desk.theme))
        markup(exhibit.key_html(desk.theme))
    said(desk, exhibit)
    source_line(desk, exhibit, exhibit.notes)
    markup(opener())


def room(width: int, column: int) -> int:
    """The pixels of one of the two columns; on a phone each has the whole width."""
    return width if width < PHONE else round((width - GAP) * COLUMNS[column] / sum(COLUMNS))


def status(desk: Desk, data: list[str]) -> None:
    """A part of the bar leads to its positions; what isn't counted leads to all."""
    chosen = data[0] if data[0] in desk.catalogue.labels["pledge_status"] else None
    go("pledges", desk.link("pledges", statuses=(chosen,) if chosen else ()))


def month(desk: Desk, data: list[str]) -> None:
    """A month leads to its days on the timeline."""
    since, until = month_of(data[0], desk.catalogue)
    go("timeline", desk.link("timeline", since=since, until=until))
