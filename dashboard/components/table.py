"""The rows behind a chart, mounted only when the reader asks for them."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.bar.links import lasting, link
from dashboard.components.markup import markup
from dashboard.desk import Desk
from dashboard.exhibits.exhibit import Exhibit
from dashboard.readings.prose import items, number

ROW, MOST = 35, 17
MOST_ROWS = 2000
LETTER, MARGIN = 7, 44
LONGEST = 260  # pixels for cells that no width is named for
WIDTHS = {
    "What was said": 360,
    "In short": 420,
    "On condition of": 220,
    "Named earlier, never withdrawn": 220,
    "Position": 240,
    "Before": 200,
    "After": 200,
    "Doubts": 84,
    "Pledger": 130,
}


def table(desk: Desk, exhibit: Exhibit) -> None:
    """The exhibit's rows under the headings a reader sees; days as days, lists joined. Of very many the first."""
    named = {name: heading for name, heading in exhibit.columns.items() if name in exhibit.table}
    frame = exhibit.table[list(named)].head(MOST_ROWS).rename(columns=named)
    st.dataframe(
        frame.apply(readable),
        hide_index=True,
        height=min(len(frame) + 1, MOST) * ROW + 3,
        column_config={heading: configured(frame[heading], heading) for heading in named.values()},
        key="rows",
    )
    markup(rest(len(frame), len(exhibit.table), desk))


def rest(listed: int, count: int, desk: Desk) -> str:
    """How many rows stand there, of how many, and the way to all of them; nothing where these are all."""
    if listed == count:
        return ""
    href = f"api/{desk.selection.page}.csv?{lasting(desk.selection, desk.catalogue)}"
    every = link(href, "All rows as CSV", "download")
    return f'<p class="g-note">The first {number(listed)} of {number(count)} rows. {every}</p>'


def readable(column: pd.Series) -> pd.Series:
    """A column for reading: list cells joined, and no word for what is missing."""
    if pd.api.types.is_datetime64_any_dtype(column) or pd.api.types.is_numeric_dtype(column):
        return column
    return column.map(lambda cell: cell if isinstance(cell, str) else ", ".join(str(item) for item in items(cell)))


def configured(column: pd.Series, heading: str) -> Any:
    """How the grid shows a column: days in words, long text wide, counts narrow."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return st.column_config.DateColumn(heading, format="D MMM YYYY", width=108)
    if pd.api.types.is_numeric_dtype(column):
        return st.column_config.NumberColumn(heading, width=wide(heading, 92))
    return st.column_config.TextColumn(heading, width=WIDTHS.get(heading) or max(wide(heading, 150), held(column)))


def held(column: pd.Series) -> int:
    """Pixels in which the longest cell can be read whole, as far as that is reasonable."""
    longest = max((len(str(cell)) for cell in readable(column)), default=0)
    return min(LETTER * longest + MARGIN // 2, LONGEST)


def wide(heading: str, least: int) -> int:
    """Pixels in which a heading can be read whole."""
    return max(least, LETTER * len(heading) + MARGIN)
