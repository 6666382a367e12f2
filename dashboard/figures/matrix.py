"""Who speaks of whom as a table of boxes: area = statements, bands = tone, with the number and the tone's letter."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.labels import text_width
from dashboard.figures.netmarks import records, tie_words, weights
from dashboard.figures.sheet import empty, frame, quick_figure, steady
from dashboard.figures.theme import Theme
from dashboard.figures.ties import LETTER, TONES
from dashboard.readings.prose import plural

BANDS = TONES[:4]
ROW = 34.0
_NAME = 13.0
_SMALLEST = 10.0
_LEAST_BOX = 7.0
_BARE = "%{hovertext}<extra></extra>"


def matrix(edges: pd.DataFrame, theme: Theme, top: int = 15, focus: str | None = None, width: int = 1080) -> Figure:
    """The ``top`` actors of relation ``mention_edges`` against each other, rows speaking of columns, busiest first.

    ``focus`` (actor id or ``RUS>UKR``) is underlaid. ``customdata``: ["RUS>UKR", "edge"]. ``layout.meta`` has
    ``left_out``, the number of actors not shown; they are counted at the foot.
    """
    if edges.empty:
        return empty(theme, "No ties in this selection.<br>A longer window or fewer filters would show more.", 320)
    width = round(width / theme.scale)
    actors = _ordered(edges, top)
    names = _names(edges)
    inside = edges[edges["source_id"].isin(actors) & edges["target_id"].isin(actors)]
    cells = {(row["source_id"], row["target_id"]): row for row in records(inside)}
    left = max(text_width(names[actor], _NAME) for actor in actors) + 14
    right = max(16.0, text_width(names[actors[-1]], _NAME) * 0.8 - 8)
    column = (width - left - right) / len(actors)
    most = max((row["statements"] for row in cells.values()), default=1)
    place = {actor: i for i, actor in enumerate(actors)}
    left_out = len(weights(edges)) - len(actors)
    traces = [
        *_bands(cells, place, column, most, theme),
        *_numbers(cells, place, column, theme),
        steady(_hits(cells, place, column)),
    ]
    return quick_figure(traces, _layout(actors, names, (left, right), column, left_out, focus, theme), theme)


def _ordered(edges: pd.DataFrame, top: int) -> list[str]:
    """Actors by statements by and about them, most first; ties by id."""
    counts = weights(edges)
    return sorted(counts, key=lambda actor: (-counts[actor], actor))[:top]


def _names(edges: pd.DataFrame) -> dict[str, str]:
    names = dict(zip(edges["source_id"], edges["source"], strict=True))
    names.update(zip(edges["target_id"], edges["target"], strict=True))
    return {actor: str(name) for actor, name in names.items()}


def _size(statements: int, most: int, column: float) -> tuple[float, float]:
    """Width and height of a box whose area is its share of the largest, never so small that its bands are lost."""
    share = (statements / most) ** 0.5
    return max(_LEAST_BOX, (column - _number(column) - 8) * share), max(_LEAST_BOX, (ROW - 10) * share)


def _number(column: float) -> float:
    """Pixels of a cell that are kept for its number."""
    return min(max(column * 0.52, 30.0), 38.0)


def _bands(
    cells: Mapping[tuple[str, str], Mapping[str, Any]],
    place: Mapping[str, int],
    column: float,
    most: int,
    theme: Theme,
) -> list[dict[str, Any]]:
    """One filled trace per tone: boxes divided from left to right in the order of ``BANDS``."""
    outlines: dict[str, tuple[list[float | None], list[float | None]]] = {tone: ([], []) for tone in BANDS}
    for (source, target), row in cells.items():
        wide, high = _size(row["statements"], most, column)
        x, y = place[target] * column + _number(column), place[source] * ROW + ROW / 2
        for tone in BANDS:
            part = wide * row[tone] / row["statements"]
            if part:
                xs, ys = outlines[tone]
                xs += [x, x + part, x + part, x, x, None]
                ys += [y - high / 2, y - high / 2, y + high / 2, y + high / 2, y - high / 2, None]
                x += part
    return [_band(tone, xs, ys, theme) for tone, (xs, ys) in outlines.items() if xs]


def _band(tone: str, xs: list[float | None], ys: list[float | None], theme: Theme) -> dict[str, Any]:
    colour = theme.tone[tone]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": tone,
        "x": [x if x is None else round(x, 1) for x in xs],
        "y": [y if y is None else round(y, 1) for y in ys],
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _numbers(
    cells: Mapping[tuple[str, str], Mapping[str, Any]], place: Mapping[str, int], column: float, theme: Theme
) -> list[dict[str, Any]]:
    """Number and letter of the tie's tone, left of its box; ties under three statements paler, without a letter."""
    few = {pair: str(row["statements"]) for pair, row in cells.items() if row["statements"] < 3}
    many = {pair: f"{LETTER[row['tone']]} {row['statements']}" for pair, row in cells.items() if pair not in few}
    return [
        _number_trace(texts, place, column, colour)
        for texts, colour in ((many, theme.ink), (few, theme.muted))
        if texts
    ]


