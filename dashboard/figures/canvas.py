"""The empty sheet that figures are drawn on, and what an empty result says."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.joined import joined
from dashboard.figures.plain import PlainFigure
from dashboard.figures.theme import Theme

_LINE = 54

Mark = dict[str, Any]


def mark_of(kind: str, **properties: Any) -> Mark:
    """A Plotly trace of that type as a plain dict; properties that are None are left out."""
    return {"type": kind} | {name: value for name, value in properties.items() if value is not None}


class Canvas:
    """Collects traces, notes and shapes, and becomes a figure at the end.

    Plain dicts until then: checking each property as it is set takes ten times as long as all the rest. The tests
    check every figure instead.
    """

    def __init__(self, theme: Theme, height: int | None = None) -> None:
        self.theme = theme
        self.traces: list[Mark] = []
        self.layout: dict[str, Any] = _layout(theme) | ({"height": height} if height else {})
        self.layout |= {"annotations": [], "shapes": []}

    def add(self, *marks: Mark) -> None:
        """Draws traces on top of those already there."""
        self.traces.extend(marks)

    def add_all(self, marks: Iterable[Mark]) -> None:
        """The same for a list of traces."""
        self.traces.extend(marks)

    def note(self, **properties: Any) -> None:
        """Writes text without an arrow."""
        self.layout["annotations"].append({"showarrow": False} | properties)

    def shape(self, **properties: Any) -> None:
        """Draws a line or rectangle that can't be pointed at."""
        self.layout["shapes"].append(properties)

    def arrange(self, **properties: Any) -> None:
        """Sets properties of the layout, such as axes."""
        self.layout |= properties

    def figure(self) -> go.Figure:
        """What was drawn, as a Plotly figure."""
        return PlainFigure(self.traces, {**self.layout, "shapes": joined(self.layout["shapes"])})


def _layout(theme: Theme) -> dict[str, Any]:
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": theme.font, "color": theme.ink, "size": theme.px(14)},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": theme.surface,
            "bordercolor": theme.hairline,
            "font": {"family": theme.font, "color": theme.ink, "size": 14},
            "align": "left",
        },
    }


def nothing_to_show(theme: Theme, words: str, height: int | None = None) -> go.Figure:
    """A figure that says in words that there is nothing to draw."""
    sheet = Canvas(theme, height)
    sheet.arrange(xaxis={"visible": False}, yaxis={"visible": False})
    font = {"color": theme.muted, "size": theme.px(16)}
    sheet.note(text=escape(words, quote=False), xref="paper", yref="paper", x=0.5, y=0.5, font=font)
    return sheet.figure()


@lru_cache(maxsize=8192)
def folded(words: str, width: int = _LINE) -> str:
    """Text of the data for a hover label: escaped, and broken into lines of at most ``width`` letters."""
    return "<br>".join(escape(line, quote=False) for line in wrap(words, width))


def escaped(words: str) -> str:
    """Text of the data as Plotly shows it; it knows no entity for quotation marks."""
    return escape(words, quote=False)


def in_template(words: str) -> str:
    """Escaped text as a part of a hover template: nothing in it asks for a value."""
    return words.replace("%{", "&#37;{")
