"""The marks of the map: paint, areas, letters, and discs for states too small for one."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from dashboard.figures.atlas import Place
from dashboard.figures.canvas import Mark, folded, mark_of
from dashboard.figures.hover import bare_hover, position_hover
from dashboard.figures.paint import Paint, paint
from dashboard.figures.theme import Theme
from dashboard.readings.wording import Row, is_doubted, mark
from dashboard.readings.wording import rows as records

_GAP = "\u2004"
_DISC, _WIDE_DISC, _BARE = 18, 22, 8
_SMALLEST = 11.2
_NARROW_KM, _RING_KM = 80, 12
Rows = list[dict[str, Any]]


class Area(NamedTuple):
    """A country in its paint; without a hover it can't be pointed at."""

    actor_id: str
    look: Paint
    hover: str = ""


def areas(chosen: Sequence[Area]) -> Mark:
    """Countries as one trace, later ones on top: Plotly turns all outlines into shapes once per trace, 10 ms each."""
    fills = list(dict.fromkeys(area.look.fill for area in chosen))
    last = max(len(fills) - 1, 1)
    scale = [[number / last, fill] for number, fill in enumerate(fills)]
    return mark_of(
        "choropleth",
        name="countries",
        locations=[area.actor_id for area in chosen],
        locationmode="ISO-3",
        z=[fills.index(area.look.fill) for area in chosen],
        zmin=0,
        zmax=last,
        colorscale=scale if len(scale) > 1 else [*scale, [1, fills[0]]],
        showscale=False,
        marker={
            "line": {"color": [area.look.line for area in chosen], "width": [area.look.width for area in chosen]},
            "opacity": 1,
        },
        customdata=[[area.actor_id] if area.hover else [] for area in chosen],
        hovertext=[area.hover for area in chosen],
        hoverinfo=["text" if area.hover else "none" for area in chosen],
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def letters(
    rows: Rows,
    where: dict[str, Place],
    theme: Theme,
    framing: str = "europe",
    focus: str | None = None,
    is_narrow: bool = False,
    chosen: Rows | None = None,
) -> list[Mark]:
    """Leaders, discs and letters.

    ``chosen`` are the rows whose letters are written, where these aren't all: in Europe's frame the others have neither
    disc nor leader, but a state too small to be seen keeps a ring on its land; in the world frame discs stay.

    On a narrow picture discs and letters are smaller, and more states are too small for a letter on the land.
    """
    written = rows if chosen is None else chosen
    bare = {row["pledger_id"] for row in rows} - {row["pledger_id"] for row in written}
    if framing != "world":
        rows = [row for row in rows if row["pledger_id"] not in bare or where[row["pledger_id"]].room_km <= _RING_KM]
        where = where | {code: at_home(where[code]) for code in bare}
    small = [row for row in rows if is_disc(where[row["pledger_id"]], is_narrow)]
    spots = [where[row["pledger_id"]] for row in small]
    round_marks = [discs(small, spots, theme, framing, focus, is_narrow, bare)] if small else []
    lines = [leaders(spots, theme)] if small and framing != "world" else []
    return [*lines, *round_marks, texts(written, where, theme, framing, is_narrow)]


def at_home(place: Place) -> Place:
    """The place with its mark on its land."""
    return replace(place, mark_latitude=place.latitude, mark_longitude=place.longitude)


def is_disc(place: Place, is_narrow: bool) -> bool:
    """Whether the state's mark is a disc instead of a letter on its land."""
    return place.room_km < _NARROW_KM if is_narrow else place.is_small


def left_out(countries: pd.DataFrame) -> set[str]:
    """The countries that have a position which the filters leave out, by the column ``is_left_out`` if there is one."""
    return {row["actor_id"] for row in records(countries) if row.get("is_left_out")}


def unrecorded_discs(countries: pd.DataFrame, rows: Rows, where: dict[str, Place], theme: Theme) -> list[Mark]:
    """Small dots for the smallest states without a record, so that they can be found and pointed at."""
    taken = {row["pledger_id"] for row in rows}
    labels = {row["actor_id"]: row["label"] for row in records(countries)}
    left = left_out(countries)
    ids = [code for code in labels if code not in taken and code in where and where[code].room_km <= _RING_KM]
    if not ids:
        return []
    return [
        mark_of(
            "scattergeo",
            name="no record, small states",
            lon=[where[code].longitude for code in ids],
            lat=[where[code].latitude for code in ids],
            mode="markers",
            marker={"size": 5, "color": theme.land, "line": {"color": theme.border, "width": 1}, "opacity": 1},
            customdata=[[code] for code in ids],
            hovertext=[bare_hover(labels[code], code in left) for code in ids],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    ]


def discs(
    rows: Rows,
    spots: Sequence[Place],
    theme: Theme,
    framing: str,
    focus: str | None,
    is_narrow: bool = False,
    bare: Collection[str] = (),
) -> Mark:
    """A disc per row at its spot, with the position's paint; in focus outlined in ink; small for the `bare`.

    Those are the actors whose letter isn't written.
    """
    paints = [paint(row, theme) for row in rows]
    focused = [row["pledger_id"] == focus for row in rows]
    rims = [theme.ink if on else theme.status_outline[row["status"]] for row, on in zip(rows, focused, strict=True)]
    sizes = [_BARE if row["pledger_id"] in bare else _size(row, is_narrow, theme) for row in rows]
    wide = [1.2 + 1.2 * (len(mark(row)) > 1) for row in rows] if framing != "world" else [1.0] * len(rows)
    return mark_of(
        "scattergeo",
        name="beyond" if framing == "beyond" else "small states",
        lon=[spot.mark_longitude for spot in spots],
        lat=[spot.mark_latitude for spot in spots],
        mode="markers",
        marker={
            "size": _BARE if framing == "world" else sizes,
            "color": [look.fill for look in paints],
            "line": {"color": rims, "width": [2.4 if on else width for on, width in zip(focused, wide, strict=True)]},
            "opacity": 1,
        },
        customdata=[[row["pledger_id"]] for row in rows],
        hovertext=[position_hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _size(row: Row, is_narrow: bool, theme: Theme) -> float:
    """Pixels across a disc: wider where more than a letter stands in it."""
    size = _DISC if len(mark(row)) == 1 else _WIDE_DISC
    return theme.px(size * 0.78 if is_narrow else size)


def leaders(spots: Sequence[Place], theme: Theme) -> Mark:
    """A line from each state to its mark, where that stands off the land: three points each."""
    off = [spot for spot in spots if spot.has_leader]
    return mark_of(
        "scattergeo",
        name="leaders",
        lon=[value for spot in off for value in (spot.longitude, spot.mark_longitude, None)],
        lat=[value for spot in off for value in (spot.latitude, spot.mark_latitude, None)],
        mode="lines",
        line={"color": theme.muted, "width": 1},
        hoverinfo="skip",
    )


def texts(rows: Rows, where: dict[str, Place], theme: Theme, framing: str, is_narrow: bool = False) -> Mark:
    """Letters at their places; where there is doubt a question mark in the same text, raised, outside a disc."""
    return texts_at(rows, [where[row["pledger_id"]] for row in rows], theme, framing, is_narrow)


def texts_at(rows: Rows, spots: Sequence[Place], theme: Theme, framing: str, is_narrow: bool = False) -> Mark:
    """A row's letter at its spot."""
    round_ones = [framing == "beyond" or is_disc(spot, is_narrow) for spot in spots]
    return mark_of(
        "scattergeo",
        name="beyond, letters" if framing == "beyond" else "letters",
        lon=[spot.mark_longitude for spot in spots],
        lat=[spot.mark_latitude for spot in spots],
        mode="text",
        text=[_letter(row, on_disc, at.sign, theme) for row, on_disc, at in zip(rows, round_ones, spots, strict=True)],
        textposition="middle center",
        textfont={
            "size": [_letter_size(row, is_narrow, theme) for row in rows],
            "color": [paint(row, theme).letter for row in rows],
            "family": theme.font,
        },
        customdata=[[row["pledger_id"]] for row in rows],
        hoverinfo="skip",
    )


def _letter_size(row: Row, is_narrow: bool, theme: Theme) -> float:
    size = 13.5 if len(mark(row)) == 1 else 12
    return theme.px(max(_SMALLEST, size - 2.5) if is_narrow else size)


def _letter(row: Row, is_disc: bool, sign: str, theme: Theme) -> str:
    """The letter, and its question mark balanced by as much room on the other side, so that the letter stays put."""
    letter = f"<b>{folded(mark(row))}</b>"
    if not sign or not is_doubted(row):
        return letter
    gap, look = _GAP if is_disc else "", paint(row, theme)
    colour, edge = (theme.ink, theme.paper) if is_disc else (look.letter, look.fill)
    tag = "sup" if sign.startswith("n") else "sub"
    style = f"font-size:{theme.px(_SMALLEST)}px;color:{colour};paint-order:stroke;stroke:{edge};stroke-width:2px"
    query = f'<{tag}><span style="{style}"><b>?</b></span></{tag}>'
    return f"{gap}{_GAP}{letter}{gap}{query}" if sign.endswith("e") else f"{query}{gap}{letter}{gap}{_GAP}"
