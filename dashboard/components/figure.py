"""A figure on screen: Plotly, in a chart that stays mounted from run to run, without toolbar, from our own server."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from plotly.graph_objects import Figure
from plotly.io.json import to_json_plotly

from dashboard.components.bridge import width
from dashboard.components.program import program
from dashboard.desk import change
from dashboard.packing import plotly_name

OUTLINES, HEIGHT = "app/static/v1/", 450
STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")

Clicked = Callable[[list[str]], None]
Brushed = Callable[[dt.date, dt.date], None]

mount = st.components.v2.component(
    "guarantees_figure", js=program("figure.js", "quick.js", "quickmap.js"), css=STYLE, isolate_styles=False
)


def focus(data: list[str]) -> None:
    """A click on a mark makes it the focus, on a count of crowded days the window, on empty ground ends the focus."""
    if not data:
        change(focus=None)
    elif data[1:2] == ["chip"]:
        first, last = (dt.date.fromisoformat(day) for day in data[0].split(".."))
        around = dt.timedelta(days=3 if first == last else 0)
        change(since=first - around, until=last + around)
    else:
        change(focus=data[0])


def figure(
    drawn: Figure,
    key: str,
    alt: str,
    height: int | None = None,
    clicked: Clicked | None = focus,
    brushed: Brushed | None = None,
    is_shared: bool = False,
) -> None:
    """Draw it under a stable key; too narrow for `layout.meta.min_width`, it scrolls within itself.

    So it does in `.st-key-alone` where a card takes part of its row: laid out for the row, with the focus in sight;
    unless `is_shared`: drawn for the part that is left.

    `clicked` gets the custom data of the mark that was clicked, `brushed` the first and last day of a horizontal
    brush (a figure of `dragmode` "select" on an axis of dates). `height` in pixels, where the figure names none.
    """
    layout = drawn._layout  # plain dicts: asked in public, the whole figure is opened into Plotly's objects first
    tall = int(layout.get("height") or height or HEIGHT)
    mount(
        key=key,
        data={
            "traces": as_json([packed(trace) for trace in drawn._data]),
            "layout": as_json(layout),
            "alt": alt,
            "height": tall,
            "least": (layout.get("meta") or {}).get("min_width"),
            "room": width(),
            "shared": is_shared,
            "clickable": clicked is not None,
            "focus": st.query_params.get("focus", "") if clicked is focus else "",
            "target": st.query_params.get("to", "") if clicked is focus else "",
            "brushable": brushed is not None,
            "plotly": f"plotly/{plotly_name()}",
            "outlines": OUTLINES,
        },
        height=tall,
        on_clicked_change=lambda: clicked(told(key, "clicked")) if clicked else None,
        on_brushed_change=lambda: brushed(*map(day, told(key, "brushed"))) if brushed else None,
    )


def as_json(part: Any) -> str:
    """A part of a figure for Plotly; of its own dicts, since what is asked for in public is copied throughout first."""
    return str(to_json_plotly(part, pretty=False))


def packed(trace: dict[str, Any]) -> dict[str, Any]:
    """The trace with what its marks say and stand for written once each, where several say the same."""
    found = {name: once(trace[name]) for name in ("hovertext", "customdata") if isinstance(trace.get(name), list)}
    return {**trace, **{name: part for name, part in found.items() if part}}


def once(entries: list[Any]) -> dict[str, list[Any]] | None:
    """A list as `each` distinct entry and which of them is `at` each place; None where that is no shorter."""
    keys = [tuple(entry) if isinstance(entry, list) else entry for entry in entries]
    places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    if 2 * len(places) > len(keys):
        return None
    return {"each": list(places), "at": [places[key] for key in keys]}


def told(key: str, event: str) -> list[str]:
    """What the chart tells about an event, in a callback."""
    return [str(item) for item in st.session_state[key][event]]


def day(place: str) -> dt.date:
    """The day of a place on an axis of dates, such as ``2025-03-01 13:20:11.42``."""
    return dt.date.fromisoformat(place[:10])
