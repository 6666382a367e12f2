"""The map of positions: fill for a word that counts, outline for any other, and a letter that says why."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import marks
from dashboard.figures.atlas import EUROPE, WORLD, Place, in_europe, in_europe_frame, places
from dashboard.figures.canvas import Canvas, Mark, mark_of, nothing_to_show
from dashboard.figures.hover import no_record_hover, position_hover
from dashboard.figures.marks import Area
from dashboard.figures.paint import FORMS, Paint, form, paint
from dashboard.figures.theme import Theme
from dashboard.readings.wording import ORDER, is_state
from dashboard.readings.wording import rows as records

HOME = "UKR"
_NARROW = 560
_LEAST_HEIGHT = 250
_EUROPE_SHAPE, _WORLD_SHAPE = 0.8, 0.6
Rows = list[dict[str, Any]]


def position_map(
    positions: pd.DataFrame,
    countries: pd.DataFrame,
    theme: Theme,
    framing: str = "europe",
    focus: str | None = None,
    width: int = 1060,
) -> go.Figure:
    """Map of one kind's positions on one day.

    ``positions`` as relation ``positions_on`` gives them (organisations are left to the list beside the map);
    ``countries`` has actor_id, label, latitude, longitude of every country that may be drawn. ``framing`` is
    ``europe`` (with a column for the countries beyond it, unless ``width`` is narrow: then the list alone has them)
    or ``world``. Each mark's ``customdata[0]`` is an actor id.
    """
    if countries.empty:
        return nothing_to_show(theme, "No countries to draw.")
    where = places(countries)
    rows: Rows = [row for row in records(positions) if is_state(row["pledger_id"]) and row["pledger_id"] in where]
    canvas = Canvas(theme)
    is_narrow = width < _NARROW
    canvas.arrange(meta={} if is_narrow else {"min_width": _NARROW}, hoverdistance=6, geo=_geo(framing))
    if is_narrow:
        canvas.arrange(
            height=max(round(width * (_WORLD_SHAPE if framing == "world" else _EUROPE_SHAPE)), _LEAST_HEIGHT)
        )
    land = [*_land(countries, rows, where, theme), *_fills(rows, theme), *_focus(rows, focus, countries, theme)]
    canvas.add(marks.areas([area for area in land if framing == "world" or area.actor_id in in_europe()]))
    shown = [row for row in rows if framing == "world" or in_europe_frame(where[row["pledger_id"]])]
    canvas.add_all(marks.letters(shown, where, theme, framing, focus, is_narrow))
    if framing != "world":
        canvas.add(_home(where, theme, 11 if is_narrow else 14))
        canvas.add_all(marks.unrecorded_discs(countries, rows, where, theme))
        beyond = [] if is_narrow else [row for row in rows if not in_europe_frame(where[row["pledger_id"]])]
        canvas.add_all(marks.beyond(beyond, theme, focus))
    return canvas.figure()


def _geo(framing: str) -> dict[str, Any]:
    frame = WORLD if framing == "world" else EUROPE
    hidden = {
        f"show{layer}": False for layer in ("land", "ocean", "lakes", "rivers", "countries", "coastlines", "frame")
    }
    return {**frame, **hidden, "resolution": 50, "bgcolor": "rgba(0,0,0,0)", "domain": {"x": [0, 1], "y": [0, 1]}}


def _land(countries: pd.DataFrame, rows: Rows, where: dict[str, Place], theme: Theme) -> list[Area]:
    taken = {row["pledger_id"] for row in rows} | {HOME}
    labels = dict(zip(countries["actor_id"], countries["label"], strict=True))
    ground = Paint(theme.land, theme.border, 0.6, theme.ink)
    others = [Area(actor_id, ground) for actor_id in where if actor_id not in taken and actor_id not in labels]
    unrecorded = [actor_id for actor_id in labels if actor_id not in taken]
    home = Area(HOME, ground._replace(fill=theme.ukraine), "<b>Ukraine</b>")
    return [*others, *(Area(actor_id, ground, no_record_hover(labels[actor_id])) for actor_id in unrecorded), home]


def _fills(rows: Rows, theme: Theme) -> Iterable[Area]:
    """Solid fills first, then lighter ones, outlines last: no neighbour covers an outline."""
    for look in FORMS:
        for status in ORDER:
            chosen = [row for row in rows if row["status"] == status and form(row) == look]
            yield from (Area(row["pledger_id"], paint(row, theme), position_hover(row)) for row in chosen)


def _focus(rows: Rows, focus: str | None, countries: pd.DataFrame, theme: Theme) -> list[Area]:
    """The country in focus once more on top, outlined in ink, whether or not it has a position."""
    look = Paint(theme.land, theme.ink, 2.6, theme.ink)
    for row in rows:
        if row["pledger_id"] == focus:
            return [Area(str(focus), look._replace(fill=paint(row, theme).fill), position_hover(row))]
    labels = [str(label) for label in countries.loc[countries["actor_id"] == focus, "label"]]
    return [Area(str(focus), look, no_record_hover(label)) for label in labels if focus != HOME]


def _home(where: dict[str, Place], theme: Theme, size: float) -> Mark:
    place = where[HOME]
    return mark_of(
        "scattergeo",
        lon=[place.longitude - 1],
        lat=[place.latitude],
        text=["Ukraine"],
        mode="text",
        name="Ukraine’s name",
        hoverinfo="skip",
        textfont={"color": theme.ink, "size": theme.px(size), "family": theme.font},
    )
