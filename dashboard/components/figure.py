"""A figure on screen: in the reader's theme, without toolbar, its outlines from our own folder."""

import datetime as dt
from collections.abc import Callable

import streamlit as st
from plotly.graph_objects import Figure

from dashboard.desk import change

CONFIG = {"topojsonURL": "app/static/v1/", "displayModeBar": False, "scrollZoom": False, "doubleClick": False}


Clicked = Callable[[list[str]], None]


def focus(data: list[str]) -> None:
    """A click on a mark makes it the focus; on a count of crowded days it moves the window there."""
    if data[1:2] == ["chip"]:
        first, last = (dt.date.fromisoformat(day) for day in data[0].split(".."))
        around = dt.timedelta(days=3 if first == last else 0)
        change(since=first - around, until=last + around)
    else:
        change(focus=data[0])


def figure(drawn: Figure, key: str, alt: str, height: int | None = None, clicked: Clicked = focus) -> None:
    """Draw it under a stable key; `clicked` gets a mark's custom data. Too narrow for it, it scrolls within itself."""
    if drawn.layout.height is None:
        drawn.update_layout(height=height)
    least = (drawn.layout.meta or {}).get("min_width")
    with st.container(key=f"scroll_{least}_{key}" if least else f"fit_{key}"):
        st.plotly_chart(
            drawn,
            theme=None,
            key=key,
            config=CONFIG,
            on_select=lambda: pass_on(key, clicked),
            selection_mode="points",
            alt=alt,
        )


def pass_on(key: str, clicked: Clicked) -> None:
    """Hand the custom data of the first mark that was clicked to `clicked`."""
    points = st.session_state[key]["selection"]["points"]
    found = [point.get("customdata") for point in points if point.get("customdata")]
    if found:
        data = found[0] if isinstance(found[0], list) else [found[0]]
        clicked([str(item) for item in data])
