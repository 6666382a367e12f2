"""The map of positions over many days, for a browser that plays them: every mark once, with the days it is shown on."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.figures import marks
from dashboard.figures.atlas import Place, in_europe, in_europe_frame, places, spread
from dashboard.figures.beyond import played
from dashboard.figures.canvas import Canvas, Mark
from dashboard.figures.crowd import HOME, fitting
from dashboard.figures.pledges import (
    NARROW,
    area_of,
    beyond_frame,
    ground,
    home,
    in_focus,
    in_painting_order,
    layout,
    placed,
    within,
)
from dashboard.figures.theme import Theme
from dashboard.readings.wording import is_state
from dashboard.readings.wording import rows as records

Rows = list[dict[str, Any]]
Spans = list[int]


class Layer(NamedTuple):
    """A trace whose entries come and go; ``spans`` are, per entry, first day, day after the last, first day, …

    Days count from 0; ``points`` is how many points of the trace make an entry.
    """

    mark: Mark
    spans: list[Spans]
    points: int = 1


def film(
    positions: pd.DataFrame,
    days: Sequence[Any],
    countries: pd.DataFrame,
    theme: Theme,
    framing: str = "europe",
    focus: str | None = None,
    width: int = 1060,
) -> dict[str, Any]:
    """What ``position_map`` would draw on each of the days, as ``layout`` and ``layers`` (see ``Layer``).

    ``positions`` has a row per position as it looks, with the ``days`` of those given on which it stands, in order.
    """
    where = places(countries)
    number = {str(day)[:10]: index for index, day in enumerate(days)}
    rows: Rows = [
        row | {"on": numbers, "spans": _runs(numbers)}
        for row in records(positions)
        for numbers in [[number[str(day)[:10]] for day in row["days"]]]
        if is_state(row["pledger_id"]) and row["pledger_id"] in where
    ]
    gaps = _gaps(rows, len(days))
    canvas = Canvas(theme)
    canvas.arrange(**layout(framing, width))
    layers = [
        _land(rows, gaps, countries, theme, framing, focus),
        *_marks(rows, gaps, countries, theme, framing, focus, width),
    ]
    return {"layout": canvas.layout, "layers": [layer._asdict() for layer in layers]}


def _land(
    rows: Rows, gaps: Callable[[str], Spans], countries: pd.DataFrame, theme: Theme, framing: str, focus: str | None
) -> Layer:
    """All countries: without a record while they have none, then their positions, then the one in focus."""
    bare = within(ground(countries, [], places(countries), theme), framing)
    painted = [row for row in in_painting_order(rows) if framing == "world" or row["pledger_id"] in in_europe()]
    lit = within(in_focus(rows, focus, countries, theme), framing)
    unlit = within(in_focus([], focus, countries, theme), framing) if lit else []
    of_focus = [row["spans"] for row in rows if row["pledger_id"] == focus][: len(lit)]
    return Layer(
        marks.areas([*bare, *(area_of(row, theme) for row in painted), *unlit, *(lit if of_focus else [])]),
        [
            *(gaps("" if area.actor_id == HOME else area.actor_id) for area in bare),
            *(row["spans"] for row in painted),
            *(gaps(area.actor_id) for area in unlit),
            *of_focus,
        ],
    )


def _marks(
    rows: Rows,
    gaps: Callable[[str], Spans],
    countries: pd.DataFrame,
    theme: Theme,
    framing: str,
    focus: str | None,
    width: int,
) -> Iterable[Layer]:
    """Leaders, discs and letters; in Europe also Ukraine's name, the smallest states, the column beyond the frame."""
    where = placed(rows, countries, framing, width)
    is_narrow, always = width < NARROW, gaps("")
    shown = [row for row in rows if framing == "world" or in_europe_frame(where[row["pledger_id"]])]
    small = [row for row in shown if marks.is_disc(where[row["pledger_id"]], is_narrow)]
    spots = [where[row["pledger_id"]] for row in small]
    off = [row["spans"] for row, spot in zip(small, spots, strict=True) if spot.has_leader]
    if framing != "world":
        yield Layer(marks.leaders(spots, theme), off, points=3)
    yield Layer(marks.discs(small, spots, theme, framing, focus, is_narrow), [row["spans"] for row in small])
    written, where = _written(shown, where, width) if framing == "world" else (shown, where)
    yield Layer(marks.texts(written, where, theme, framing, is_narrow), [row["spans"] for row in written])
    if framing == "world":
        return
    yield Layer(home(where, theme, is_narrow), [always])
    for mark in marks.unrecorded_discs(countries, [], where, theme):
        yield Layer(mark, [gaps(data[0]) for data in mark["customdata"]])
    outside = [] if is_narrow else beyond_frame(rows, where)
    for mark, days in played(outside, theme, focus):
        yield Layer(mark, [_runs(numbers) for numbers in days])


def _written(rows: Rows, where: dict[str, Place], width: int) -> tuple[Rows, dict[str, Place]]:
    """In the world frame, the rows of the countries whose letter has room on every day, and their places."""
    kept, where = fitting(rows, where, width)
    small = [row for row in rows if where[row["pledger_id"]].is_small]
    one_each = list({row["pledger_id"]: row for row in [*kept, *small]}.values())
    chosen = {row["pledger_id"] for row in spread(one_each, where)}
    return [row for row in kept if row["pledger_id"] in chosen], where


def _runs(days: Sequence[int]) -> Spans:
    """``[0, 1, 2, 5]`` as ``[0, 3, 5, 6]``: first day and day after the last, for each unbroken run."""
    starts = [day for index, day in enumerate(days) if not index or days[index - 1] != day - 1]
    ends = [day + 1 for index, day in enumerate(days) if index == len(days) - 1 or days[index + 1] != day + 1]
    return [edge for run in zip(starts, ends, strict=True) for edge in run]


def _gaps(rows: Rows, count: int) -> Callable[[str], Spans]:
    """For an actor, the runs of days on which it has no position; for one without any, all days."""
    taken: dict[str, set[int]] = {}
    for row in rows:
        edges = row["spans"]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            taken.setdefault(row["pledger_id"], set()).update(range(start, end))
    return lambda actor_id: _runs([day for day in range(count) if day not in taken.get(actor_id, ())])
