"""Why this number? The rows that a headline number counts, those near it that it leaves out, and the SQL."""

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.published.grid import grid_of
from dashboard.readings.prose import counted, long_date, number

LEFT_OUT = {"why": "Left out because"}


def why(exhibit: Exhibit) -> None:
    """The question under the reading; its answer opens over the page, made only then."""
    st.button(
        "Why these numbers?",
        key="why",
        icon=":material/help:",
        type="tertiary",
        on_click=lambda: st.session_state.update(why_asked=True),
    )
    if st.session_state.pop("why_asked", False):
        answer(exhibit.counts(), exhibit)


@st.dialog("Why these numbers?", width="large")
def answer(counts: Sequence[Count], exhibit: Exhibit) -> None:
    """One number at a time: its rows, what it leaves out by which rule, and what was asked."""
    st.html(f'<p class="g-muted">{escape(exhibit.sentence)}</p>')
    named = {count.words: count for count in counts}
    chosen = st.pills("The number", list(named), default=next(iter(named)), required=True, label_visibility="collapsed")
    count = named[chosen or next(iter(named))]
    st.html(told(count))
    with st.expander("The SQL"):
        st.code(count.asked.sql, language="sql")
        st.code(
            "\n".join(f"${name} = {written(value)}" for name, value in count.asked.parameters.items()), language=None
        )


def told(count: Count) -> str:
    """The rows counted and those left out, as tables."""
    rows = f"<h3>{counted(len(count.rows), 'row')} counted</h3>{grid_of(count.rows, count.columns)}"
    if count.left_out.empty:
        return f'<div class="g-why-rows">{rows}<p class="g-muted">No row near it is left out.</p></div>'
    left = grid_of(count.left_out, {**LEFT_OUT, **count.columns})
    return f'<div class="g-why-rows">{rows}<h3>{number(len(count.left_out))} near it, left out</h3>{left}</div>'


def written(value: Any) -> str:
    """A parameter as a reader would write it."""
    if value is None:
        return "none"
    if hasattr(value, "isoformat"):
        return f"{value.isoformat()} ({long_date(value)})"
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
