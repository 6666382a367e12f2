"""The control under a map that plays its days: drawn and played in the browser, heard of once it has come to rest."""

import datetime as dt
from itertools import groupby
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.components.program import program
from dashboard.desk import change
from dashboard.exhibits.exhibit import Play
from dashboard.figures.theme import Theme
from dashboard.readings.prose import long_date, short_date, span

KEY = "play"
LARGE, SMALL, NARROW = 26, 18, 560
DAYS = {"what": "Play the days on which positions changed", "one": "change", "many": "days"}
WINDOWS = {"what": "Play window after window", "one": "window", "many": "windows"}
STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")

mount = st.components.v2.component("guarantees_play", js=program("play.js"), css=STYLE, isolate_styles=False)


def control(play: Play, chart: str, theme: Theme, width: int) -> None:
    """Under the chart of key `chart`, drawn for `width` pixels: slider over the change days, steps, play, speeds."""
    mount(key=KEY, data=told(play, chart, theme, width), on_day_change=lambda: rested(play.length))


def rested(length: int = 0) -> None:
    """The reader came to rest on a day: it becomes the as-of day, or the last of a window of `length` days."""
    day = dt.date.fromisoformat(str(st.session_state[KEY]["day"]))
    if length:
        change(since=first_of(day, length), until=day)
    else:
        change(asof=day)


def first_of(day: dt.date, length: int) -> dt.date:
    """The first day of a window of so many days that ends with `day`."""
    return day - dt.timedelta(length - 1)


def words(play: Play, day: dt.date) -> str:
    """A day as it is read, or the window that it ends."""
    return span(first_of(day, play.length), day) if play.length else long_date(day)


def told(play: Play, chart: str, theme: Theme, width: int) -> dict[str, Any]:
    """What the control needs to know: days in words and as ISO, where coverage is thin, where the film is."""
    return {
        "chart": chart,
        "film": f"{play.film}?{play.query}{'&' if play.query else ''}theme={theme.name}",
        "played": WINDOWS if play.length else DAYS,
        "room": width,
        "days": [words(play, day) for day in play.days],
        "isos": [day.isoformat() for day in play.days],
        "at": play.at,
        "day": words(play, play.day),
        "iso": play.day.isoformat(),
        "isThin": play.is_thin,
        "isThinOn": list(play.thin),
        "thin": spans(play.thin),
        "ends": [end(play, 0), end(play, -1)],
        "look": {
            "ink": theme.ink,
            "muted": theme.muted,
            "paper": theme.paper,
            "size": SMALL if width < NARROW else LARGE,
            "low": "framing=world" in play.query,  # the open sea: below in the world, above in Europe
        },
    }


def spans(thin: tuple[bool, ...]) -> list[list[float]]:
    """Runs of days in thin coverage as parts of the slider, from and to in per cent; a step is as wide as another."""
    step = 100 / max(len(thin) - 1, 1)
    found, first = [], 0
    for is_thin, run in groupby(thin):
        after = first + len(list(run))
        if is_thin:
            found.append([max((first - 0.5) * step, 0), min((after - 0.5) * step, 100)])
        first = after
    return found


def end(play: Play, index: int) -> str:
    """The first or the last day under the slider, with the name of the tint where it is in thin coverage."""
    return short_date(play.days[index]) + (" · thin coverage" if play.thin[index] else "")
