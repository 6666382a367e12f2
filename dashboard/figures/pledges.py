"""The map of positions: fill for a word that counts, outline for any other, and a letter that says why."""

from collections.abc import Collection
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import marks
from dashboard.figures.atlas import (
    COLUMNED,
    EUROPE,
    WORLD,
    Place,
    europe_shape,
    in_europe,
    in_europe_frame,
    places,
)
from dashboard.figures.beyond import beyond
from dashboard.figures.canvas import Canvas, Mark, mark_of, nothing_to_show
from dashboard.figures.crowd import HOME, NAME, NARROW_NAME, eased, in_world, legible, rounded
from dashboard.figures.hover import bare_hover, position_hover
from dashboard.figures.mapkey import occurring
from dashboard.figures.marks import Area
from dashboard.figures.paint import FORMS, Paint, form, paint
from dashboard.figures.theme import Theme
from dashboard.readings.wording import ORDER, is_doubted, is_state
from dashboard.readings.wording import rows as records

NARROW = 560
_LEAST_HEIGHT, _HEIGHT = 170, 500
_WORLD_SHAPE = 0.48
_FEW_LETTERS = {
    "text": "Letters stand where they have room; those of Europe are in its own frame.",
    "showarrow": False,
    "x": 0,
    "y": 0,
    "xref": "paper",
    "yref": "paper",
    "xanchor": "left",
    "yanchor": "bottom",
    "opacity": 0.75,
    "font": {"size": 12},
}
Rows = list[dict[str, Any]]


def position_map(
    positions: pd.DataFrame,
    countries: pd.DataFrame,
    theme: Theme,
    framing: str = "europe",
    focus: str | None = None,
    width: int = 1060,
    moved: Collection[str] = (),
    is_small: bool = False,
) -> go.Figure:
    """Map of one kind's positions on one day.

    ``positions`` as relation ``positions_on`` gives them (organisations are left to the list beside the map);
    ``countries`` has actor_id, label, latitude, longitude of every country that may be drawn, and perhaps
    ``is_left_out``: it has a position that the filters leave out. ``framing`` is
    ``europe`` (with a column for the countries beyond it, unless ``width`` is narrow: then the list alone has them)
    or ``world``. Each mark's ``customdata[0]`` is an actor id. Those who ``moved`` are outlined in ink. On one that
    ``is_small`` no letter meets another; who has none for lack of room is named in ``layout.meta`` as ``unlettered``,
    and what its key has to explain as ``marks``.
    """
    if countries.empty:
        return nothing_to_show(theme, "No countries to draw.")
    where = places(countries)
    rows: Rows = [row for row in records(positions) if is_state(row["pledger_id"]) and row["pledger_id"] in where]
    is_narrow = width < NARROW
    canvas = Canvas(theme)
    canvas.arrange(**layout(framing, width))
    where = placed(rows, countries, framing, width, is_small)
    land = [*ground(countries, rows, where, theme), *(area_of(row, theme) for row in in_painting_order(rows))]
    lit = [*outlined(rows, moved, theme, 1.0 if framing == "world" else 2.0), *in_focus(rows, focus, countries, theme)]
    canvas.add(marks.areas(within([*land, *lit], framing)))
    shown = [row for row in rows if framing == "world" or in_europe_frame(where[row["pledger_id"]])]
    height = canvas.layout.get("height", _HEIGHT)
    is_world = framing == "world"
    lettered = shown
    if is_world:
        lettered, where = in_world(shown, where, width, is_small)
    elif is_small:
        spots = legible(shown, where, height, is_narrow, moved)
        lettered, where = [row for row in shown if row["pledger_id"] in spots], {**where, **spots}
    left = unlettered(shown, lettered, where)
    canvas.layout["meta"] |= left if is_small else {name: left[name] for name in left if name == "unsigned"}
    if is_small:
        canvas.layout["meta"]["marks"] = occurring(shown, lettered, moved)
    if framing != "world":
        canvas.add_all(marks.unrecorded_discs(countries, rows, where, theme))
    canvas.add_all(marks.letters(shown, where, theme, framing, focus, is_narrow, lettered))
    if framing != "world":
        canvas.add(home(where, theme, is_narrow))
        canvas.add_all(beyond([] if is_narrow else beyond_frame(rows, where), theme, focus))
    return canvas.figure()


def unlettered(shown: Rows, written: Rows, where: dict[str, Place]) -> dict[str, list[str]]:
    """For ``layout.meta``: the actor ids of those shown whose letter or question mark isn't written, if there are any.

    ``unsigned`` are those whose letter stands without its question mark.
    """
    lettered = {row["pledger_id"] for row in written}
    unsigned = {row["pledger_id"] for row in written if is_doubted(row) and not where[row["pledger_id"]].sign}
    left = {row["pledger_id"] for row in shown} - lettered | unsigned
    return {name: sorted(ids) for name, ids in (("unlettered", left), ("unsigned", unsigned)) if ids}


