"""The column of countries beyond the Europe frame: on one day, or as it changes over the days of a film."""

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.figures import marks
from dashboard.figures.atlas import Place, column_west
from dashboard.figures.canvas import Mark, folded, mark_of
from dashboard.figures.labels import shortened
from dashboard.figures.theme import Theme
from dashboard.readings.prose import text

_MOST = 7
_ROOM = 76  # pixels of a name, which the narrowest sea beside the column has on the lowest map
_SIZE = 13
_HEADING = "Beyond this frame"
_INDENT = "\u2004" * 4
Rows = list[dict[str, Any]]
Written = tuple[str, int]
Stood = tuple[int, int]


def beyond(rows: Rows, theme: Theme, focus: str | None = None) -> list[Mark]:
    """Countries outside the frame by name: a disc with its letter, and the name beside it.

    A country with several rows has one place; its marks lie on each other.
    """
    if not rows:
        return []
    written, stood = in_column(rows)
    return [heading(theme), *drawn(rows, written, stood, theme, focus)]


def played(rows: Rows, theme: Theme, focus: str | None = None) -> list[tuple[Mark, list[list[int]]]]:
    """The same day after day, of rows with the numbers of the days they are ``on``: marks with each entry's days."""
    if not rows:
        return []
    names: dict[Written, list[int]] = {}
    places: dict[Stood, list[int]] = {}
    days = sorted({day for row in rows for day in row["on"]})
    for day in days:
        here = [number for number, row in enumerate(rows) if day in row["on"]]
        written, stood = in_column([rows[number] for number in here])
        for name in written:
            names.setdefault(name, []).append(day)
        for at, line in stood:
            places.setdefault((here[at], line), []).append(day)
    order = sorted(places)
    named, discs, letters = drawn(rows, list(names), order, theme, focus)
    standing = [places[one] for one in order]
    return [(heading(theme), [days]), (named, list(names.values())), (discs, standing), (letters, standing)]


def in_column(rows: Rows) -> tuple[list[Written], list[Stood]]:
    """What is written on which line, and which row stands on which; by name, as many as there is room for."""
    by_name = sorted(rows, key=lambda row: text(row["pledger"]))
    named = {row["pledger_id"]: folded(shortened(text(row["pledger"]), _SIZE, _ROOM)) for row in by_name}
    shown = list(named)[:_MOST] if len(named) > _MOST + 1 else list(named)
    line = {actor_id: number for number, actor_id in enumerate(shown, start=1)}
    left = len(named) - len(shown)
    written = [(f"{_INDENT}{named[actor_id]}", number) for actor_id, number in line.items()]
    more = [(f"{_INDENT}and {left} more", len(shown) + 1)] if left else []
    stood = [(at, line[row["pledger_id"]]) for at, row in enumerate(rows) if row["pledger_id"] in line]
    return [*written, *more], stood


def heading(theme: Theme) -> Mark:
    """What the column is."""
    return _names([(_HEADING, 0)], theme.muted, "beyond, heading", theme)


def drawn(
    rows: Rows, written: Sequence[Written], stood: Sequence[Stood], theme: Theme, focus: str | None
) -> list[Mark]:
    """Names, discs and letters on their lines."""
    shown = [rows[at] for at, _ in stood]
    spots = [Place(lat, lon, lat, lon, 0) for lat, lon in _lines(line for _, line in stood)]
    return [
        _names(written, theme.ink, "beyond, names", theme),
        marks.discs(shown, spots, theme, "beyond", focus),
        marks.texts_at(shown, spots, theme, "beyond"),
    ]


def _lines(numbers: Iterable[int]) -> list[tuple[float, float]]:
    column = column_west(_MOST + 2)
    return [column[number] for number in numbers]


def _names(written: Sequence[Written], colour: str, name: str, theme: Theme) -> Mark:
    spots = _lines(line for _, line in written)
    return mark_of(
        "scattergeo",
        name=name,
        lon=[lon for _, lon in spots],
        lat=[lat for lat, _ in spots],
        mode="text",
        text=[words for words, _ in written],
        textposition="middle right",
        textfont={"size": theme.px(_SIZE), "color": colour, "family": theme.font},
        hoverinfo="skip",
    )
