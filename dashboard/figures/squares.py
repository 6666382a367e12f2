"""A table of squares: in each cell a colour, a letter or number, beside it where it is small; the words behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.figures.canvas import Canvas, escaped, mark_of, nothing_to_show
from dashboard.figures.labels import text_width
from dashboard.figures.theme import Theme

_HIGH, _LEAST, _RIGHT = 30, 26.0, 12


@dataclass(frozen=True)
class Square:
    """One cell: its row and column, by number; how large of 1; what is written in it, what it says when pointed at."""

    row: int
    column: int
    share: float
    colour: str
    outline: str
    ink: str
    letter: str
    hover: str
    code: str


def squares(
    rows: Sequence[str], columns: Sequence[str], cells: Sequence[Square], theme: Theme, width: int
) -> go.Figure:
    """Named rows and columns with their cells; ``customdata[0]`` is what a cell stands for."""
    if not rows or not columns:
        return nothing_to_show(theme, "Nothing is on record.", 120)
    size = theme.px(13)
    left, top = (max(text_width(name, size) for name in names) + 16 for names in (rows, columns))
    across = max((width - left - _RIGHT) / len(columns), _LEAST)
    is_flat = all(text_width(name, size) < across - 8 for name in columns)
    canvas = Canvas(theme, height=round(_HIGH * len(rows) + (30 if is_flat else top) + 12))
    most = min(across, _HIGH) - 4
    sizes = [max(most * cell.share, 6) for cell in cells]
    is_within = [text_width(cell.letter, theme.px(12)) <= size for cell, size in zip(cells, sizes, strict=True)]
    canvas.add(
        mark_of(
            "scatter",
            name="cells",
            mode="markers+text",
            x=[cell.column for cell in cells],
            y=[cell.row for cell in cells],
            marker={
                "symbol": "square",
                "opacity": 1,
                "size": sizes,
                "color": [cell.colour for cell in cells],
                "line": {"width": 1.2, "color": [cell.outline for cell in cells]},
            },
            text=[escaped(cell.letter) for cell in cells],
            textposition=["middle center" if one else "middle right" for one in is_within],
            textfont={
                "size": theme.px(12),
                "color": [cell.ink if one else theme.ink for cell, one in zip(cells, is_within, strict=True)],
            },
            customdata=[[cell.code] for cell in cells],
            hovertext=[cell.hover for cell in cells],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    ticks = {"tickfont": {"size": size, "color": theme.ink}, "fixedrange": True, "zeroline": False}
    lines = {"showgrid": True, "gridcolor": theme.hairline}
    canvas.arrange(
        margin={"l": round(left), "r": _RIGHT, "t": round(30 if is_flat else top), "b": 12},
        xaxis={
            **ticks, **lines, "side": "top", "range": [-0.5, len(columns) - 0.5], "tickangle": 0 if is_flat else -90,
            "tickvals": [*range(len(columns))], "ticktext": [escaped(name) for name in columns],
        },
        yaxis={
            **ticks, **lines, "range": [len(rows) - 0.5, -0.5],
            "tickvals": [*range(len(rows))], "ticktext": [escaped(name) for name in rows],
        },
    )  # fmt: skip
    return canvas.figure()
