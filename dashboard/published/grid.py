"""The rows of a view as an HTML table: for printing, showing, and for who can't use a chart."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from dashboard.exhibits.exhibit import Exhibit
from dashboard.readings.prose import figure, items, number, short_date

MOST = 400


def grid(exhibit: Exhibit) -> str:
    """The rows of an exhibit, in the columns that a reader sees."""
    return grid_of(exhibit.table, exhibit.columns)


def grid_of(frame: pd.DataFrame, columns: Mapping[str, str]) -> str:
    """Rows under the headings of `columns`, in their order; what lies beyond `MOST` rows is counted."""
    named = {name: heading for name, heading in columns.items() if name in frame}
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in named.values())
    rows = frame[list(named)].head(MOST).itertuples(index=False)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell(value))}</td>' for value in row)}</tr>" for row in rows)
    rest = len(frame) - MOST
    more = (
        f'<p class="hint">{number(rest)} more rows are in the table that the app offers for download.</p>'
        if rest > 0
        else ""
    )
    return f'<table class="grid"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}'


def cell(value: Any) -> str:
    """A cell as it is read: days in words, lists joined, fractions with their digits, nothing for what is missing."""
    if isinstance(value, str):
        return value
    if isinstance(value, pd.Timestamp):
        return short_date(value)
    if hasattr(value, "__len__"):
        return ", ".join(str(item) for item in items(value))
    return figure(value)
