"""The strip above the timeline: items per week by quad class over everything covered, with the window marked."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.sheet import empty, frame, hatched, least_width, quick_figure, steady
from dashboard.figures.theme import Theme, mix
from dashboard.figures.timescale import DAY_MS, Timescale, bands, thin_names, time_axis, veils
from dashboard.readings.prose import as_day, counted, span

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
WORDS = {name: name.replace("_", " ") for name in QUADS}
_HATCH = {"verbal_conflict": "/", "material_conflict": "x"}
_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 62, 44, 17, 18, 42


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
    counts = _counts(weeks)
    first, last = (as_day(day) for day in covered or (None, None))
    ends = first or min(counts), last or max(counts) + timedelta(days=6)
    scale = Timescale(*ends, round(width / theme.scale) - _LEFT - _RIGHT, _LEFT, _RIGHT)
    most = max(sum(found.values()) for found in counts.values())
    traces = [steady(_bars(counts, quad, theme)) for quad in QUADS if any(quad in found for found in counts.values())]
    layout = _layout(scale, most, as_day(since), as_day(until), dense, theme) | {"meta": least_width(width)}
    return quick_figure([*traces, steady(_hits(counts, most, ends))], layout, theme)


def _counts(weeks: pd.DataFrame) -> dict[date, dict[str, int]]:
    """Items by week and quad class, in order of time."""
    counts: dict[date, dict[str, int]] = {}
    for week, quad, items in zip(weeks["week_starts_on"], weeks["quad_class"], weeks["items"], strict=True):
        day = as_day(week)
        if day:
            counts.setdefault(day, {})[str(quad)] = int(items)
    return dict(sorted(counts.items()))


def _bars(counts: dict[date, dict[str, int]], quad: str, theme: Theme) -> dict[str, Any]:
    weeks = [week for week, found in counts.items() if quad in found]
    colour = theme.quad[quad]
    below = QUADS[: QUADS.index(quad)]
    pattern = hatched(_HATCH.get(quad, ""), colour, theme)
    return {
        "type": "bar",
        "name": WORDS[quad],
        "x": [f"{week + timedelta(days=3)}T12:00" for week in weeks],
        "y": [counts[week][quad] for week in weeks],
        "base": [sum(counts[week].get(name, 0) for name in below) for week in weeks],
        "width": 7 * DAY_MS,
        "hoverinfo": "skip",
        "marker": {"color": colour, "line": {"width": 0}, "pattern": pattern},
    }


def _hits(counts: dict[date, dict[str, int]], most: int, ends: tuple[date, date]) -> dict[str, Any]:
    """An unseen bar over each week, as high as the strip: it says the week and can be clicked."""
    weeks = list(counts)
    days = [(max(week, ends[0]), min(week + timedelta(days=6), ends[1])) for week in weeks]
    return {
        "type": "bar",
        "name": "weeks",
        "x": [f"{week + timedelta(days=3)}T12:00" for week in weeks],
        "y": [most] * len(weeks),
        "width": 7 * DAY_MS,
        "customdata": [[f"{first}..{last}", "chip", "all items"] for first, last in days],
        "hovertext": [_words(week, counts[week]) for week in weeks],
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