def placed(rows: Rows, countries: pd.DataFrame, framing: str, width: int, is_small: bool = False) -> dict[str, Place]:
    """Where each country's mark stands: in the Europe frame clear of its neighbours'."""
    where = places(countries)
    if framing == "world":
        return where
    height = layout(framing, width).get("height", _HEIGHT)
    where = rounded(rows, where, height) if is_small else where
    return eased(where, (row["pledger_id"] for row in rows), height, width < NARROW)


def layout(framing: str, width: int) -> dict[str, Any]:
    """What a map of that frame and width needs of a layout."""
    is_narrow, is_world = width < NARROW, framing == "world"
    made = {"meta": {} if is_narrow else {"min_width": NARROW}, "hoverdistance": 6, "geo": _geo(framing, is_narrow)}
    tall = round(width * (_WORLD_SHAPE if is_world else europe_shape(not is_narrow)))
    if is_world or tall < _HEIGHT:
        made["height"] = max(tall, _LEAST_HEIGHT)
    if is_world and not is_narrow:
        made["annotations"] = [_FEW_LETTERS]
    return made


def within(land: list[Area], framing: str) -> list[Area]:
    """The areas of which the frame shows any land."""
    return [area for area in land if framing == "world" or area.actor_id in in_europe()]


def beyond_frame(rows: Rows, where: dict[str, Place]) -> Rows:
    """The rows of countries outside the Europe frame."""
    return [row for row in rows if not in_europe_frame(where[row["pledger_id"]])]


def _geo(framing: str, is_narrow: bool) -> dict[str, Any]:
    frame = WORLD if framing == "world" else EUROPE if is_narrow else COLUMNED
    hidden = {
        f"show{layer}": False for layer in ("land", "ocean", "lakes", "rivers", "countries", "coastlines", "frame")
    }
    return {**frame, **hidden, "resolution": 50, "bgcolor": "rgba(0,0,0,0)", "domain": {"x": [0, 1], "y": [0, 1]}}


def ground(countries: pd.DataFrame, rows: Rows, where: dict[str, Place], theme: Theme) -> list[Area]:
    """The land without a position: what we have no name for, countries without a record, Ukraine."""
    taken = {row["pledger_id"] for row in rows} | {HOME}
    labels = {row["actor_id"]: row["label"] for row in records(countries)}
    look = Paint(theme.land, theme.border, 0.6, theme.ink)
    others = [Area(actor_id, look) for actor_id in where if actor_id not in taken and actor_id not in labels]
    unrecorded = [actor_id for actor_id in labels if actor_id not in taken]
    ours = Area(HOME, look._replace(fill=theme.ukraine), "<b>Ukraine</b>")
    left = marks.left_out(countries)
    return [*others, *(Area(code, look, bare_hover(labels[code], code in left)) for code in unrecorded), ours]


def in_painting_order(rows: Rows) -> Rows:
    """Solid fills first, then lighter ones, outlines last: no neighbour covers an outline."""
    return [row for look in FORMS for status in ORDER for row in rows if row["status"] == status and form(row) == look]


def area_of(row: dict[str, Any], theme: Theme) -> Area:
    """A country in the paint of its position."""
    return Area(row["pledger_id"], paint(row, theme), position_hover(row))


def in_focus(rows: Rows, focus: str | None, countries: pd.DataFrame, theme: Theme) -> list[Area]:
    """The country in focus once more on top, outlined in ink, whether or not it has a position."""
    look = Paint(theme.land, theme.ink, 2.6, theme.ink)
    chosen = [row for row in rows if row["pledger_id"] == focus]
    if chosen:
        return [Area(str(focus), look._replace(fill=paint(row, theme).fill), position_hover(row)) for row in chosen]
    labels = [str(row["label"]) for row in records(countries) if row["actor_id"] == focus]
    is_left_out = focus in marks.left_out(countries)
    return [Area(str(focus), look, bare_hover(label, is_left_out)) for label in labels if focus != HOME]


def outlined(rows: Rows, moved: Collection[str], theme: Theme, width: float) -> list[Area]:
    """Those who moved once more on top, in their paint, outlined in ink as wide as that."""
    chosen = [row for row in rows if row["pledger_id"] in moved]
    return [
        Area(row["pledger_id"], paint(row, theme)._replace(line=theme.ink, width=width), position_hover(row))
        for row in chosen
    ]


def home(where: dict[str, Place], theme: Theme, is_narrow: bool) -> Mark:
    """Ukraine's name on its land."""
    place = where[HOME]
    return mark_of(
        "scattergeo",
        lon=[place.longitude - 1],
        lat=[place.latitude],
        text=["Ukraine"],
        mode="text",
        name="Ukraine’s name",
        hoverinfo="skip",
        textfont={"color": theme.ink, "size": theme.px(NARROW_NAME if is_narrow else NAME), "family": theme.font},
    )
