"""The empty sheet that figures are drawn on, and what an empty result says."""

from html import escape
from textwrap import wrap

import plotly.graph_objects as go

from dashboard.figures.theme import Theme

_LINE = 54


def canvas(theme: Theme, height: int | None = None) -> go.Figure:
    """A figure without marks in the theme's paper, ink and typeface; no toolbar room, no legend."""
    return go.Figure(
        layout=go.Layout(
            template=None,
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            font={"family": theme.font, "color": theme.ink, "size": theme.px(14)},
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            height=height,
            showlegend=False,
            dragmode=False,
            hoverlabel={
                "bgcolor": theme.surface,
                "bordercolor": theme.hairline,
                "font": {"family": theme.font, "color": theme.ink, "size": theme.px(14)},
                "align": "left",
            },
        )
    )


def nothing_to_show(theme: Theme, words: str, height: int | None = None) -> go.Figure:
    """A figure that says in words that there is nothing to draw."""
    figure = canvas(theme, height)
    figure.update_layout(xaxis={"visible": False}, yaxis={"visible": False})
    figure.add_annotation(
        text=escape(words, quote=False),
        showarrow=False,
        xref="paper",
        yref="paper",
        x=0.5,
        y=0.5,
        font={"color": theme.muted, "size": theme.px(16)},
    )
    return figure


def folded(words: str, width: int = _LINE) -> str:
    """Text of the data for a hover label: escaped, and broken into lines of at most ``width`` letters."""
    return "<br>".join(escape(line, quote=False) for line in wrap(words, width))
