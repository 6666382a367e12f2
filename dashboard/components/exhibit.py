"""The frame of an exhibit: title, sentence, shapes and actions above; the chart; reading and proof under it."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from dashboard.components.actions import actions
from dashboard.components.table import table
from dashboard.desk import Desk, change, reset
from dashboard.exhibits.exhibit import Exhibit
from dashboard.parts.proof import proof
from dashboard.queries.sources import sources

CONFIG = {"topojsonURL": "app/static/v1/", "displayModeBar": False, "scrollZoom": False, "doubleClick": False}
TABLES = ("table", "rows")


def framed(desk: Desk, exhibit: Exhibit, shapes: Mapping[str, str], beside: Callable[[], None] | None = None) -> None:
    """One exhibit with everything that proves it; `shapes` are the choices of the segmented control."""
    heading(exhibit)
    with st.container(horizontal=True, vertical_alignment="center", key="bar", horizontal_alignment="distribute"):
        shape_choice(exhibit, shapes)
        actions(desk, exhibit)
    if exhibit.is_empty:
        empty(desk, exhibit)
    else:
        body(desk, exhibit, beside)
    foot(desk, exhibit)


def heading(exhibit: Exhibit) -> None:
    """What is seen, and the selection in words."""
    st.title(exhibit.title, anchor=False)
    st.html(f'<p class="g-sentence">{escape(exhibit.sentence)}</p>')


def shape_choice(exhibit: Exhibit, shapes: Mapping[str, str]) -> None:
    """The shapes of the view as one control; nothing where there is one."""
    if len(shapes) < 2:
        st.html("<span></span>")
        return
    shown = exhibit.shape if exhibit.shape in shapes else {"rows": "ledger"}.get(exhibit.shape, next(iter(shapes)))
    st.session_state["shape"] = shown
    st.segmented_control(
        "Shape",
        list(shapes),
        key="shape",
        format_func=shapes.get,
        required=True,
        label_visibility="collapsed",
        on_change=shape_chosen,
    )


def shape_chosen() -> None:
    """The reader chose a shape."""
    change(shape=st.session_state["shape"])


def body(desk: Desk, exhibit: Exhibit, beside: Callable[[], None] | None) -> None:
    """The chart, or its rows where the reader asked for them."""
    if exhibit.shape in TABLES:
        table(exhibit)
    elif beside is None:
        chart(desk, exhibit)
    else:
        with st.container(key="beside"):
            left, right = st.columns([13, 7], gap="large")
            with left:
                chart(desk, exhibit)
            with right:
                beside()


def chart(desk: Desk, exhibit: Exhibit) -> None:
    """The figure in the reader's theme; a click on a mark becomes the focus."""
    key_html = exhibit.key_html(desk.theme)
    if key_html:
        st.html(key_html)
    figure = exhibit.draw(desk.theme)
    if figure.layout.height is None:
        figure.update_layout(height=exhibit.height)
    key = f"chart_{exhibit.subject}_{exhibit.shape}"
    with st.container(key="chart"):
        st.plotly_chart(
            figure,
            theme=None,
            key=key,
            config=CONFIG,
            on_select=lambda: clicked(key),
            selection_mode="points",
            alt=exhibit.reading or exhibit.sentence,
        )


def clicked(key: str) -> None:
    """Put the id of the clicked mark into the selection's focus."""
    points = st.session_state[key]["selection"]["points"]
    found = [point.get("customdata") for point in points]
    ids = [data[0] if isinstance(data, list) else data for data in found if data]
    if ids:
        change(focus=str(ids[0]))


def empty(desk: Desk, exhibit: Exhibit) -> None:
    """Nothing is left: what to loosen, and the way back."""
    with st.container(key="empty", border=True):
        st.write(f"**Nothing to show.** {exhibit.hint}")
        st.button("Take off all filters", key="loosen", on_click=reset, args=(desk.selection.page,))


def foot(desk: Desk, exhibit: Exhibit) -> None:
    """The reading, then how much is shown and on whose word."""
    if exhibit.reading:
        st.html(f'<p class="g-reading">{escape(exhibit.reading)}</p>')
    found = sources(desk.db, exhibit.source_ids).frame
    line = proof(exhibit.shown, exhibit.total, exhibit.unit, found, desk.db.release(), exhibit.notes)
    st.html(line)