def _number_trace(
    texts: Mapping[tuple[str, str], str], place: Mapping[str, int], column: float, colour: str
) -> dict[str, Any]:
    return steady(
        {
            "type": "scatter",
            "mode": "text",
            "name": "numbers",
            "x": [round(place[target] * column + _number(column) - 4, 1) for _, target in texts],
            "y": [round(place[source] * ROW + ROW / 2, 1) for source, _ in texts],
            "text": list(texts.values()),
            "textposition": "middle left",
            "hoverinfo": "skip",
            "textfont": {"size": [_text_size(said, column) for said in texts.values()], "color": colour},
        }
    )


def _text_size(said: str, column: float) -> float:
    """The size at which a number stays within its cell; below the least it is read at the pointer."""
    room = _number(column) - 6
    return max(_SMALLEST, min(12.0, round(12.0 * room / text_width(said, 12), 1)))


def _hits(
    cells: Mapping[tuple[str, str], Mapping[str, Any]], place: Mapping[str, int], column: float
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "ties",
        "x": [round((place[target] + 0.5) * column, 1) for _, target in cells],
        "y": [round((place[source] + 0.5) * ROW, 1) for source, _ in cells],
        "customdata": [[f"{source}>{target}", "edge"] for source, target in cells],
        "hovertext": [tie_words(row) for row in cells.values()],
        "hovertemplate": _BARE,
        "marker": {"symbol": "square", "size": ROW - 4, "opacity": 0},
    }


def _layout(
    actors: list[str],
    names: Mapping[str, str],
    margins: tuple[float, float],
    column: float,
    left_out: int,
    focus: str | None,
    theme: Theme,
) -> dict[str, Any]:
    wide, high = column * len(actors), ROW * len(actors)
    head = max(text_width(names[actor], _NAME) for actor in actors) * 0.66 + 18
    hidden = {"visible": False, "fixedrange": True}
    return {
        **frame(theme),
        "height": round(high + head + (34 if left_out else 10)),
        "margin": {"l": round(margins[0]), "r": round(margins[1]), "t": round(head), "b": 34 if left_out else 10},
        "xaxis": {**hidden, "range": [0, wide]},
        "yaxis": {**hidden, "range": [high, 0]},
        "shapes": [*_cells(actors, column, focus, theme), *_rules(len(actors), wide, high, column, theme)],
        "annotations": [*_headings(actors, names, column, theme), *_foot(left_out, theme)],
        "meta": {"left_out": left_out},
    }


def _cells(actors: list[str], column: float, focus: str | None, theme: Theme) -> list[dict[str, Any]]:
    """The diagonal, where nobody is counted, and the row and column or the cell in focus."""
    count = len(actors)
    boxes = [(i, i, i + 1, i + 1, theme.land) for i in range(count)]
    source, _, target = (focus or "").partition(">")
    if source in actors and target in actors:
        x, y = actors.index(target), actors.index(source)
        boxes.append((x, y, x + 1, y + 1, theme.ukraine))
    elif source in actors:
        i = actors.index(source)
        boxes = [(0, i, count, i + 1, theme.surface), (i, 0, i + 1, count, theme.surface), *boxes]
    return [
        {
            "type": "rect",
            "layer": "below",
            "x0": x0 * column,
            "x1": x1 * column,
            "y0": y0 * ROW,
            "y1": y1 * ROW,
            "fillcolor": colour,
            "line": {"width": 0},
        }
        for x0, y0, x1, y1, colour in boxes
    ]


def _rules(count: int, wide: float, high: float, column: float, theme: Theme) -> list[dict[str, Any]]:
    line = {"width": 1, "color": theme.hairline}
    base = {"type": "line", "layer": "below", "line": line}
    across = [{**base, "x0": 0, "x1": wide, "y0": i * ROW, "y1": i * ROW} for i in range(count + 1)]
    return across + [{**base, "x0": i * column, "x1": i * column, "y0": 0, "y1": high} for i in range(count + 1)]


def _headings(actors: list[str], names: Mapping[str, str], column: float, theme: Theme) -> list[dict[str, Any]]:
    """Every row's name at its left and every column's above it, rising to the right."""
    base = {"showarrow": False, "font": {"size": _NAME, "color": theme.ink}, "borderpad": 0}
    left = {**base, "xref": "paper", "x": 0, "xshift": -8, "xanchor": "right"}
    rows = [
        {**left, "y": (i + 0.5) * ROW, "text": escape(names[actor]), "name": "row"} for i, actor in enumerate(actors)
    ]
    slanted = {**base, "textangle": -38, "xanchor": "left", "yanchor": "bottom", "y": 0, "name": "column"}
    return rows + [
        {**slanted, "x": (i + 0.5) * column - 6, "text": escape(names[actor])} for i, actor in enumerate(actors)
    ]


def _foot(left_out: int, theme: Theme) -> list[dict[str, Any]]:
    if not left_out:
        return []
    words = (
        f"{left_out} {plural(left_out, 'more speaks or is spoken of', 'more speak or are spoken of')}; not shown here."
    )
    place = {"xref": "paper", "x": 0, "yref": "paper", "y": 0, "yanchor": "top", "xanchor": "left", "yshift": -8}
    return [{**place, "text": words, "showarrow": False, "font": {"size": 12, "color": theme.muted}}]
