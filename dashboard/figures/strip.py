"""The strip above the timeline: items per week by quad class over everything covered, with the window marked."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.sheet import empty, frame, hatched, least_width, quick_figure, steady
from dashboard.figures.theme import Theme, mix
from dashboard.figures.timescale import DAY_MS, Timescale, bands, thin_names, time_axis, veils
from dashboard.readings.prose import as_day, counted, span
from dashboard.readings.wording import some_rows

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
WORDS = {name: name.replace("_", " ") for name in QUADS}
_HATCH = {"verbal_conflict": "/", "material_conflict": "x"}
_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 62, 44, 17, 18, 42


class Week(NamedTuple):
    """A week: its first day, its middle as the axis writes it, items by quad class, those below each, all, words."""

    first: date
    noon: str
    found: dict[str, int]
    bases: dict[str, int]
    total: int
    words: str


def strip(
    weeks: pd.DataFrame,
    theme: Theme,
    since: Any = None,
    until: Any = None,
    dense: tuple[Any, Any] | None = None,
    width: int = 1080,
    covered: tuple[Any, Any] | None = None,
) -> Figure:
    """Weeks (``week_starts_on``, ``quad_class``, ``items``) stacked by quad class; ``since`` to ``until`` is marked.

    The axis runs over the ``covered`` days, so that it stays while filters change. A brush along it chooses days; the
    ``customdata`` of a week: [first day..last day, "chip", "all items"].
    """
    if weeks.empty:
        return empty(theme, "Nothing in this collection matches.", 120)
    stacks = _weeks(_rows(weeks))
    first, last = (as_day(day) for day in covered or (None, None))
    days = [week.first for week in stacks]
    ends = first or min(days), last or max(days) + timedelta(days=6)
    scale = Timescale(*ends, round(width / theme.scale) - _LEFT - _RIGHT, _LEFT, _RIGHT)
    most = max(week.total for week in stacks)
    traces = [bars for quad in QUADS if (bars := steady(_bars(stacks, quad, theme)))["x"]]
    layout = _layout(scale, most, as_day(since), as_day(until), dense, theme) | {"meta": least_width(width)}
    return quick_figure([*traces, steady(_hits(stacks, most, ends))], layout, theme)


def _rows(weeks: pd.DataFrame) -> tuple[tuple[date, str, int], ...]:
    """Items by week and quad class, as they come."""
    rows = some_rows(weeks, ("week_starts_on", "quad_class", "items"))
    found = ((as_day(row["week_starts_on"]), str(row["quad_class"]), int(row["items"])) for row in rows)
    return tuple((day, quad, items) for day, quad, items in found if day)


@lru_cache(maxsize=64)
def _weeks(rows: tuple[tuple[date, str, int], ...]) -> tuple[Week, ...]:
    """Every week that holds anything, in order of time; kept, since they are the same whatever the window."""
    counts: dict[date, dict[str, int]] = {}
    for day, quad, items in rows:
        counts.setdefault(day, {})[quad] = items
    return tuple(
        Week(day, f"{day + timedelta(days=3)}T12:00", found, _bases(found), sum(found.values()), _words(day, found))
        for day, found in sorted(counts.items())
    )


def _bases(found: dict[str, int]) -> dict[str, int]:
    """How much of a week lies below each quad class."""
    return {quad: sum(found.get(name, 0) for name in QUADS[:place]) for place, quad in enumerate(QUADS)}


def _bars(weeks: Sequence[Week], quad: str, theme: Theme) -> dict[str, Any]:
    shown = [week for week in weeks if quad in week.found]
    colour = theme.quad[quad]
    pattern = hatched(_HATCH.get(quad, ""), colour, theme)
    return {
        "type": "bar",
        "name": WORDS[quad],
        "x": [week.noon for week in shown],
        "y": [week.found[quad] for week in shown],
        "base": [week.bases[quad] for week in shown],
        "width": 7 * DAY_MS,
        "hoverinfo": "skip",
        "marker": {"color": colour, "line": {"width": 0}, "pattern": pattern},
    }


def _hits(weeks: Sequence[Week], most: int, ends: tuple[date, date]) -> dict[str, Any]:
    """An unseen bar over each week, as high as the strip: it says the week and can be clicked."""
    days = [(max(week.first, ends[0]), min(week.first + timedelta(days=6), ends[1])) for week in weeks]
    return {
        "type": "bar",
        "name": "weeks",
        "x": [week.noon for week in weeks],
        "y": [most] * len(weeks),
        "width": 7 * DAY_MS,
        "customdata": [[f"{first}..{last}", "chip", "all items"] for first, last in days],
        "hovertext": [week.words for week in weeks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
    }


def _words(week: date, found: dict[str, int]) -> str:
    parts = [f"{found[quad]} {WORDS[quad]}" for quad in QUADS if quad in found]
    return (
        f"<b>{span(week, week + timedelta(days=6))}</b><br>{counted(sum(found.values()), 'item')}: {', '.join(parts)}"
    )


def _layout(
    scale: Timescale, most: int, since: date | None, until: date | None, dense: tuple[Any, Any] | None, theme: Theme
) -> dict[str, Any]:
    return {
        **frame(theme),
        "dragmode": "select",
        "selectdirection": "h",
        "newselection": {"line": {"color": theme.accent, "width": 1.5, "dash": "solid"}},
        "activeselection": {"fillcolor": theme.accent, "opacity": 0.25},
        "height": _HEIGHT + _TOP + _BOTTOM,
        "margin": {"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _BOTTOM, "pad": 0},
        "xaxis": time_axis(scale, theme),
        "yaxis": {
            "range": [0, most * 1.04],
            "tickvals": [0, most],
            "tickfont": {"size": 11, "color": theme.muted},
            "gridcolor": theme.hairline,
            "zeroline": False,
            "fixedrange": True,
            "automargin": False,
        },
        "shapes": [*veils(scale, theme, dense, most * 1.04), *bands(scale, theme, most), *_window(since, until, theme)],
        "annotations": thin_names(scale, theme, dense),
    }


def _window(since: date | None, until: date | None, theme: Theme) -> list[dict[str, Any]]:
    """The window of the timeline below, as a frame."""
    if not since or not until:
        return []
    place = {"x0": since.isoformat(), "x1": (until + timedelta(days=1)).isoformat(), "y0": 0, "y1": 1}
    line = {"width": 1.6, "color": theme.ink}
    fill = mix(theme.accent, theme.paper, 0.16)
    return [
        {"type": "rect", "layer": "below", "yref": "paper", **place, "fillcolor": fill, "line": line, "name": "window"}
    ]
