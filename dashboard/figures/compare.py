"""Two days beside each other: the map of positions on each, in one figure."""

from collections.abc import Collection
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.atlas import europe_shape
from dashboard.figures.canvas import Canvas
from dashboard.figures.pledges import position_map
from dashboard.figures.theme import Theme
from dashboard.readings.prose import long_date

_STACKED, _LARGER = 560, 1.04
_GAP = 12
_HEAD = 26
_NARROW = 540
_ON_GROUND = ("choropleth", "scattergeo")
_SHAPES = {"europe": europe_shape(), "world": 0.46}


def two_maps(
    earlier: pd.DataFrame,
    later: pd.DataFrame,
    days: tuple[Any, Any],
    countries: pd.DataFrame,
    theme: Theme,
    framing: str = "europe",
    focus: str | None = None,
    width: int = 1060,
    moved: Collection[str] = (),
    height: int | None = None,
) -> go.Figure:
    """The maps of two days, the earlier left; one above the other where ``width`` has no room for both.

    Frames as ``figures.pledges.position_map`` takes them; each mark's ``customdata[0]`` is an actor id. Those who
    ``moved`` are outlined in ink on the later map. Where ``height`` is given the maps fill it, the way they are larger;
    ``layout.meta`` then says as ``most`` how much height they can use.
    """
    shape, half = _SHAPES[framing], (width - _GAP) // 2
    is_stacked = min(width, (height / 2 - _HEAD) / shape) > half * _LARGER if height else width < _STACKED
    each = width if is_stacked else half
    drawn = round(each * shape)
    most = (drawn + _HEAD) * (2 if is_stacked else 1)
    is_slide, height = bool(height), min(height or most, most)
    across = min(each, _NARROW, round((height / (2 if is_stacked else 1) - _HEAD) / shape))
    canvas = Canvas(theme, height=height)
    unlettered, unsigned, signs = set[str](), set[str](), set[str]()
    for index, (positions, day) in enumerate(zip((earlier, later), days, strict=True)):
        of_later = moved if index else ()
        one = position_map(positions, countries, theme, framing, focus, across, of_later, True)
        bare = set(one._layout["meta"].get("unsigned", ()))
        unlettered |= set(one._layout["meta"].get("unlettered", ())) - (set() if index else bare)
        unsigned |= bare
        signs |= set(one._layout["meta"].get("marks", ()))
        geo = f"geo{index + 1}" if index else "geo"
        domain = _domain(index, is_stacked, _HEAD / height)
        canvas.add_all(trace | {"geo": geo} for trace in one._data if trace["type"] in _ON_GROUND)
        canvas.arrange(**{geo: {**one._layout["geo"], "domain": domain}}, hoverdistance=6)
        canvas.note(
            text=f"<b>{long_date(day)}</b>",
            x=domain["x"][0],
            y=domain["y"][1],
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            font={"size": theme.px(15), "color": theme.ink},
        )
    left = {name: sorted(ids) for name, ids in (("unlettered", unlettered), ("unsigned", unsigned)) if ids}
    told: dict[str, Any] = {"marks": sorted(signs)} | left
    canvas.arrange(meta=told | ({"most": height} if is_slide else {}))
    return canvas.figure()


def later_map(
    later: pd.DataFrame,
    day: Any,
    countries: pd.DataFrame,
    theme: Theme,
    framing: str,
    width: int,
    moved: Collection[str],
    height: int,
) -> go.Figure:
    """The map of the later day alone, those who moved outlined and lettered first: where two have no room."""
    is_world = framing == "world"
    across = width if is_world else min(width, _NARROW, round(height / europe_shape()))
    made = position_map(later, countries, theme, framing, None, across, moved, True)
    note = {"text": f"<b>{long_date(day)}</b>", "showarrow": False, "x": 0, "y": 1, "xref": "paper", "yref": "paper"}
    note |= {"xanchor": "left", "yanchor": "top", "font": {"size": theme.px(13), "color": theme.ink}}
    made._layout["annotations"] = [note]
    return made


def _domain(index: int, is_stacked: bool, head: float) -> dict[str, list[float]]:
    """Where a map stands: below its day."""
    if is_stacked:
        top = 1 - index / 2
        return {"x": [0, 1], "y": [top - 0.5, top - head]}
    gap = 0.006
    return {"x": [index * (0.5 + gap), 0.5 - gap + index * (0.5 + gap)], "y": [0, 1 - head]}
