"""The marks of the map: paint, areas, letters, discs for states too small for a letter, the column beyond the frame."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.figures.atlas import Place, column_west, spread
from dashboard.figures.canvas import Mark, folded, mark_of
from dashboard.figures.hover import no_record_hover, position_hover
from dashboard.figures.paint import Paint, paint
from dashboard.figures.theme import Theme
from dashboard.readings.wording import Row, is_doubted, mark

_MOST_BEYOND = 9
_GAP = "\u2004"
_DISC, _WIDE_DISC = 18, 22
_SMALLEST = 10.5
_NARROW_KM = 80
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
) -> list[Mark]:
    """Leaders, discs and letters. In the world frame only letters that have room are written; discs stay.

    On a narrow picture discs and letters are smaller, and more states are too small for a letter on the land.
    """
    small = [row for row in rows if is_disc(where[row["pledger_id"]], is_narrow)]
    written = spread(rows, where) if framing == "world" else rows
    spots = [where[row["pledger_id"]] for row in small]
    round_marks = [discs(small, spots, theme, framing, focus, is_narrow)] if small else []
    lines = [leaders(spots, theme)] if small and framing != "world" else []
    return [*lines, *round_marks, texts(written, where, theme, framing, is_narrow)]


def is_disc(place: Place, is_narrow: bool) -> bool:
    """Whether the state's mark is a disc instead of a letter on its land."""
    return place.room_km < _NARROW_KM if is_narrow else place.is_small


def unrecorded_discs(countries: pd.DataFrame, rows: Rows, where: dict[str, Place], theme: Theme) -> list[Mark]:
    """Small dots for the smallest states without a record, so that they can be found and pointed at."""
    taken = {row["pledger_id"] for row in rows}
    labels = dict(zip(countries["actor_id"], countries["label"], strict=True))
    ids = [code for code in labels if code not in taken and code in where and where[code].room_km <= 12]
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
            hovertext=[no_record_hover(labels[code]) for code in ids],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    ]


def beyond(rows: Rows, theme: Theme, focus: str | None = None) -> list[Mark]:
    """The column of countries outside the frame: a disc with its letter, and the name beside it.

    A country with several rows has one place; its marks lie on each other.
    """
    if not rows:
        return []
    where = beyond_places(rows)
    shown = [row for row in rows if row["pledger_id"] in where]
    names = {row["pledger_id"]: f"{_GAP * 4}{folded(row['pledger'])}" for row in shown}
    left = len({row["pledger_id"] for row in rows}) - len(names)
    named = [*names.values(), *([f"{_GAP * 4}and {left} more, in the list"] if left else [])]
    column = column_west(len(names) + 2)
    return [
        _names([column[0]], ["Beyond this frame"], theme.muted, "beyond, heading", theme),
        _names(column[1 : len(named) + 1], named, theme.ink, "beyond, names", theme),
        discs(shown, [where[row["pledger_id"]] for row in shown], theme, "beyond", focus),
        texts(shown, where, theme, "beyond"),
    ]


def beyond_places(rows: Rows) -> dict[str, Place]:
    """Where the column has room for a country's mark, for as many countries as it has room for, in the rows' order."""
    every = list(dict.fromkeys(row["pledger_id"] for row in rows))
    shown = every[:_MOST_BEYOND] if len(every) > _MOST_BEYOND + 1 else every
    spots = [Place(lat, lon, lat, lon, 0) for lat, lon in column_west(len(shown) + 2)[1:]]
    return dict(zip(shown, spots, strict=False))


def discs(
    rows: Rows,
    spots: Sequence[Place],
    theme: Theme,
    framing: str,
    focus: str | None,
    is_narrow: bool = False,
) -> Mark:
    """A disc per row at its spot, with the position's paint; in focus outlined in ink."""
    paints = [paint(row, theme) for row in rows]
    focused = [row["pledger_id"] == focus for row in rows]
    rims = [theme.ink if on else theme.status_outline[row["status"]] for row, on in zip(rows, focused, strict=True)]
    sizes = [_size(row, is_narrow, theme) for row in rows]
    wide = [1.2 + 1.2 * (len(mark(row)) > 1) for row in rows] if framing != "world" else [1.0] * len(rows)
    return mark_of(
        "scattergeo",
        name="beyond" if framing == "beyond" else "small states",
        lon=[spot.mark_longitude for spot in spots],
        lat=[spot.mark_latitude for spot in spots],
        mode="markers",
        marker={
            "size": 8 if framing == "world" else sizes,
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
    discs = [framing == "beyond" or is_disc(where[row["pledger_id"]], is_narrow) for row in rows]
    written = [_letter(row, disc, theme) for row, disc in zip(rows, discs, strict=True)]
    name = "beyond, letters" if framing == "beyond" else "letters"
    sizes = [_letter_size(row, is_narrow, theme) for row in rows]
    return _words(name, rows, where, theme, written, [paint(row, theme).letter for row in rows], sizes)


def _letter_size(row: Row, is_narrow: bool, theme: Theme) -> float:
    size = 13.5 if len(mark(row)) == 1 else 12
    return theme.px(max(_SMALLEST, size - 2.5) if is_narrow else size)


def _letter(row: Row, is_disc: bool, theme: Theme) -> str:
    """The letter, and its question mark balanced by as much room on the other side, so that the letter stays put."""
    letter = f"<b>{folded(mark(row))}</b>"
    if not is_doubted(row):
        return letter
    gap = _GAP if is_disc else ""
    colour = theme.ink if is_disc else paint(row, theme).letter
    query = f'<sup><span style="font-size:{theme.px(_SMALLEST)}px;color:{colour}"><b>?</b></span></sup>'
    return f"{gap}{_GAP}{letter}{gap}{query}"


def _words(
    name: str,
    rows: Rows,
    where: dict[str, Place],
    theme: Theme,
    words: list[str],
    inks: list[str],
    size: float | list[float],
    position: str = "middle center",
) -> Mark:
    spots = [where[row["pledger_id"]] for row in rows]
    return mark_of(
        "scattergeo",
        name=name,
        lon=[spot.mark_longitude for spot in spots],
        lat=[spot.mark_latitude for spot in spots],
        mode="text",
        text=words,
        textposition=position,
        textfont={"size": size, "color": inks, "family": theme.font},
        customdata=[[row["pledger_id"]] for row in rows],
        hoverinfo="skip",
    )


def _names(spots: Sequence[tuple[float, float]], words: Sequence[str], colour: str, name: str, theme: Theme) -> Mark:
    return mark_of(
        "scattergeo",
        name=name,
        lon=[lon for _, lon in spots[: len(words)]],
        lat=[lat for lat, _ in spots[: len(words)]],
        mode="text",
        text=list(words),
        textposition="middle right",
        textfont={"size": theme.px(13), "color": colour, "family": theme.font},
        hoverinfo="skip",
    )
