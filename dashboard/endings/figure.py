"""A view's figure as Plotly reads it."""

from plotly.io.json import to_json_plotly

from dashboard.endings.shown import Shown
from dashboard.exhibits.exhibit import WIDTH
from dashboard.figures.theme import theme


def as_plotly(shown: Shown) -> bytes | None:
    """The figure as JSON; None where the view draws nothing."""
    draw = shown.exhibit.draw
    if draw is None:
        return None
    figure = draw(theme(shown.theme), width=shown.width or WIDTH)
    return str(to_json_plotly(figure, pretty=False)).encode()
